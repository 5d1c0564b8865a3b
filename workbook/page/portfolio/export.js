// Taking the portfolio away: made on the device, handed to the browser, sent nowhere. Whether the browser makes a file
// of it no page is told: in a frame that forbids it, it makes none. So the text can be copied as well.
import { calendarText } from "../calendar/calendar.js";
import { make } from "../dom.js";
import { download } from "../download.js";
import { paperOf } from "../rules.js";
import { NEAREST } from "../store.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";
import { studyDocx } from "./docx.js";
import { isFramed, ownTab } from "./framed.js";
import { noteTaken } from "./keeping.js";
import { isUsable, portfolioText } from "./file.js";
import { portfolioMarkdown } from "./markdown.js";
import { chaptersOnPaper, paperFacts, pictureOf } from "./on_paper.js";
import { rasterOf } from "./raster.js";
import { studyOf, UNDECLARED } from "./study_record.js";

/**
 * @typedef {import("../browser_store.js").BrowserStore} BrowserStore
 * @typedef {import("./chapters.js").ShownChapter} ShownChapter
 * @typedef {import("./study_record.js").Declared} Declared
 */

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const ANNEX_ROOM = 330; // px
export const RECORD_ROOM = 646;

/** The name of a file made today. @param {string} what @param {string} ending */
export function fileName(what, ending) {
  return `${what}-${new Date().toISOString().slice(0, 10)}.${ending}`;
}

/**
 * The Word file of a record of study.
 * @param {BrowserStore} store
 * @param {ShownChapter[]} chapters as stored
 * @param {Declared} declared
 * @param {boolean} annex with all answers behind it?
 */
export async function wordFile(store, chapters, declared, annex) {
  const facts = paperFacts();
  const study = studyOf(store.manifest, chapters, facts, declared);
  const shown = study.pictured && pictureOf(study.pictured, facts, RECORD_ROOM);
  const rasters = new Map();
  const written = annex ? chaptersOnPaper(chapters, facts) : [];
  for (const answer of written.flatMap((one) => one.answers)) {
    const svg = pictureOf(answer, facts, ANNEX_ROOM);
    if (svg) rasters.set(answer.id, await rasterOf(svg));
  }
  const template = JSON.parse(document.getElementById("sl-docx")?.textContent || "{}");
  const given = { name: declared.name, study, chapters: written, rasters };
  return studyDocx(template, { ...given, ...(shown ? { shown: await rasterOf(shown) } : {}) });
}

/** @param {BlobPart} content @param {string} name */
export function handWord(content, name) {
  download(name, content, WORD);
}

/** All answers as text, the record of study first. @param {BrowserStore} store @param {ShownChapter[]} chapters */
function markdownOf(store, chapters) {
  const facts = paperFacts();
  return portfolioMarkdown(strings.portfolio_title, chaptersOnPaper(chapters, facts), studyOf(store.manifest, chapters, facts, UNDECLARED));
}

/**
 * Make the calendar file of all plans; their entries keep their names, so that a calendar replaces them.
 * @param {BrowserStore} store
 * @param {ShownChapter[]} chapters
 * @param {(text: string) => void} say
 */
function takeCalendar(store, chapters, say) {
  const today = new Date().toLocaleDateString("sv"); // As ISO writes it, by the clock of the learner.
  const records = store.all();
  const entries = chapters
    .flatMap((one) => (one.brief ? [] : one.answers))
    .flatMap(({ id, kind, value }) => {
      const dated = paperOf.get(kind)?.dates?.(value, today) ?? [];
      if (!dated.length) return [];
      const calendar = value.calendar || crypto.randomUUID().replaceAll("-", "").slice(0, 24);
      if (!value.calendar) store.write(id, { ...records[id], value: { ...value, calendar } });
      return dated.map((one) => ({ ...one, uid: `${one.id}-${calendar}` }));
    });
  if (!entries.length) return say(strings.take_no_dates);
  const name = fileName("plan", "ics");
  download(name, calendarText(entries, new Date(), paperFacts().zone), "text/calendar");
  return say(fill(strings.take_calendar_told, { name, n: entries.length }));
}

/**
 * @param {BrowserStore} store
 * @param {() => ShownChapter[]} chapters
 * @param {(text: string) => void} say
 */
export function exportSection(store, chapters, say) {
  const button = (/** @type {string} */ label, /** @type {string} */ what, /** @type {() => void} */ act) => {
    const made = make("button", { type: "button", "data-take": what }, label);
    made.addEventListener("click", act);
    return made;
  };
  const copy = make("details", { class: "sl-copy", hidden: "" });
  const told = (/** @type {string} */ name, /** @type {string} */ text) => {
    say(fill(strings.taken, { name }));
    copy.replaceChildren(make("summary", {}, strings.take_missing), ...copyOf(text, say));
    copy.hidden = false;
  };
  const usable = () => Object.fromEntries(Object.entries(store.all()).filter(([, record]) => isUsable(record)));
  const words = () => markdownOf(store, chapters());
  const page = paperFacts().study;
  return make(
    "section",
    { class: "sl-take" },
    make("h2", {}, strings.take_title),
    ...(page ? [make("p", {}, make("a", { href: store.manifest.root + page }, strings.take_study), ": ", strings.take_study_why)] : []),
    ...(isFramed() ? [make("p", {}, strings.framed, " ", ownTab())] : []),
    button(strings.take_json, "json", () => {
      const text = portfolioText(store.manifest.course, usable(), store.setting("seed"), store.setting(NEAREST));
      const name = fileName("portfolio", "json");
      download(name, text, "application/json");
      told(name, text);
      noteTaken(store);
    }),
    button(strings.take_word, "word", () => {
      const name = fileName("portfolio", "docx");
      wordFile(store, chapters(), UNDECLARED, true).then(
        (content) => {
          handWord(content, name);
          told(name, words());
        },
        () => say(strings.take_failed),
      );
    }),
    button(strings.take_markdown, "markdown", () => {
      const name = fileName("portfolio", "md");
      download(name, words(), "text/markdown");
      told(name, words());
    }),
    button(strings.take_calendar, "calendar", () => takeCalendar(store, chapters(), say)),
    button(strings.take_print, "print", () => {
      say(strings.take_printing);
      window.print();
    }),
    copy,
  );
}

/** A text to copy by hand or by a button. @param {string} text @param {(text: string) => void} say */
function copyOf(text, say) {
  const area = /** @type {HTMLTextAreaElement} */ (
    make("textarea", { rows: "8", readonly: "", "aria-label": strings.take_text, spellcheck: "false" })
  );
  area.value = text;
  const button = make("button", { type: "button" }, strings.take_copy);
  button.addEventListener("click", async () => {
    area.select();
    const done = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => true,
      () => document.execCommand("copy"),
    );
    say(done ? strings.take_copied : strings.take_copy_yourself);
  });
  return [make("p", {}, strings.take_missing_why), area, button];
}
