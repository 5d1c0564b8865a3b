// <sl-sort>: put items into groups by radio buttons, check all at once, correct those that are off.
import { unfolded } from "../../page/element/answer_key.js";
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";

export class SortElement extends ExerciseElement {
  exact = true;
  checked = false;

  enhance() {
    this.addEventListener("submit", () => this.check());
    this.addEventListener("change", (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      const item = event.target.closest(".sl-item");
      if (item instanceof HTMLElement) this.clear(item);
      this.saveSoon();
    });
  }

  /** @returns {HTMLElement[]} */
  items() {
    return [...this.querySelectorAll(".sl-item")].filter((one) => one instanceof HTMLElement);
  }

  check() {
    const open = this.items().filter((item) => !placeOf(item));
    if (open.length > 0) {
      this.report(fill(strings.sort_pick, { n: open.length }));
      open[0].querySelector("input")?.focus();
      return;
    }
    this.checked = true;
    this.say(this.judge());
    this.save();
  }

  /** Show for every item how its place fits. @returns {string} the result in words */
  judge() {
    const count = { fits: 0, can: 0, off: 0 };
    for (const item of this.items()) {
      const placed = placeOf(item);
      if (!placed) continue;
      const verdict =
        placed.value === item.dataset.best ? "fits" : (item.dataset.also || "").split(" ").includes(placed.value) ? "can" : "off";
      count[verdict] += 1;
      item.dataset.verdict = verdict;
      const told = verdict === "can" ? placed.value : item.dataset.best;
      for (const details of item.querySelectorAll("details")) {
        const chosen = details.dataset.group === told;
        details.open = chosen;
        details.classList.toggle("sl-chosen", chosen);
        const label = placed.closest("label");
        const head = part(details, "verdict");
        details.dataset.head ||= textOf(head); // The other place stays a closed fold, under its own head.
        head.textContent = chosen ? fill(strings[`sort_${verdict}`], { group: label ? textOf(label) : "" }) : details.dataset.head;
      }
    }
    return fill(strings.sort_result, { ...count, all: this.items().length });
  }

  /** A moved item is no longer judged. @param {HTMLElement} item */
  clear(item) {
    this.checked = false;
    delete item.dataset.verdict;
    for (const details of item.querySelectorAll("details")) {
      details.open = false;
      details.classList.remove("sl-chosen");
    }
  }

  read() {
    /** @type {Record<string, string>} */
    const placed = {};
    for (const item of this.items()) {
      const radio = placeOf(item);
      if (radio && item.dataset.item) placed[item.dataset.item] = radio.value;
    }
    return { placed, checked: this.checked };
  }

  /** @param {{ placed: Record<string, string>, checked: boolean }} value */
  show(value) {
    let whole = true;
    for (const item of this.items()) {
      const wanted = value.placed[item.dataset.item || ""];
      const radios = [...item.querySelectorAll("input")];
      for (const radio of radios) radio.checked = radio.value === wanted;
      if (wanted !== undefined && !radios.some((radio) => radio.checked)) whole = false;
      this.clear(item);
    }
    const known = this.items().map((item) => item.dataset.item);
    if (Object.keys(value.placed).some((id) => !known.includes(id))) whole = false;
    this.checked = value.checked;
    if (value.checked) this.judge();
    return whole;
  }

  /** @param {{ placed: Record<string, string> }} _value */
  summary(_value) {
    return this.items().map((item) => {
      const label = placeOf(item)?.closest("label");
      return [textOf(part(item, "words")), label ? textOf(label) : ""];
    });
  }

  answerKey() {
    return this.items().flatMap((item) => {
      const best = item.querySelectorAll(`details[data-group="${item.dataset.best}"]`);
      const also = item.querySelectorAll(`details:not([data-group="${item.dataset.best}"])`);
      return [make("h4", {}, textOf(part(item, "words"))), ...unfolded(best, false), ...unfolded(also)];
    });
  }
}

/** @param {HTMLElement} item @returns {HTMLInputElement | undefined} */
function placeOf(item) {
  return [...item.querySelectorAll("input")].find((radio) => radio.checked);
}

defineKind("sort", SortElement);
