// <sl-sort>: put items into groups, one card at a time or all as a list. The radio buttons of the list hold the places.
import { unfolded } from "../../page/element/answer_key.js";
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { markLegend } from "../../page/element/legend.js";
import { bringIntoView } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { CardDesk } from "./cards.js";
import { FIT_MARKS, FIT_WORDS, fitOf, toldOf } from "./told.js";

/**
 * @typedef {import("./told.js").Fit} Fit
 * @typedef {import("./told.js").Place} Place
 * @typedef {{ placed: Record<string, string>, checked: boolean, tried?: Record<string, string[]> }} Sorted
 */

const VIEW = "sort-view";

export class SortElement extends ExerciseElement {
  exact = true;
  /** @type {Record<string, string[]>} the places that each item was told about: the first and the last */ tried = {};
  /** @type {Place[]} */ places = [];
  /** @type {CardDesk} */ desk = /** @type {any} */ (null);
  /** Are places told as they are chosen? */ atOnce = true;

  enhance() {
    this.atOnce = this.querySelector("form")?.dataset.when !== "end";
    this.places = [...this.querySelectorAll(".sl-places > li")].map((one) => ({
      id: one instanceof HTMLElement ? one.dataset.group || "" : "",
      text: textOf(part(one, "place")),
      means: textOf(one.querySelector("[data-part=means]") ?? make("i")),
      picture: one.querySelector("svg"),
    }));
    const result = make("div", { class: "sl-sorted", "data-part": "result" });
    this.querySelector("form")?.append(result);
    this.desk = new CardDesk(this);
    this.querySelector("form")?.before(this.desk.root);
    this.addEventListener("submit", () => this.check());
    this.querySelector("form")?.addEventListener("change", (event) => {
      const item = event.target instanceof Element ? event.target.closest(".sl-item") : null;
      if (item instanceof HTMLElement) this.clear(item);
      this.saveSoon();
    });
    this.turn(this.store.setting(VIEW) === "list" ? "list" : "cards");
  }

  /** @returns {HTMLElement[]} */
  items() {
    return [...this.querySelectorAll(".sl-item")].filter((one) => one instanceof HTMLElement);
  }

  /** Show the cards or the list; both hold the same places. @param {"cards" | "list"} view */
  turn(view) {
    this.dataset.view = view;
    this.desk.refresh();
  }

  switchView() {
    const view = this.dataset.view === "list" ? "cards" : "list";
    this.store.keep(VIEW, view);
    // All of the page turn with it: whoever goes on to the next has chosen already.
    for (const one of document.querySelectorAll(".sl-alive")) if (one instanceof SortElement) one.turn(view);
    bringIntoView(this.desk.root);
  }

  /** @param {HTMLElement} item @returns {Place | undefined} */
  placeOf(item) {
    const picked = [...item.querySelectorAll("input")].find((radio) => radio.checked);
    return this.places.find((one) => one.id === picked?.value);
  }

  /** Put an item into a place, without a word. @param {HTMLElement} item @param {string} place "" takes it out */
  place(item, place) {
    for (const radio of item.querySelectorAll("input")) radio.checked = radio.value === place;
    this.clear(item);
  }

  /** @param {HTMLElement} item @returns {string[]} */
  triesOf(item) {
    return this.tried[item.dataset.item || ""] ?? [];
  }

  /** Was the item told at the place where it is? @param {HTMLElement} item */
  isTold(item) {
    const place = this.placeOf(item);
    return place !== undefined && this.triesOf(item).at(-1) === place.id;
  }

  /** Is nothing left to try? Of two places, the one that is wrong gives away the other. @param {HTMLElement} item */
  isSettled(item) {
    const place = this.placeOf(item);
    if (!place || !this.isTold(item)) return false;
    return fitOf(item, place.id) !== "off" || this.triesOf(item).length > 1 || this.places.length === 2;
  }

  /** Tell an item at its place; told again where it is wrong, it is told all. @param {HTMLElement} item */
  judge(item) {
    const place = this.placeOf(item);
    if (!place || this.isSettled(item)) return;
    this.tried[item.dataset.item || ""] = [...this.triesOf(item).slice(0, 1), place.id];
  }

  /** What an item is told, in parts; nothing where it was not told yet. @param {HTMLElement} item @returns {HTMLElement | null} */
  told(item) {
    const place = this.placeOf(item);
    if (!place || !this.isTold(item)) return null;
    const fit = fitOf(item, place.id);
    const open = !this.isSettled(item);
    const returns = this.dataset.view === "list" ? strings.sort_off_again : strings.sort_off_returns;
    return toldOf(item, place, { open, word: open ? returns : strings[`sort_${fit}`] });
  }

  /** @returns {Record<Fit, number>} how many fit, of those told */
  count() {
    const count = { fits: 0, can: 0, off: 0 };
    for (const item of this.items()) if (this.isTold(item)) count[fitOf(item, this.placeOf(item)?.id || "")] += 1;
    return count;
  }

  result() {
    return fill(strings.sort_result, { ...this.count(), all: this.items().length });
  }

  check() {
    const open = this.items().filter((item) => !this.placeOf(item));
    if (open.length > 0) {
      this.report(fill(strings.sort_pick, { n: open.length }), open[0]);
      open[0].querySelector("input")?.focus({ preventScroll: true });
      return;
    }
    for (const item of this.items()) this.judge(item);
    this.desk.refresh();
    this.say(this.result());
    this.save();
    bringIntoView(part(this, "result"));
  }

  /** The list as it stands: what each item is told, and the result at its foot. */
  showList() {
    for (const item of this.items()) {
      this.clear(item);
      const told = this.told(item);
      if (!told) continue;
      item.dataset.verdict = told.dataset.verdict;
      item.append(told);
    }
    const told = this.items().filter((item) => this.isTold(item));
    part(this, "result").replaceChildren(
      ...(told.length ? [make("p", { class: "sl-sentence" }, this.result()), ...this.ways(), markLegend(FIT_WORDS)] : []),
    );
  }

  /** What one can do at the foot of the list. @returns {HTMLElement[]} */
  ways() {
    const again = make("button", { type: "button", "data-part": "again" }, strings.sort_again);
    again.addEventListener("click", () => this.again());
    const off = this.items().find((item) => this.isTold(item) && item.dataset.verdict === FIT_MARKS.off);
    if (!off) return [again];
    const first = make("button", { type: "button" }, strings.sort_to_first);
    first.addEventListener("click", () => {
      off.scrollIntoView({ block: "center" });
      [...off.querySelectorAll("input")].find((radio) => radio.checked)?.focus({ preventScroll: true });
    });
    return [first, again];
  }

  /** Begin anew; what was there is kept under the earlier answers. */
  again() {
    this.tried = {};
    for (const item of this.items()) this.place(item, "");
    this.save();
    this.desk.refresh();
    this.desk.begin();
  }

  /** A moved item is no longer told. @param {HTMLElement} item */
  clear(item) {
    delete item.dataset.verdict;
    item.querySelector(".sl-told-here")?.remove();
  }

  read() {
    /** @type {Record<string, string>} */
    const placed = {};
    for (const item of this.items()) {
      const place = this.placeOf(item);
      if (place && item.dataset.item) placed[item.dataset.item] = place.id;
    }
    return { placed, checked: this.items().every((item) => this.isTold(item)), tried: structuredClone(this.tried) };
  }

  /** @param {Sorted} value */
  show(value) {
    const ids = this.items().map((item) => item.dataset.item || "");
    // Edition 0.1 told all at once: what was checked there is open to no second try.
    const all = Object.entries(value.placed).map(([id, place]) => [id, [place, place]]);
    this.tried = structuredClone(
      value.tried && Object.keys(value.tried).length ? value.tried : value.checked ? Object.fromEntries(all) : {},
    );
    for (const item of this.items()) this.place(item, value.placed[item.dataset.item || ""] ?? "");
    this.desk.refresh();
    return Object.entries(value.placed).every(([id, place]) => ids.includes(id) && this.places.some((one) => one.id === place));
  }

  /** @param {Sorted} _value */
  summary(_value) {
    return this.items().map((item) => [textOf(part(item, "words")), this.placeOf(item)?.text || ""]);
  }

  answerKey() {
    return this.items().flatMap((item) => {
      const best = item.querySelectorAll(`.sl-feedback[data-group="${item.dataset.best}"]`);
      const also = item.querySelectorAll(`.sl-feedback:not([data-group="${item.dataset.best}"])`);
      return [make("h4", {}, textOf(part(item, "words"))), ...unfolded(best, false), ...unfolded(also)];
    });
  }
}

defineKind("sort", SortElement);
