// What every exercise does: come to life, bring back its saved answer, save the next one.
import words from "../../../data/words.json" with { type: "json" };
import { answersFor } from "./answers.js";
import { growsFrom, isRecord, replacing, wordsIn } from "./record.js";
import { fill, make, part, textOf } from "./text.js";

/**
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {import("./record.js").AnswerRecord} AnswerRecord
 * @typedef {import("./record.js").Version} Version
 */

export const PAUSE = 500; // ms after the last key; saved well within a second

/**
 * What a kind says of its values, for progress and the portfolio; by the name of the kind.
 * @type {Map<string, { valid: (value: any) => boolean, done: (value: any) => boolean }>}
 */
export const kindsOf = new Map();

/**
 * Announce a kind and its element.
 * @param {string} kind
 * @param {typeof ExerciseElement} element
 * @param {{ valid: (value: any) => boolean, done: (value: any) => boolean }} rules
 */
export function defineKind(kind, element, rules) {
  kindsOf.set(kind, rules);
  customElements.get(`sl-${kind}`) || customElements.define(`sl-${kind}`, element);
}

export class ExerciseElement extends HTMLElement {
  /** @type {Answers} */ answers = /** @type {any} */ (null);
  /** @type {Version | null} the fullest answer not yet kept under earlier ones */ peak = null;
  /** @type {string} the record as this element last saw it */ known = "";
  /** @type {number | undefined} */ timer = undefined;
  stuck = false;
  unsaved = false; // what is on screen found no room, or was not let in
  /** Answers are ids, where one letter makes another answer. */
  exact = false;

  // A kind writes these four, and the fifth where it withholds more than feedback.
  /** Add the behaviour to the HTML that is there. */
  wake() {}
  /** @returns {any} the answer as it stands on screen */
  read() {}
  /** Put an answer on screen. @param {any} _value @returns {boolean} false where parts of it are no longer known */
  show(_value) {
    return true;
  }
  /** The answer in words. @param {any} _value @returns {string[][]} pairs of label and text */
  said(_value) {
    return [];
  }
  /** What paper tells at the end of the page, and not beside the question. @returns {Element[]} */
  answerKey() {
    return unfolded(this.querySelectorAll("details.sl-feedback"));
  }

  get kind() {
    return this.dataset.kind || "";
  }

  connectedCallback() {
    if (this.classList.contains("sl-alive")) return;
    this.classList.add("sl-alive");
    this.answers = answersFor(this);
    this.wake();
    this.restore();
    this.answers.watch((id) => {
      if (id === this.id) this.changedElsewhere();
    });
    this.addEventListener("submit", (event) => event.preventDefault());
    this.addEventListener("input", (event) => {
      if (event.target instanceof HTMLElement && event.target.matches("textarea, input[type=text]")) this.saveSoon();
    });
    this.addEventListener("focusout", () => this.flush());
    window.addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => this.rescue());
  }

  /** @returns {AnswerRecord | null} what is stored, once anything unusable is out of the way */
  stored() {
    let { found, problem } = this.answers.read(this.id);
    if (found !== null && !(isRecord(found, this.kind) && kindsOf.get(this.kind)?.valid(found.value))) {
      ({ found, problem } = this.answers.setAside(this.id));
    }
    this.stuck = problem === "corrupt_stuck";
    if (problem) this.report(words[problem]);
    return found;
  }

  restore() {
    const record = this.stored();
    this.known = JSON.stringify(record);
    if (!record) return;
    this.peak = record;
    const whole = this.show(record.value);
    this.note(fill(words.saved_earlier, { date: new Date(record.saved).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }) }));
    if (!whole) this.noteOutdated(record);
    this.listEarlier(record);
  }

  changedElsewhere() {
    const { found } = this.answers.read(this.id);
    if (JSON.stringify(found) === this.known) return;
    if (this.rescue()) return; // What is on this screen is newer; saving keeps the other version under earlier answers.
    const answered = this.known !== "null";
    if (found === null && answered && !this.answers.hasAside(this.id)) {
      window.location.reload(); // Erased elsewhere: nothing of it may stay on this screen.
      return;
    }
    const mine = /** @type {AnswerRecord | null} */ (JSON.parse(this.known));
    this.restore();
    if (mine) this.putBack(mine);
    if (this.known !== "null") this.say(words.other_tab);
    else if (answered) this.save(); // Spoilt elsewhere and set aside; the answer still stands on this screen.
  }

  /**
   * Browsers tell one tab of another's write a moment late. A tab that wrote in that moment did not know of this
   * one's answer and could not keep it: so this one puts it under the earlier answers.
   * @param {AnswerRecord} mine the answer as this tab last saved or saw it
   */
  putBack(mine) {
    const stored = this.stored();
    if (!stored || growsFrom(mine.value, stored.value, this.exact)) return;
    if (stored.earlier.some((one) => JSON.stringify(one.value) === JSON.stringify(mine.value))) return;
    const { earlier: _, ...next } = stored;
    const record = replacing(stored, next, [mine]);
    this.known = JSON.stringify(record);
    if (this.answers.write(this.id, record)) this.known = JSON.stringify(stored);
    else this.listEarlier(record);
  }

  saveSoon() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.save(), PAUSE);
  }

  flush() {
    if (this.timer !== undefined) this.save();
  }

  /** Save what is being typed, or could not be saved before. @returns {boolean} whether there was any such thing */
  rescue() {
    const some = this.unsaved || this.timer !== undefined;
    if (some) this.save();
    return some;
  }

  /** Save what is on screen. @returns {boolean} whether it was stored */
  save() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.unsaved = true;
    const value = this.read();
    const stored = this.stored();
    if (this.stuck) return false;
    /** @type {Version[]} */
    const lost = [];
    if (stored && JSON.stringify(stored) !== this.known && !growsFrom(stored.value, value, this.exact)) lost.push(stored);
    if (this.peak && !growsFrom(this.peak.value, value, this.exact)) {
      lost.push(this.peak);
      this.peak = null;
    }
    const next = { kind: this.kind, value, saved: new Date().toISOString(), asked: this.asked(), said: this.said(value) };
    const record = replacing(stored, next, lost);
    const before = this.known;
    this.known = JSON.stringify(record);
    const problem = this.answers.write(this.id, record);
    if (problem) {
      this.known = before;
      this.peak ||= lost.at(-1) || null;
      this.report(words[problem]);
      return false;
    }
    this.unsaved = false;
    if (!this.peak || wordsIn(value).length >= wordsIn(this.peak.value).length) this.peak = record;
    const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    this.note(fill(words[`saved_${this.answers.where}`], { time }));
    this.listEarlier(record);
    return true;
  }

  /** The words that this exercise shows as its question. */
  asked() {
    const title = this.querySelector(".sl-title");
    const prompt = this.querySelector(".sl-prompt");
    return [title, prompt].map((element) => (element ? textOf(element) : "")).join(": ");
  }

  /** Speak through the live region. @param {string} text */
  say(text) {
    part(this, "live").textContent = text;
  }

  /** A quiet line under the exercise. @param {string} text */
  note(text) {
    const line = part(this, "saved");
    line.classList.remove("sl-problem");
    line.textContent = text;
  }

  /** A problem: shown by the answer and spoken. @param {string} text */
  report(text) {
    const line = part(this, "saved");
    line.classList.add("sl-problem");
    line.textContent = text;
    this.say(text);
  }

  /** @param {AnswerRecord} record */
  noteOutdated(record) {
    this.querySelector(".sl-outdated")?.remove();
    part(this, "saved").before(make("div", { class: "sl-outdated" }, make("p", {}, words.outdated), saidList(record.said)));
  }

  /** @param {AnswerRecord} record */
  listEarlier(record) {
    const details = part(this, "earlier");
    details.classList.toggle("sl-some", record.earlier.length > 0);
    part(this, "earlier-list").replaceChildren(
      ...record.earlier.map((version) => {
        const date = new Date(version.saved).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
        const button = make("button", { type: "button" }, words.bring_back);
        button.addEventListener("click", () => this.bringBack(version));
        return make("div", { class: "sl-version" }, make("p", {}, make("strong", {}, date)), saidList(version.said), button);
      }),
    );
  }

  /** @param {Version} version */
  bringBack(version) {
    this.rescue();
    if (this.unsaved) return; // What is on screen is kept nowhere else; why has been told.
    this.show(version.value);
    if (this.save()) this.say(words.brought_back);
    part(this, "earlier").querySelector("summary")?.focus();
  }
}

/**
 * Copies of folds as they stand in the answer key: open, and without the fold.
 * @param {Iterable<Element>} folds
 * @param {boolean} headed whether what stands on the fold is needed
 * @returns {Element[]}
 */
export function unfolded(folds, headed = true) {
  return [...folds].map((fold) => {
    const copy = make("div", { class: `sl-told ${fold.className}` });
    if (fold instanceof HTMLElement) Object.assign(copy.dataset, fold.dataset);
    for (const child of fold.children) {
      if (!child.matches("summary")) copy.append(child.cloneNode(true));
      else if (headed) copy.append(make("p", { class: "sl-told-of" }, ...[...child.childNodes].map((one) => one.cloneNode(true))));
    }
    return copy;
  });
}

/**
 * Pairs of label and words as a list.
 * @param {string[][]} said
 */
export function saidList(said) {
  return make("dl", { class: "sl-said" }, ...said.flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text || words.empty)]));
}
