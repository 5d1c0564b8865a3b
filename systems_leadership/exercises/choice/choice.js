// <sl-choice>: one of a few options; each is told where it leads, and another can always be tried.
import words from "../../../data/words.json" with { type: "json" };
import { ExerciseElement, defineKind } from "../base/exercise.js";
import { hasOnly } from "../base/record.js";
import { textOf } from "../base/text.js";

export class ChoiceElement extends ExerciseElement {
  exact = true;

  wake() {
    this.addEventListener("submit", () => this.check());
  }

  /** @returns {HTMLInputElement[]} */
  radios() {
    return [...this.querySelectorAll("input")];
  }

  check() {
    const value = this.read();
    if (!value.option) {
      this.report(words.choice_pick);
      return;
    }
    this.open(value.option);
    const open = this.querySelector("details.sl-feedback[open] p");
    this.say(open ? textOf(open) : "");
    this.save();
  }

  read() {
    const picked = this.radios().find((radio) => radio.checked);
    return { option: picked ? picked.value : "" };
  }

  /** @param {{ option: string }} value */
  show(value) {
    const radio = this.radios().find((one) => one.value === value.option);
    for (const one of this.radios()) one.checked = one === radio;
    if (radio) this.open(value.option);
    return radio !== undefined;
  }

  /** Open the feedback of one option; once checked, the others can be opened too. @param {string} option */
  open(option) {
    this.classList.add("sl-checked");
    for (const details of this.querySelectorAll("details.sl-feedback")) {
      if (!(details instanceof HTMLDetailsElement)) continue;
      details.open = details.dataset.option === option;
      details.classList.toggle("sl-chosen", details.open);
    }
  }

  /** @param {{ option: string }} value */
  said(value) {
    const radio = this.radios().find((one) => one.value === value.option);
    const label = radio ? radio.closest("label") : null;
    return [[words.choice_said, label ? textOf(label) : value.option]];
  }
}

defineKind("choice", ChoiceElement, {
  valid: (value) => hasOnly(value, ["option"]) && typeof value.option === "string",
  done: (value) => value.option !== "",
});
