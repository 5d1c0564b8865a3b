// What every exercise does: come to life, bring back its saved answer, save the next one.
import { unfolded } from "./answer_key.js";
import { define, part, textOf } from "../dom.js";
import { listEarlier, showOutdated } from "./earlier.js";
import { clearMessages, showMessage } from "./message.js";
import { isRecord, isSame, timeNow } from "../record.js";
import { isAnswer } from "../rules.js";
import { contains, missingIn, nextRecord, replacing } from "./save.js";
import { storeFor } from "../store.js";
import { strings } from "../strings.js";
import { dateText, fill } from "../text.js";

/**
 * @typedef {import("../store.js").AnswerStore} AnswerStore
 * @typedef {import("../record.js").AnswerRecord} AnswerRecord
 * @typedef {import("../record.js").Version} Version
 * @typedef {{ sheets: SVGElement[], words: string }} Takeaway
 */

export const PAUSE = 500; // ms after the last key; saved well within a second
const EMPTIED_AFTER = [0, 50, 300]; // ms after a page came back
export const LONGEST_WAIT = 5000; // ms, for who types without a pause
const HEARD_AFTER = 30000; // ms: a screen reader has taken up by then what it is to speak

/** Announce a kind's element. @param {string} kind @param {typeof ExerciseElement} element */
export function defineKind(kind, element) {
  define(`sl-${kind}`, element);
}

export class ExerciseElement extends HTMLElement {
  /** @type {AnswerStore} */ store = /** @type {any} */ (null);
  /** @type {AbortController} takes the listeners away when the element goes */ life = new AbortController();
  /** @type {Version | null} the fullest answer not yet kept under earlier ones */ fullest = null;
  /** @type {AnswerRecord | null} the record as this element last stored or showed it */ lastSeen = null;
  /** @type {number | undefined} */ timer = undefined;
  /** @type {number} when the first key not yet saved was pressed; 0: none */ typingSince = 0;
  readOnly = false; // storage has no room to set a spoilt answer aside
  unsaved = false; // what is on screen found no room, or was not let in
  typed = false; // words were typed since the last save
  toldSaved = false; // a screen reader has been told that such words are kept
  forgotten = false; // all was erased, and the page is about to come anew
  /** Answers are ids, where one letter makes another answer. */
  exact = false;

  // A kind writes these four; the next where it has a picture, and the last where it withholds more than feedback.
  /** Add the behaviour to the HTML that is there, once. */
  enhance() {}
  /** @returns {any} the answer as it stands on screen */
  read() {}
  /** Put an answer on screen. @param {any} _value @returns {boolean} false where parts of it are no longer known */
  show(_value) {
    return true;
  }
  /** The answer in words. @param {any} _value @returns {string[][]} pairs of label and text */
  summary(_value) {
    return [];
  }
  /** What a learner takes away of it as a picture: sheets that lie on each other, and what they show. @returns {Takeaway | null} */
  takeaway() {
    return null;
  }
  /** What paper tells at the end of the page, and not beside the question. @returns {Element[]} */
  answerKey() {
    return unfolded(this.querySelectorAll("details.sl-feedback"));
  }
  /** Called when the element comes into a page, with what takes its listeners away again. @param {AbortSignal} _signal */
  listen(_signal) {}

  get kind() {
    return this.dataset.kind || "";
  }

  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    this.store = storeFor(this);
    if (!this.classList.contains("sl-alive")) {
      this.classList.add("sl-alive");
      this.addEventListener("submit", (event) => event.preventDefault());
      this.addEventListener("input", (event) => this.#typed(event));
      this.addEventListener("change", (event) => this.#typed(event)); // Some tools that fill in text say only this.
      this.addEventListener("focusout", () => this.flush());
      this.enhance();
      this.restore();
      const written = this.store.justWritten?.(this.id);
      if (isRecord(written, this.kind)) this.putBack(written);
    }
    signal.addEventListener(
      "abort",
      this.store.watch((id) => (id === null ? this.forget() : id === this.id && this.changedElsewhere())),
    );
    window.addEventListener("pagehide", () => this.flush(), { signal });
    window.addEventListener(
      "pageshow",
      ({ persisted }) => {
        if (!persisted) return;
        this.comeBack();
        for (const wait of EMPTIED_AFTER) setTimeout(() => this.comeBack(), wait); // WebKit empties fields a moment after.
      },
      { signal },
    );
    document.addEventListener("visibilitychange", () => this.savePending(), { signal });
    this.listen(signal);
  }

  disconnectedCallback() {
    this.flush();
    this.life.abort();
  }

  /** @param {Event} event */
  #typed({ target }) {
    if (target instanceof HTMLElement && target.matches("textarea, input[type=text]") && !target.closest("[data-draft]")) {
      this.typed = true;
      this.saveSoon();
    }
  }

  /** @returns {{ record: AnswerRecord | null, blocked: boolean }} what is stored, once anything unusable is out of the way */
  stored() {
    let { found, problem } = this.store.read(this.id);
    if (found !== null && !(isRecord(found, this.kind) && isAnswer(this.kind, found.value))) {
      ({ found, problem } = this.store.quarantine(this.id));
    }
    this.readOnly = problem === "corrupt_stuck";
    if (problem) this.report(strings[`problem_${problem}`]);
    return { record: found, blocked: problem === "blocked" };
  }

  restore() {
    const { record } = this.stored();
    this.lastSeen = record;
    if (!record) return;
    this.fullest = record;
    const whole = this.show(record.value);
    this.note(fill(strings.saved_earlier, { date: dateText(record.saved, { dateStyle: "long", timeStyle: "short" }) }));
    if (!whole) showOutdated(this, record);
    listEarlier(this, record);
  }

  /** The page comes back as it was left: its fields may be empty, and its answers old. */
  comeBack() {
    if (this.timer !== undefined || this.store.wasErased()) return; // Someone is typing already.
    const { found } = this.store.read(this.id);
    if (this.unsaved) this.show(this.pending ?? this.read());
    else if (isSame(found, this.lastSeen) && this.lastSeen) this.show(this.lastSeen.value);
    else this.changedElsewhere();
  }

  changedElsewhere() {
    const { found, problem } = this.store.read(this.id);
    if (problem || isSame(found, this.lastSeen)) return;
    if (found === null && this.store.wasErased(this.id)) return this.forget();
    if (this.savePending()) return; // What is on this screen is newer; saving keeps the other version under earlier answers.
    const mine = this.lastSeen;
    this.restore();
    if (mine) this.putBack(mine);
    if (this.lastSeen) this.say(strings.other_tab);
    else if (mine) {
      this.lastSeen = mine;
      this.saveSoon(); // Taken away by something else than the course; the answer still stands on this screen.
    }
  }

  /** All was erased: nothing of it may stay on this screen or in its memory. */
  forget() {
    if (!this.lastSeen && !this.unsaved && this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.unsaved = false;
    this.pending = undefined;
    this.fullest = null;
    this.lastSeen = null;
    this.forgotten = true; // Until the page is there again, what stands on it is not saved.
    window.location.reload();
  }

  /**
   * Browsers tell one tab of another's write a moment late. A tab that wrote in that moment did not know of this
   * one's answer and could not keep it: so this one puts it under the earlier answers.
   * @param {AnswerRecord} mine the answer as this tab last saved or saw it, with what it had put back before
   */
  putBack(mine) {
    const { record: stored } = this.stored();
    if (!stored) return;
    const known = contains(stored.value, mine.value, this.exact) || stored.earlier.some((one) => isSame(one.value, mine.value));
    const lost = [...(known ? [] : [mine]), ...missingIn(stored, mine)];
    const { earlier: _, ...next } = stored;
    const { record } = replacing(stored, next, lost, this.exact);
    if (isSame(record, stored)) return;
    this.lastSeen = record;
    if (this.store.write(this.id, record)) this.lastSeen = stored;
    else listEarlier(this, record);
  }

  saveSoon() {
    clearTimeout(this.timer);
    this.typingSince ||= Date.now();
    const wait = Math.max(0, Math.min(PAUSE, this.typingSince + LONGEST_WAIT - Date.now()));
    this.timer = window.setTimeout(() => this.save(), wait);
  }

  flush() {
    if (this.timer !== undefined) this.save();
  }

  /** Save what is being typed, or could not be saved before. @returns {boolean} whether there was any such thing */
  savePending() {
    const some = this.unsaved || this.timer !== undefined;
    if (some) this.save();
    return some;
  }

  /** @type {any} what is on screen and stored nowhere */ pending = undefined;

  /** Save what is on screen. @returns {boolean} whether it was stored */
  save() {
    if (this.forgotten || this.store.wasErased()) return false;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.typingSince = 0;
    this.unsaved = true;
    const value = this.read();
    this.pending = value;
    const { record: stored, blocked } = this.stored();
    if (blocked || this.readOnly) return false; // What is stored cannot be seen, so it may not be replaced.
    if (!isAnswer(this.kind, value)) {
      this.report(strings.not_saved);
      return false;
    }
    const next = { kind: this.kind, value, saved: timeNow(), asked: this.asked(), said: this.summary(value) };
    const { record, fullest, dropped } = nextRecord({ stored, lastSeen: this.lastSeen, fullest: this.fullest, next, exact: this.exact });
    const before = this.lastSeen;
    this.lastSeen = record;
    const problem = this.store.write(this.id, record);
    if (problem) {
      this.lastSeen = before;
      this.report(strings[`problem_${problem}`]);
      return false;
    }
    this.fullest = fullest;
    this.unsaved = false;
    this.pending = undefined;
    const time = dateText(record.saved, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    const saved = fill(strings[`saved_${this.store.where}`], { time });
    this.note(dropped.length ? `${saved} ${strings.earlier_full}` : saved);
    // Once, and again after a problem: at each pause it would talk over somebody who is thinking.
    if (this.typed && !this.toldSaved) this.say(saved);
    this.toldSaved ||= this.typed;
    this.typed = false;
    listEarlier(this, record);
    return true;
  }

  /** The words that this exercise shows as its question. */
  asked() {
    const title = this.querySelector(".sl-title");
    const prompt = this.querySelector(".sl-prompt");
    return [title, prompt].map((element) => (element ? textOf(element) : "")).join(": ");
  }

  /** Speak through the live region. What was said goes again: who reads on would meet it a second time. @param {string} text */
  say(text) {
    const live = part(this, "live");
    live.textContent = text;
    setTimeout(() => live.textContent === text && live.replaceChildren(), HEARD_AFTER);
  }

  /** A quiet line under the exercise. @param {string} text */
  note(text) {
    clearMessages(this);
    part(this, "saved").textContent = text;
  }

  /**
   * A problem: shown beside the control it is about, in sight, and spoken.
   * @param {string} text
   * @param {Element | null} [at] the control; the one in use, if it is left out
   */
  report(text, at) {
    this.toldSaved = false;
    showMessage(this, text, at);
    this.say(text);
  }

  /** @param {Version} version */
  bringBack(version) {
    this.savePending();
    if (this.unsaved) return; // What is on screen is kept nowhere else; why has been told.
    this.show(version.value);
    if (this.save()) this.say(strings.brought_back);
    part(this, "earlier").querySelector("summary")?.focus();
  }
}
