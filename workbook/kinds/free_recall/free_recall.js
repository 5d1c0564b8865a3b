// <sl-free-recall>: one's own words first; then a model answer beside them, and one press on how the two compare.
import { part, textOf } from "../../page/dom.js";
import { defineKind } from "../../page/element/element.js";
import { FieldsElement, labelOf } from "../../page/element/fields.js";
import { bringIntoView, reportMissing } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";

/** @typedef {{ words: string, shown: boolean, compared: string }} Recalled */

export class FreeRecallElement extends FieldsElement {
  enhance() {
    this.addEventListener("submit", () => this.reveal());
    this.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && this.save());
  }

  get told() {
    return /** @type {HTMLDetailsElement} */ (part(this, "told"));
  }

  /** @returns {HTMLInputElement[]} */
  radios() {
    return [...part(this, "compare").querySelectorAll("input")];
  }

  /** The model answer, to whoever has written something. */
  reveal() {
    // Below the button: a message above it would go as one presses, and the button would slip from under the finger.
    if (!this.read().words.trim()) return reportMissing(this, strings.free_recall_write, part(this, "reveal"));
    this.open(true);
    this.say(`${strings.free_recall_ours} ${textOf(part(this, "model"))}`);
    this.told.querySelector("summary")?.focus({ preventScroll: true }); // The button goes.
    bringIntoView(this.told);
    this.save();
    return undefined;
  }

  /** @param {boolean} shown */
  open(shown) {
    this.classList.toggle("sl-checked", shown);
    this.told.open = shown;
  }

  /** @returns {any} */
  read() {
    const picked = this.radios().find((radio) => radio.checked);
    return { ...super.read(), shown: this.classList.contains("sl-checked"), compared: picked ? picked.value : "" };
  }

  /** @param {any} value */
  show(value) {
    this.fields()[0].value = value.words;
    for (const radio of this.radios()) radio.checked = radio.value === value.compared;
    this.open(value.shown);
    return true;
  }

  /** @param {any} value */
  summary(value) {
    const label = labelOf(this, this.fields()[0]);
    const words = { "": "", same: strings.free_recall_same, part: strings.free_recall_part, other: strings.free_recall_other };
    const compared = words[/** @type {keyof typeof words} */ (value.compared)];
    return [[label, value.words], ...(compared ? [[strings.free_recall_compare, compared]] : [])];
  }
}

defineKind("free-recall", FreeRecallElement);
