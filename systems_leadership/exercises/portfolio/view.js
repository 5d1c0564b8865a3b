// <sl-portfolio>: everything written so far, by lesson, in order; what is open; ways to take it away.
import words from "../../../data/words.json" with { type: "json" };
import { pageAnswers } from "../base/answers.js";
import { kindsOf, saidList } from "../base/exercise.js";
import { fill, make } from "../base/text.js";
import { briefOf } from "./brief.js";
import { bringBack } from "./bring.js";
import { careOf } from "./care.js";
import { isUsable } from "./file.js";
import { takeAway } from "./take.js";

/**
 * @typedef {import("../base/answers.js").PageAnswers} PageAnswers
 * @typedef {import("./markdown.js").Written & { id: string, href: string, kind: string, optional: boolean, done: boolean }} Shown
 * @typedef {{ title: string, brief: boolean, answers: Shown[], open: string[], openLinks: { title: string, href: string }[] }} ShownChapter
 */

/**
 * Everything written, chapter by chapter, and before it the same in brief. An answer without words counts as open.
 * @param {PageAnswers} answers
 * @returns {ShownChapter[]}
 */
export function chaptersOf(answers) {
  const { manifest } = answers;
  const records = answers.all();
  const written = (/** @type {string} */ id) => {
    const record = records[id];
    if (!record || !isUsable(record)) return null;
    const rules = kindsOf.get(record.kind);
    const something = record.said.some((/** @type {string[]} */ pair) => pair[1].trim() !== "");
    return something && (!rules || rules.valid(record.value)) ? record : null;
  };
  const chapters = Object.entries(manifest.lessons).map(([slug, title]) => {
    /** @type {ShownChapter} */
    const chapter = { title, brief: false, answers: [], open: [], openLinks: [] };
    for (const entry of manifest.exercises.filter((one) => one.lesson === slug)) {
      const href = `${manifest.root}${entry.page}.html#${entry.id}`;
      const record = written(entry.id);
      if (record) chapter.answers.push({ ...record, id: entry.id, title: entry.title, href, asked: questionOf(record.asked, entry.title), optional: Boolean(entry.optional), done: isDone(record) });
      else {
        chapter.open.push(entry.title);
        chapter.openLinks.push({ title: entry.title, href });
      }
    }
    return chapter;
  });
  const known = manifest.exercises.map((entry) => entry.id);
  const others = Object.keys(records).filter((id) => !known.includes(id) && written(id));
  if (others.length > 0) {
    const answered = others.map((id) => ({ ...records[id], id, title: id, href: "", optional: true, done: isDone(records[id]) }));
    chapters.push({ title: words.portfolio_other, brief: false, answers: answered, open: [], openLinks: [] });
  }
  const brief = briefOf(chapters.flatMap((chapter) => chapter.answers));
  return brief.length ? [{ title: words.portfolio_brief, brief: true, answers: brief, open: [], openLinks: [] }, ...chapters] : chapters;
}

/** By the kind's own rule, as progress counts it. @param {import("../base/record.js").AnswerRecord} record */
function isDone({ kind, value }) {
  return kindsOf.get(kind)?.done(value) ?? true;
}

/** The question without the title, which stands above it. @param {string} asked @param {string} title */
function questionOf(asked, title) {
  return asked.startsWith(`${title}: `) ? asked.slice(title.length + 2) : asked;
}

export class PortfolioElement extends HTMLElement {
  connectedCallback() {
    if (this.classList.contains("sl-alive")) return;
    this.classList.add("sl-alive");
    const answers = pageAnswers();
    const live = make("p", { class: "sl-portfolio-say", role: "status", "aria-live": "polite" });
    const say = (/** @type {string} */ text) => {
      live.textContent = text;
    };
    const list = make("div", { class: "sl-portfolio-list" });
    const refresh = () => this.draw(answers, list);
    try {
      answers.all();
    } catch {
      this.replaceChildren(make("p", { class: "sl-problem" }, words.blocked));
      return;
    }
    this.replaceChildren(takeAway(answers, () => chaptersOf(answers), say), bringBack(answers, say), careOf(answers, say, refresh), live, list);
    refresh();
    answers.watch(refresh);
    window.addEventListener("pageshow", refresh);
  }

  /** @param {PageAnswers} answers @param {HTMLElement} list */
  draw(answers, list) {
    const chapters = chaptersOf(answers);
    const given = chapters.flatMap((chapter) => (chapter.brief ? [] : chapter.answers));
    const done = given.filter((answer) => answer.done && !answer.optional).length;
    const all = answers.manifest.exercises.filter((entry) => !entry.optional).length;
    list.replaceChildren(
      make("p", { "data-part": "count" }, given.length ? fill(words.portfolio_count, { n: given.length, done, all }) : words.portfolio_none),
      ...chapters.map((chapter) => chapterOf(chapter)),
      ...asideOf(answers),
    );
  }
}

/** @param {ShownChapter} chapter */
function chapterOf(chapter) {
  const link = (/** @type {string} */ href, /** @type {string} */ title) => (href ? make("a", { href }, title) : title);
  return make(
    "section",
    {},
    make("h2", {}, chapter.title),
    ...chapter.answers.map((answer) =>
      make(
        "section",
        { class: "sl-written", [chapter.brief ? "data-brief" : "data-id"]: answer.id },
        make("h3", {}, link(answer.href, answer.title)),
        ...(chapter.brief ? [] : [make("p", { class: "sl-asked" }, answer.asked)]),
        saidList(answer.said),
        ...(chapter.brief ? [] : [make("p", { class: "sl-when" }, whenOf(answer))]),
      ),
    ),
    ...(chapter.openLinks.length
      ? [make("h3", {}, words.portfolio_open_label), make("ul", { class: "sl-open" }, ...chapter.openLinks.map((one) => make("li", {}, link(one.href, one.title))))]
      : []),
  );
}

/** @param {Shown} answer */
function whenOf({ saved, done }) {
  const date = new Date(saved).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  return fill(done ? words.portfolio_saved : words.portfolio_begun, { date });
}

/** What was set aside, to take away as it is. @param {PageAnswers} answers */
function asideOf(answers) {
  const aside = answers.aside();
  const n = Object.keys(aside).length;
  if (n === 0) return [];
  const href = URL.createObjectURL(new Blob([JSON.stringify(aside, null, 1)], { type: "text/plain" }));
  return [make("p", {}, fill(words.portfolio_aside, { n }), " ", make("a", { href, download: "set-aside.txt" }, words.portfolio_aside_take))];
}

customElements.get("sl-portfolio") || customElements.define("sl-portfolio", PortfolioElement);
