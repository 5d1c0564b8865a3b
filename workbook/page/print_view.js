// What a page becomes while it is printed: worksheets with room to write, and the feedback as a key at the end.
import { make } from "./dom.js";
import { strings } from "./strings.js";
import { fill } from "./text.js";

/** What a learner writes into; buttons to mark and sliders have paper forms of their own. */
const FIELDS = "textarea, select, input:not([type=radio], [type=checkbox], [type=range], [type=file])";

/** Changes the page for the printer, and back again, so that nothing of it stays on the screen. */
export class PrintView {
  /** @type {Element[]} */ added = [];
  /** @type {HTMLDetailsElement[]} */ opened = [];

  /** Text in a closed <details> is missing on paper, and a field shows only as much as fits into it. */
  enter() {
    this.leave();
    this.opened = [...document.querySelectorAll("details:not([open])")].filter((one) => one instanceof HTMLDetailsElement);
    for (const one of this.opened) one.open = true;
    for (const exercise of exercisesIn(document)) {
      for (const field of exercise.querySelectorAll(FIELDS)) {
        const room = roomFor(field);
        field.after(room);
        this.added.push(room);
      }
    }
    for (const page of document.querySelectorAll("article, main:not(:has(article))")) {
      const key = keyOf(page);
      page.append(...key);
      this.added.push(...key);
    }
  }

  leave() {
    for (const one of this.added) one.remove();
    for (const one of this.opened) one.open = false;
    this.added = [];
    this.opened = [];
  }
}

/** @typedef {HTMLElement & { answerKey: () => Element[] }} Exercise */

/** @param {ParentNode} root @returns {Exercise[]} those that came to life */
function exercisesIn(root) {
  // Their script is not on every page, so it is not asked for here.
  return /** @type {Exercise[]} */ ([...root.querySelectorAll(".sl-exercise.sl-alive")].filter((one) => "answerKey" in one));
}

/** Lines to write on or, where something is written, the whole of it. @param {Element} field */
function roomFor(field) {
  const chosen = field instanceof HTMLSelectElement && field.value ? field.selectedOptions[0].text : "";
  const text = field instanceof HTMLSelectElement ? chosen : /** @type {HTMLInputElement} */ (field).value;
  const rows = field instanceof HTMLTextAreaElement ? field.rows + 1 : 1;
  const lines = Array.from({ length: rows }, () => make("div", { class: "sl-rule" }));
  return make("div", { class: "sl-room" }, ...(text ? [text] : lines));
}

/** The answer key of one page, or none where nothing is asked. @param {Element} page @returns {Element[]} */
function keyOf(page) {
  // Of several versions paper has the one that is on the screen.
  const printed = exercisesIn(page).filter((exercise) => !exercise.closest(".sl-version[hidden]"));
  const parts = printed.flatMap((exercise) => {
    const told = exercise.answerKey();
    const title = exercise.querySelector(".sl-title")?.textContent || "";
    return told.length ? [make("div", { class: "sl-exercise sl-key-part" }, make("h3", {}, title), ...told)] : [];
  });
  if (!parts.length) return [];
  const title = page.querySelector("h1")?.firstChild?.textContent || document.title;
  const head = [make("h2", {}, fill(strings.key_title, { title })), make("p", {}, strings.key_hint)];
  return [make("section", { class: "sl-key", id: `${page.id || "answer"}-key` }, ...head, ...parts)];
}
