// The record of study: what a learner shows of the time they spent. From their own answers, and declared by nobody else.
import { countedIn, doneIn } from "../progress.js";
import { paperOf } from "../rules.js";
import { strings } from "../strings.js";
import { dateText, fill, plainNumber } from "../text.js";

/**
 * @typedef {import("./chapters.js").Shown} Shown
 * @typedef {import("./chapters.js").ShownChapter} ShownChapter
 * @typedef {import("./on_paper.js").PaperFacts} PaperFacts
 * @typedef {import("../rules.js").Intended} Intended
 *
 * @typedef {Object} Declared what a learner says on the page of the record; kept nowhere
 * @property {string} name
 * @property {number | null} alone hours
 * @property {number | null} group hours
 * @property {string} bearing on the learner's own work
 * @property {[string, string][]} learned where each was written, and its words
 * @property {string} picture the id of the exercise whose picture is shown; empty for none
 *
 * @typedef {Object} Study
 * @property {[string, string][]} facts label and words
 * @property {string[][]} lessons for each: title, exercises done, days, outcomes (a line each)
 * @property {[string, string][]} learned
 * @property {Intended[]} plan
 * @property {string} bearing
 * @property {Shown | null} pictured the answer whose picture is shown
 */

/** @type {Declared} */
export const UNDECLARED = { name: "", alone: null, group: null, bearing: "", learned: [], picture: "" };
export const MOST_LEARNED = 3;

/** @param {string} moment @param {boolean} [short] */
function dayOf(moment, short = false) {
  // A day and its month stay on one line.
  return short ? dateText(moment, { day: "numeric", month: "short" }).replaceAll(" ", "\u00a0") : dateText(moment, { dateStyle: "long" });
}

/** All moments at which some answers were kept, the first one first. @param {Shown[]} answers */
function momentsOf(answers) {
  return answers.flatMap(({ saved, earlier }) => [saved, ...(earlier ?? []).map((one) => one.saved)]).sort();
}

/** @param {Shown[]} answers */
function daysOf(answers) {
  const moments = momentsOf(answers);
  if (!moments.length) return "";
  const [first, last] = [moments[0], moments[moments.length - 1]].map((one) => dayOf(one, true));
  return first === last ? first : `${first} – ${last}`;
}

/** @param {number[]} numbers */
function sumOf(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** @param {Declared} declared */
function hoursOf({ alone, group }) {
  if (alone === null && group === null) return strings.study_undeclared;
  const hours = (/** @type {number} */ n) => plainHours(n);
  return fill(strings.study_hours_said, { alone: hours(alone ?? 0), group: hours(group ?? 0), all: hours((alone ?? 0) + (group ?? 0)) });
}

/** Hours, with halves and quarters as they are. @param {number} n */
function plainHours(n) {
  return Number.isInteger(n) ? plainNumber(n) : String(Math.round(n * 100) / 100);
}

/** @param {Declared} declared */
function wayOf({ alone, group }) {
  if (alone && group) return strings.study_way_both;
  return group ? strings.study_way_group : strings.study_way_alone;
}

/**
 * @param {import("../manifest.js").Manifest} manifest
 * @param {ShownChapter[]} chapters as stored, not cut
 * @param {PaperFacts} facts
 * @param {Declared} declared
 * @returns {Study}
 */
export function studyOf(manifest, chapters, facts, declared) {
  const all = chapters.filter((one) => !one.brief);
  const given = all.flatMap((one) => one.answers);
  const moments = momentsOf(given);
  const rows = all
    .filter((one) => Object.hasOwn(facts.lessons, one.slug))
    .map((one, at) => {
      const count = countedIn(manifest).filter((entry) => entry.lesson === one.slug && !entry.optional).length;
      const done = doneIn(manifest, one.answers);
      const state = one.answers.length
        ? fill(done === count ? strings.study_all : strings.study_some, { done, all: count })
        : strings.study_none;
      return {
        done,
        count,
        whole: done === count,
        row: [`${at + 1}. ${one.title}`, state, daysOf(one.answers), facts.lessons[one.slug].join("\n")],
      };
    });
  const plan = given.flatMap((answer) => paperOf.get(answer.kind)?.plan?.(answer.value) ?? []);
  return {
    facts: [
      [strings.study_name, declared.name.trim() || strings.study_blank],
      [strings.study_course, fill(strings.study_course_said, { title: facts.title, edition: facts.edition || "–" })],
      [strings.study_way, wayOf(declared)],
      [strings.study_days, moments.length ? `${dayOf(moments[0])} – ${dayOf(moments[moments.length - 1])}` : strings.study_no_days],
      [
        strings.study_lessons,
        fill(strings.study_lessons_said, {
          done: rows.filter((one) => one.whole).length,
          all: rows.length,
          n: sumOf(rows.map((one) => one.done)),
          total: sumOf(rows.map((one) => one.count)),
        }),
      ],
      [strings.study_hours, hoursOf(declared)],
      [strings.study_made, dayOf(new Date().toISOString())],
    ],
    lessons: rows.map((one) => one.row),
    learned: declared.learned.slice(0, MOST_LEARNED),
    plan,
    bearing: declared.bearing.trim(),
    pictured: given.find((answer) => answer.id === declared.picture) ?? null,
  };
}

/** Words of the learner's own that may say what was learned: where they stand, and the words. @param {ShownChapter[]} chapters @returns {{ chapter: string, from: string, text: string }[]} */
export function learnedWords(chapters) {
  return chapters
    .filter((one) => !one.brief)
    .flatMap((one) =>
      one.answers
        .filter((answer) => paperOf.get(answer.kind)?.learned)
        .flatMap((answer) =>
          answer.said
            .filter(([, text]) => text.trim())
            .map(([label, text]) => ({ chapter: one.title, from: `${answer.title} · ${label}`, text: text.trim() })),
        ),
    );
}

/** A plan's line: what it says of its first step and its day. @param {string} first @param {string} day @returns {string[]} */
export function planDetails(first, day) {
  return [...(first ? [fill(strings.study_first, { first })] : []), ...(day ? [fill(strings.study_look_back, { day })] : [])];
}

/** What stands above a picture: what it shows, without what it says. @param {string} told the picture in words */
export function captionOf(told) {
  return `${told.split(". ")[0]}.`;
}
