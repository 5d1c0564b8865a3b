// Exercises that ask for one of a few options. What follows from it comes up under the option; another can always be tried.
import { unfolded } from "../element/answer_key.js";
import { make, part, textOf } from "../dom.js";
import { ExerciseElement } from "../element/element.js";
import { markLegend } from "../element/legend.js";
import { bringIntoView, reportMissing } from "../element/message.js";
import { learnersSeed, shuffled } from "../random/random.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";

/** The verdicts of the two sorts of item, with the words of their legend. @returns {[string, string][][]} */
const scales = () => [
  [
    ["right", strings.mark_right],
    ["not-quite", strings.mark_not_quite],
  ],
  [
    ["well-supported", strings.mark_well_supported],
    ["defensible", strings.mark_defensible],
    ["risky", strings.mark_risky],
  ],
];

export class OptionsElement extends ExerciseElement {
  exact = true;
  /** @type {HTMLElement[]} the options with what follows from each, in the order of the file */ cards = [];

  enhance() {
    this.cards = [...this.querySelectorAll(".sl-choice")].filter((one) => one instanceof HTMLElement);
    this.cards.forEach((card, place) => (card.style.order = String(place))); // Paper has the order of the file.
    this.querySelector(".sl-options")?.append(...shuffled(this.cards, `${this.id} ${learnersSeed(this.store)}`));
    this.addEventListener("submit", () => this.check());
    this.querySelector("form")?.addEventListener("change", () => this.moveButton());
  }

  /** @returns {HTMLInputElement[]} */
  radios() {
    return this.cards.flatMap((card) => [...card.querySelectorAll("input")]);
  }

  /** Check stands under the option that is picked: there is the finger, and there comes up what follows. */
  moveButton() {
    const card = this.cards.find((one) => one.querySelector("input")?.checked);
    const button = this.querySelector("form button");
    if (!card || !button) return;
    if (button.parentElement !== card) card.querySelector("label")?.after(button);
  }

  check() {
    const value = this.read();
    if (!value.option) {
      reportMissing(this, strings.choice_pick);
      return;
    }
    const told = this.open(value.option);
    // Said before it is saved: that there is no room must be heard last.
    if (told) this.say([...told.querySelectorAll("p")].map((one) => textOf(one)).join(" "));
    this.classList.toggle("sl-kept", this.save());
    if (told) {
      // Once it is kept, the button is done with and goes. On the option, an arrow key meant for reading would pick another.
      if (this.contains(document.activeElement)) {
        told.tabIndex = -1;
        told.focus({ preventScroll: true });
      }
      bringIntoView(told);
    }
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
    this.classList.toggle("sl-kept", radio !== undefined);
    return radio !== undefined;
  }

  /** @returns {HTMLDetailsElement[]} what follows from each option, in the order of the file */
  told() {
    return this.cards.flatMap((card) => [...card.querySelectorAll("details")]);
  }

  /** Open what follows from one option; now the others can be opened too. @param {string} option @returns {HTMLElement | undefined} */
  open(option) {
    this.classList.add("sl-checked");
    for (const card of this.cards) {
      const chosen = card.dataset.option === option;
      card.classList.toggle("sl-chosen", chosen);
      this.nameFold(card, chosen);
    }
    const told = this.told();
    for (const details of told) details.open = details.dataset.option === option;
    const marks = scales().find((scale) => scale.some(([verdict]) => verdict === told[0].dataset.verdict));
    part(this, "after").replaceChildren(markLegend(marks ?? []));
    this.moveButton();
    return told.find((one) => one.open);
  }

  /**
   * What the fold under an option says. Of a fact one is told at once which is right; heard alone, a fold begins its option.
   * @param {HTMLElement} card
   * @param {boolean} chosen
   */
  nameFold(card, chosen) {
    const fold = part(card, "fold");
    const right = card.querySelector("details")?.dataset.verdict === "right";
    fold.textContent = chosen ? strings.choice_about : right ? strings.choice_right : strings.choice_if;
    const words = textOf(part(card, "words")).split(" ").slice(0, 6).join(" ");
    if (chosen) fold.removeAttribute("aria-label");
    else fold.setAttribute("aria-label", fill(right ? strings.choice_right_words : strings.choice_if_words, { words }));
  }

  answerKey() {
    return this.cards.flatMap((card) => {
      const copies = unfolded(card.querySelectorAll("details"), false);
      for (const copy of copies) copy.prepend(make("p", { class: "sl-told-of" }, textOf(part(card, "words"))));
      return copies;
    });
  }

  /** @param {{ option: string }} value */
  summary(value) {
    const card = this.cards.find((one) => one.dataset.option === value.option);
    return [[strings.choice_said, card ? textOf(part(card, "words")) : value.option]];
  }
}
