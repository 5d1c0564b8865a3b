// Exercises that ask for one of a few options; each is told where it leads, and another can always be tried.
import { unfolded } from "../element/answer_key.js";
import { make, textOf } from "../dom.js";
import { ExerciseElement } from "../element/element.js";
import { strings } from "../strings.js";

export class OptionsElement extends ExerciseElement {
  exact = true;

  enhance() {
    this.addEventListener("submit", () => this.check());
  }

  /** @returns {HTMLInputElement[]} */
  radios() {
    return [...this.querySelectorAll("input")];
  }

  check() {
    const value = this.read();
    if (!value.option) {
      this.report(strings.choice_pick);
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

  /** @returns {HTMLDetailsElement[]} the feedback of each option, in the order of the options */
  told() {
    const found = [...this.querySelectorAll("details")];
    return this.radios().flatMap((radio) => found.filter((one) => one.dataset.option === radio.value));
  }

  /** Open the feedback of one option, first of all; once checked, the others can be opened too. @param {string} option */
  open(option) {
    this.classList.add("sl-checked");
    const focused = document.activeElement;
    const told = this.told();
    for (const details of told) {
      details.open = details.dataset.option === option;
      details.classList.toggle("sl-chosen", details.open);
    }
    const chosen = told.filter((one) => one.open);
    const others = told.filter((one) => !one.open);
    // Moved, not only shown elsewhere: what is read aloud must follow what is seen.
    this.querySelector(".sl-answers")?.replaceChildren(...chosen, make("h4", {}, strings.choice_others), ...others);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  answerKey() {
    return unfolded(this.told());
  }

  /** @param {{ option: string }} value */
  summary(value) {
    const radio = this.radios().find((one) => one.value === value.option);
    const label = radio ? radio.closest("label") : null;
    return [[strings.choice_said, label ? textOf(label) : value.option]];
  }
}
