// Dates to come back to the course on, some weeks after a calendar was first made.
import { daysAfter, onWeekday } from "../../page/calendar/calendar.js";
import { textOf } from "../../page/dom.js";
import { readManifest } from "../../page/manifest.js";
import { fill } from "../../page/text.js";
import { strings } from "../../page/strings.js";

/** @typedef {{ title: string, says: string, weeks: number[], address: string }} Reviews address: empty where no calendar could open it */

/**
 * What a plan's page says of them.
 * @param {Element | null} told where it says so
 * @param {boolean} inPage on a page of the book, and not in a notebook
 * @returns {Reviews | null} null where the course has no page for it
 */
export function reviewsIn(told, inPage) {
  if (!(told instanceof HTMLElement)) return null;
  const { page = "", weeks = "", title = "" } = told.dataset;
  // An address on the web opens from a calendar; one in a folder, a platform's frame or a notebook does not.
  const opens = inPage && ["http:", "https:"].includes(window.location.protocol) && window.parent === window;
  const address = opens ? new URL(`${readManifest().root}${page}.html`, window.location.href).href : "";
  return { title, says: textOf(told), weeks: weeks.split(" ").map(Number), address };
}

/** @param {string} since @param {number} weeks @returns {string} the day that many weeks later */
export function weeksAfter(since, weeks) {
  return daysAfter(since, 7 * weeks);
}

/**
 * The day from which reviews count: the one kept, as long as one of its reviews is still to come.
 * @param {string} kept
 * @param {string} today
 * @param {number[]} weeks
 */
export function startOfReviews(kept, today, weeks) {
  return kept && weeksAfter(kept, Math.max(...weeks)) >= today ? kept : today;
}

/**
 * @param {Reviews} reviews
 * @param {string} since
 * @param {string} mark of this learner's entries
 * @returns {import("../../page/calendar/calendar.js").CalendarEntry[]}
 */
export function reviewEntries({ title, says, weeks, address }, since, mark) {
  const where = address ? fill(strings.plan_review_at, { address }) : fill(strings.plan_review_page, { title });
  return weeks.map((n) => ({
    uid: `review-${n}-${mark}`,
    summary: fill(strings.plan_review, { title, weeks: n }),
    description: `${says}\n${where}`,
    day: onWeekday(weeksAfter(since, n)),
    time: "",
  }));
}
