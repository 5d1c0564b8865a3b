// The page that a learning platform opens: one session, the learner's shelf, and the book in a frame.
import { strings } from "../strings.js";
import { fill } from "../text.js";
import { readMarks, written } from "./marks.js";
import { findApi, Session } from "./session.js";
import { openShelf } from "./shelf.js";

/**
 * @typedef {Object} Facts of the course, which Python writes into the page
 * @property {string} course its id
 * @property {string} start the first page of the book, below this one
 * @property {string} book the folder of the book, below this page
 * @property {string[]} ids of exercises, as published
 * @property {string[]} lessons that make the course
 */

const MINUTE = 60_000;
const FINISHED = "platform/finished";

/** @type {Facts} */
const facts = JSON.parse(document.getElementById("facts")?.textContent || "{}");
const session = new Session(findApi());
const before = readMarks(facts.ids, facts.lessons, session.get("cmi.suspend_data"));
const status = /** @type {HTMLElement} */ (document.getElementById("status"));
const button = /** @type {HTMLButtonElement} */ (document.getElementById("finish"));
const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("book"));
const finished = new Set(before.finished);
/** @type {Set<string>} */
let done = new Set(before.done);
let committed = 0;
let lesson = "";
let saying = "";

/** @param {string} text */
function say(text) {
  saying = text;
  status.textContent = text;
}

/** Tell the platform how things stand. @param {boolean} now and not at most once a minute */
function send(now) {
  const completed = facts.lessons.every((one) => finished.has(one));
  session.set({
    "cmi.core.lesson_status": completed ? "completed" : "incomplete",
    "cmi.suspend_data": written(facts.ids, facts.lessons, done, finished),
  });
  if (!now && Date.now() - committed < MINUTE) return;
  committed = Date.now();
  session.commit();
}

function showButton() {
  button.hidden = !lesson;
  const already = finished.has(lesson);
  button.setAttribute("aria-pressed", String(already));
  button.textContent = already ? strings.platform_finished : strings.platform_finish;
}

/** @param {import("./shelf.js").Shelf} shelf */
function listen(shelf) {
  const kept = JSON.parse(shelf.getItem(FINISHED) || "[]");
  for (const one of kept) if (facts.lessons.includes(one)) finished.add(one);
  shelf.told = (told) => {
    done = new Set([...before.done, ...told.done]);
    lesson = facts.lessons.includes(told.lesson) ? told.lesson : "";
    document.title = told.title;
    showButton();
    const root = new URL(`${facts.book}/`, location.href).pathname;
    if (told.page.startsWith(root)) session.set({ "cmi.core.lesson_location": told.page.slice(root.length).slice(0, 255) });
    send(false);
  };
  button.addEventListener("click", () => {
    if (!lesson) return;
    if (finished.has(lesson)) finished.delete(lesson);
    else finished.add(lesson);
    shelf.setItem(FINISHED, JSON.stringify([...finished]));
    showButton();
    send(true);
    say(
      finished.size === facts.lessons.length
        ? strings.platform_all
        : fill(strings.platform_count, { n: finished.size, of: facts.lessons.length }),
    );
  });
}

async function begin() {
  const learner = session.get("cmi.core.student_id") || "nobody";
  try {
    const shelf = await openShelf(`${facts.course}/${learner}`, (failed) => {
      if (failed) say(strings.platform_not_kept);
      else if (saying === strings.platform_not_kept) say(strings.platform_kept_again);
    });
    /** @type {any} */ (window).workbookShelf = shelf;
    listen(shelf);
    const empty = !Array.from({ length: shelf.length }, (_, at) => shelf.key(at) || "").some((key) =>
      key.startsWith(`${facts.course}/v1/`),
    );
    if (!session.connected) say(strings.platform_none);
    else if (session.watched) say(strings.platform_watched);
    else if (empty && before.done.length) say(fill(strings.platform_elsewhere, { n: before.done.length }));
    else say(strings.platform_connected);
  } catch {
    say(strings.platform_no_shelf);
  }
  const place = session.get("cmi.core.lesson_location");
  const known = /^[\w/-]+\.html$/.test(place) && !place.includes("..");
  frame.src = `${facts.book}/${known ? place : facts.start}`;
  send(true);
}

button.hidden = true;
document.getElementById("noscript")?.remove();
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && session.commit());
window.addEventListener("pagehide", () => {
  send(false);
  session.finish();
});
void begin();
