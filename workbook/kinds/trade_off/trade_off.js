// <sl-trade-off>: a guess, then a handle; each split that is tried leaves its bar, and both ends answer the guess.
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { bringIntoView, reportMissing } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { fill, plainNumber } from "../../page/text.js";

/**
 * @typedef {{ low: number, middle: number, high: number }} Outcome
 * @typedef {{ id: string, name: string, has: string, outcome: Outcome, more: Outcome }} Split
 * @typedef {{ guess: string, tried: string[] }} Tried
 */

export class TradeOffElement extends ExerciseElement {
  exact = true;
  /** @type {Split[]} in the order of the handle */ splits = [];
  /** @type {Set<string>} */ tried = new Set();
  guess = ""; // as it was given; it opens the handle
  then = ""; // what is tried next

  enhance() {
    this.splits = [...part(this, "table").querySelectorAll("tbody tr")].flatMap((row) =>
      row instanceof HTMLElement
        ? {
            id: row.dataset.stop || "",
            name: textOf(part(row, "name")),
            has: textOf(part(row, "has")),
            outcome: outcomeOf(row.dataset.outcome || ""),
            more: outcomeOf(row.dataset.more || ""),
          }
        : [],
    );
    this.then = textOf(part(this, "then"));
    this.handle.value = String(this.splits.findIndex(({ id }) => id === this.trade.dataset.start));
    this.addEventListener("submit", () => this.look());
    this.handle.addEventListener("input", () => this.move());
    this.more.addEventListener("change", () => this.move());
    this.draw();
  }

  get trade() {
    return part(this, "trade");
  }

  get handle() {
    return /** @type {HTMLInputElement} */ (part(this, "handle"));
  }

  get more() {
    return /** @type {HTMLInputElement} */ (part(this, "more"));
  }

  get at() {
    return this.splits[Number(this.handle.value)];
  }

  /** @returns {HTMLInputElement[]} */
  radios() {
    return [...part(this, "ask").querySelectorAll("input")];
  }

  /** The guess is given: now the handle may be tried. */
  look() {
    const picked = this.radios().find((radio) => radio.checked);
    if (!picked) return reportMissing(this, strings.trade_pick);
    this.guess = picked.value;
    this.tried.add(this.at.id);
    this.draw();
    this.handle.focus({ preventScroll: true });
    bringIntoView(this.trade);
    this.tell(strings.trade_try, this.next());
    this.save();
    return undefined;
  }

  move() {
    const before = this.next();
    this.tried.add(this.at.id);
    this.draw();
    const next = this.next();
    const news = before && this.answered() ? this.feedbackFor(this.guess) : undefined;
    if (news) bringIntoView(news);
    this.tell(next === before ? "" : next, news ? textOf(part(news, "feedback")) : "");
    this.save();
  }

  /** Say the split, which the handle says itself where the focus is on it, and what is new. @param {...string} news */
  tell(...news) {
    const words = [document.activeElement === this.handle ? "" : this.told(), ...news].filter(Boolean);
    if (words.length) this.say(words.join(" "));
  }

  /** What is still to be tried before the guess is answered, in words. */
  next() {
    const left = this.compared().filter(({ id }) => !this.tried.has(id));
    return left.length ? fill(strings.trade_left, { names: left.map(({ name }) => name).join("; ") }) : "";
  }

  /** @param {string} guess */
  feedbackFor(guess) {
    return [...this.querySelectorAll("details")].find((one) => one.dataset.option === guess);
  }

  /** @returns {Split[]} the two that the question is about */
  compared() {
    const ids = (this.trade.dataset.compare || "").split(" ");
    return this.splits.filter(({ id }) => ids.includes(id));
  }

  answered() {
    return this.guess !== "" && this.compared().every(({ id }) => this.tried.has(id));
  }

  /** The split under the handle, in words. */
  told() {
    const { name, has, outcome, more } = this.at;
    const { low, middle, high } = this.more.checked ? more : outcome;
    const measure = textOf(/** @type {HTMLElement} */ (this.querySelector(".sl-trade-measure")));
    return fill(strings.trade_at, { name, has, measure, middle: plainNumber(middle), low: plainNumber(low), high: plainNumber(high) });
  }

  draw() {
    this.classList.toggle("sl-guessed", this.guess !== "");
    this.classList.toggle("sl-answered", this.answered());
    const most = Number(this.trade.dataset.most);
    const share = (/** @type {number} */ value) => `${(100 * value) / most}%`;
    const bars = this.splits.map((split) => {
      const { low, middle, high } = this.more.checked ? split.more : split.outcome;
      const column = make("div", { class: split === this.at ? "sl-trade-column sl-at" : "sl-trade-column" });
      const room = make("div", { class: "sl-trade-room" });
      if (this.tried.has(split.id)) {
        const bar = make("div", { class: "sl-trade-bar" });
        const spread = make("div", { class: "sl-trade-spread" });
        bar.style.height = share(middle);
        spread.style.bottom = share(low);
        spread.style.height = share(high - low);
        const number = make("span", { class: "sl-trade-number" }, plainNumber(middle));
        number.style.bottom = share(high);
        room.append(bar, spread, number);
      }
      column.append(room, make("span", { class: "sl-trade-name" }, split.name));
      return column;
    });
    part(this, "bars").replaceChildren(...bars);
    this.handle.setAttribute("aria-valuetext", this.told());
    part(this, "told").replaceChildren(make("strong", {}, this.told()), ` ${this.next()}`);
    for (const then of this.querySelectorAll("[data-part=then]")) then.textContent = this.more.checked ? strings.trade_before : this.then;
    for (const radio of this.radios()) radio.checked = this.guess ? radio.value === this.guess : radio.checked;
    for (const details of this.querySelectorAll("details")) {
      if (!details.dataset.option) continue;
      const mine = details.dataset.option === this.guess;
      details.classList.toggle("sl-chosen", mine);
      details.open = mine && this.answered();
    }
  }

  /** @returns {Tried} in the order they were tried, so that one more replaces no answer */
  read() {
    return { guess: this.guess, tried: [...this.tried].filter((tried) => this.splits.some(({ id }) => id === tried)) };
  }

  /** @param {Tried} value */
  show(value) {
    const known = this.radios().some((radio) => radio.value === value.guess);
    this.guess = known ? value.guess : "";
    this.tried = new Set(value.tried);
    this.draw();
    return (known || !value.guess) && value.tried.every((id) => this.splits.some((one) => one.id === id));
  }

  /** @param {Tried} value */
  summary(value) {
    const radio = this.radios().find((one) => one.value === value.guess);
    const label = radio?.closest("label");
    const tried = value.tried.map((id) => this.splits.find((one) => one.id === id)?.name || id).join("; ");
    return [
      [strings.trade_guessed, label ? textOf(label) : value.guess || strings.trade_nothing],
      [strings.trade_tried, tried],
    ];
  }
}

/** @param {string} numbers low, middle and high */
function outcomeOf(numbers) {
  const [low, middle, high] = numbers.split(" ").map(Number);
  return { low, middle, high };
}

defineKind("trade-off", TradeOffElement);
