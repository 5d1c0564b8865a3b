// <sl-study>: the record of study. A form for what only the learner can say, the record as it will look, and ways to take it.
import { define, make } from "../dom.js";
import { chaptersOf } from "../portfolio/chapters.js";
import { fileName, handWord, RECORD_ROOM, wordFile } from "../portfolio/export.js";
import { blockedNote } from "../portfolio/framed.js";
import { paperFacts, pictureOf } from "../portfolio/on_paper.js";
import { learnedWords, MOST_LEARNED, studyOf, UNDECLARED } from "../portfolio/study_record.js";
import { pageStore } from "../store.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";
import { sheetOf } from "./sheet.js";

/**
 * @typedef {import("../portfolio/study_record.js").Declared} Declared
 * @typedef {import("../portfolio/chapters.js").ShownChapter} ShownChapter
 */

const MOST_HOURS = 99;

export class StudyElement extends HTMLElement {
  life = new AbortController();
  /** @type {ShownChapter[]} */ chapters = [];
  facts = paperFacts();
  live = make("p", { class: "sl-study-say", role: "status", "aria-live": "polite" });
  sheet = make("div", { class: "sl-paper", "data-part": "sheet" });
  form = /** @type {HTMLFormElement} */ (make("form", { class: "sl-study-form", autocomplete: "off" }));

  connectedCallback() {
    this.life = new AbortController();
    this.classList.add("sl-alive");
    this.facts = paperFacts();
    const store = pageStore();
    try {
      store.all();
    } catch {
      this.replaceChildren(...blockedNote());
      return;
    }
    const begin = () => {
      this.chapters = chaptersOf(store);
      this.ask();
      this.draw();
    };
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal: this.life.signal });
    this.form.addEventListener("input", () => this.draw(), { signal: this.life.signal });
    this.replaceChildren(this.form, this.live, make("h2", { class: "sl-on-screen" }, strings.study_form_preview), this.sheet);
    begin();
    // What was typed here is kept nowhere, so the form is only made anew where another tab changed the answers.
    this.life.signal.addEventListener("abort", store.watchTogether(begin));
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** The form; what already stands in it stays. */
  ask() {
    const before = this.form.childElementCount ? this.declared() : UNDECLARED;
    const field = (/** @type {string} */ name, /** @type {string} */ label, /** @type {HTMLElement} */ input, hint = "") => {
      for (const [key, value] of Object.entries({ id: `study-${name}`, name })) input.setAttribute(key, value);
      if (hint) input.setAttribute("aria-describedby", `study-${name}-hint`);
      const told = hint ? [make("p", { class: "sl-hint", id: `study-${name}-hint` }, hint)] : [];
      return make("div", { class: "sl-field" }, make("label", { for: `study-${name}` }, label), ...told, input);
    };
    const hours = (/** @type {number | null} */ value) =>
      make("input", { type: "text", inputmode: "decimal", value: value === null ? "" : String(value) });
    const bearing = /** @type {HTMLTextAreaElement} */ (make("textarea", { rows: "3", maxlength: "600" }));
    bearing.value = before.bearing;
    this.form.replaceChildren(
      make("h2", {}, strings.study_form),
      field("name", strings.study_form_name, make("input", { type: "text", value: before.name, maxlength: "120" })),
      make(
        "div",
        { class: "sl-hours" },
        field("alone", strings.study_form_alone, hours(before.alone)),
        field("group", strings.study_form_group, hours(before.group)),
      ),
      make("p", { class: "sl-hint" }, strings.study_form_hours_hint),
      make("p", { class: "sl-problem", "data-part": "hours-problem", hidden: "" }, strings.study_form_hours_bad),
      this.picks(before),
      field("bearing", strings.study_form_bearing, bearing, strings.study_form_bearing_hint),
      this.pictures(before),
      this.buttons(),
    );
  }

  /** Own words to tick. @param {Declared} before */
  picks(before) {
    const words = learnedWords(this.chapters);
    const chapters = [...new Set(words.map((one) => one.chapter))];
    const chip = (/** @type {{ from: string, text: string }} */ { from, text }) => {
      const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", name: "learned", value: from, "data-words": text }));
      box.checked = before.learned.some(([label, said]) => label === from && said === text);
      return make("label", { class: "sl-pick" }, box, make("span", {}, make("small", {}, from), make("br"), text));
    };
    return make(
      "fieldset",
      {},
      make("legend", {}, strings.study_form_learned),
      make("p", { class: "sl-hint" }, words.length ? strings.study_form_learned_hint : strings.study_form_learned_none),
      ...chapters.map((title) =>
        make("details", {}, make("summary", {}, title), ...words.filter((one) => one.chapter === title).map(chip)),
      ),
      make("p", { "data-part": "picked", "aria-live": "polite" }),
    );
  }

  /** Answers that can be drawn. @param {Declared} before */
  pictures(before) {
    const drawn = this.chapters
      .flatMap((one) => (one.brief ? [] : one.answers))
      .filter((answer) => pictureOf(answer, this.facts, RECORD_ROOM));
    const choice = (/** @type {string} */ id, /** @type {string} */ title) => {
      const radio = /** @type {HTMLInputElement} */ (make("input", { type: "radio", name: "picture", value: id }));
      radio.checked = before.picture === id;
      return make("label", { class: "sl-pick" }, radio, make("span", {}, title));
    };
    const none = choice("", strings.study_form_no_picture);
    return make(
      "fieldset",
      drawn.length ? {} : { hidden: "" },
      make("legend", {}, strings.study_form_picture),
      none,
      ...drawn.map(({ id, title }) => choice(id, title)),
    );
  }

  buttons() {
    const button = (/** @type {string} */ what, /** @type {string} */ label, /** @type {() => void} */ act, main = false) => {
      const made = make("button", { type: "button", "data-take": what, class: main ? "sl-button sl-main" : "sl-button" }, label);
      made.addEventListener("click", () => (this.wrongHours() ? this.refuse() : act()));
      return made;
    };
    return make(
      "div",
      { class: "sl-study-take" },
      button("study-word", strings.study_form_word, () => this.take(false), true),
      button("study-print", strings.study_form_print, () => {
        this.say(strings.take_printing);
        window.print();
      }),
      button("study-annex", strings.study_form_annex, () => this.take(true)),
    );
  }

  /** @param {string} text */
  say(text) {
    this.live.textContent = text;
  }

  /** @param {string} name @returns {string} */
  typed(name) {
    const found = this.form.elements.namedItem(name);
    return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found.value : "";
  }

  /** Hours as they were typed, with a point or a comma. @param {string} name @returns {number | null} null where nothing stands; NaN where no number does */
  hoursIn(name) {
    const text = this.typed(name).trim().replace(",", ".");
    if (!text) return null;
    const hours = /^\d+(\.\d*)?$/.test(text) ? Number(text) : NaN;
    return hours <= MOST_HOURS ? hours : NaN;
  }

  /** The first field with something else than hours. @returns {string} */
  wrongHours() {
    return ["alone", "group"].find((name) => Number.isNaN(this.hoursIn(name) ?? 0)) ?? "";
  }

  refuse() {
    this.form.querySelector(`#study-${this.wrongHours()}`)?.scrollIntoView({ block: "center" });
    /** @type {HTMLElement | null} */ (this.form.querySelector(`#study-${this.wrongHours()}`))?.focus();
  }

  /** @returns {Declared} */
  declared() {
    const good = (/** @type {number | null} */ hours) => (hours === null || Number.isNaN(hours) ? null : hours);
    const ticked = [...this.form.querySelectorAll("input[name=learned]:checked")].map(
      (one) => /** @type {[string, string]} */ ([one.getAttribute("value") || "", one.getAttribute("data-words") || ""]),
    );
    const picture = this.form.querySelector("input[name=picture]:checked");
    return {
      name: this.typed("name"),
      alone: good(this.hoursIn("alone")),
      group: good(this.hoursIn("group")),
      bearing: this.typed("bearing"),
      learned: ticked,
      picture: picture instanceof HTMLInputElement ? picture.value : "",
    };
  }

  /** The record as it will look. */
  draw() {
    const declared = this.declared();
    const full = declared.learned.length >= MOST_LEARNED;
    for (const box of this.form.querySelectorAll("input[name=learned]")) {
      if (box instanceof HTMLInputElement) box.disabled = full && !box.checked;
    }
    const count = fill(strings.study_form_learned_count, { n: declared.learned.length, most: MOST_LEARNED });
    const picked = this.form.querySelector("[data-part=picked]");
    const told = full ? strings.study_form_learned_full : count;
    if (picked && picked.textContent !== told) picked.textContent = told;
    for (const name of ["alone", "group"]) {
      const wrong = Number.isNaN(this.hoursIn(name) ?? 0);
      this.form.querySelector(`#study-${name}`)?.setAttribute("aria-invalid", String(wrong));
    }
    const problem = this.form.querySelector("[data-part=hours-problem]");
    if (problem instanceof HTMLElement) problem.hidden = !this.wrongHours();
    const study = studyOf(pageStore().manifest, this.chapters, this.facts, declared);
    this.sheet.replaceChildren(...sheetOf(study, study.pictured && pictureOf(study.pictured, this.facts, RECORD_ROOM)));
    if (!this.chapters.some((one) => one.answers.length)) this.say(strings.study_form_too_early);
  }

  /** @param {boolean} annex */
  async take(annex) {
    const name = fileName("record-of-study", "docx");
    try {
      handWord(await wordFile(pageStore(), this.chapters, this.declared(), annex), name);
      this.say(fill(strings.taken, { name }));
    } catch {
      this.say(strings.take_failed);
    }
  }
}

define("sl-study", StudyElement);
