// One card at a time: drag it, press a place or its number; what is told takes the card's own place, so that it is in sight.
import { make, part, textOf } from "../../page/dom.js";
import { bringIntoView } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { dragged, flyTo } from "./drag.js";
import { markLegend } from "../../page/element/legend.js";
import { FIT_MARKS, FIT_WORDS, fitOf, spokenOf } from "./told.js";

/** @typedef {import("./sort.js").SortElement} SortElement */

export class CardDesk {
  /** @type {HTMLElement | null} the card on the desk */ card = null;
  /** @type {HTMLElement[]} the places to press, in their order */ bins = [];
  closed = false; // a card was just told: the next one is not there yet

  /** @param {SortElement} sort */
  constructor(sort) {
    this.sort = sort;
    this.pips = make("ol", { "aria-hidden": "true" });
    this.tally = make("p", { "data-part": "tally" });
    this.turner = make("button", { type: "button", class: "sl-bare", "data-part": "view" });
    this.stage = make("div", { class: "sl-stage", "data-part": "stage" });
    this.bins = sort.places.map(({ id, text, means, picture }, index) => {
      const bin = make(
        "button",
        { type: "button", class: "sl-bin", "data-bin": id },
        make(
          "span",
          {},
          make("span", { class: "sl-number", "aria-hidden": "true" }, `${index + 1} `),
          text,
          ...(means ? [" ", make("small", {}, means)] : []),
        ),
      );
      if (picture) bin.prepend(picture.cloneNode(true));
      bin.addEventListener("click", () => this.put(id));
      return bin;
    });
    const bins = make("div", { class: "sl-bins", role: "group", "aria-label": strings.sort_places }, ...this.bins);
    const bar = make("div", { class: "sl-sort-bar" }, this.pips, this.tally, this.turner);
    this.root = make("div", { class: "sl-desk" }, bar, this.stage, bins);
    this.turner.addEventListener("click", () => sort.switchView());
    this.root.addEventListener("keydown", (event) => {
      const bin = this.bins[Number(event.key) - 1];
      if (!bin || !this.card || this.closed || event.target === this.turner || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.put(bin.dataset.bin || "");
    });
  }

  /** The cards still to come: first those not told yet, then, once, those that were wrong. @returns {HTMLElement[]} */
  toCome() {
    const { sort } = this;
    const items = sort.items();
    const fresh = sort.atOnce ? items.filter((item) => !sort.isTold(item)) : items.filter((item) => !sort.placeOf(item));
    return fresh.length || items.some((item) => !sort.isTold(item)) ? fresh : items.filter((item) => !sort.isSettled(item));
  }

  /** Put on the desk what belongs there as things stand, without a word. */
  refresh() {
    const { sort } = this;
    const list = sort.dataset.view === "list";
    this.turner.textContent = list ? strings.sort_as_cards : strings.sort_as_list;
    sort.showList();
    const coming = this.toCome();
    this.closed = false;
    const told = sort.items().filter((item) => sort.isTold(item));
    if (coming.length && told.length === sort.items().length) this.pause(coming);
    else if (coming.length) this.deal(coming[0]);
    else if (told.length < sort.items().length) this.askForCheck();
    else this.board();
    this.score();
  }

  /** Begin the cards where the focus can follow. */
  begin() {
    if (this.sort.dataset.view === "list") this.sort.querySelector("input")?.focus();
    else this.next();
  }

  /** The next card, or what comes after the last one; the focus follows. */
  next() {
    const [item] = this.toCome();
    this.closed = false;
    if (item) this.deal(item);
    else this.refresh();
    this.score();
    const spot = this.stage.querySelector("[tabindex], button.sl-main");
    if (spot instanceof HTMLElement) spot.focus({ preventScroll: true });
    bringIntoView(this.root);
    if (this.card) this.sort.say(`${this.numbered(this.card)}: ${textOf(part(this.card, "words"))}`);
  }

  /** @param {HTMLElement} item */
  numbered(item) {
    const items = this.sort.items();
    return fill(strings.sort_card, { n: items.indexOf(item) + 1, all: items.length });
  }

  /** @param {HTMLElement} item */
  deal(item) {
    this.card = item;
    const words = [...part(item, "words").childNodes].map((one) => one.cloneNode(true));
    const card = make("div", { class: "sl-card sl-sorting", tabindex: "-1", role: "group", "aria-label": this.numbered(item) });
    card.append(make("p", {}, ...words));
    if (this.sort.items()[0] === item && !this.sort.isTold(item)) {
      card.append(make("p", { class: "sl-hint" }, strings.sort_hint, " ", make("span", { class: "sl-keys" }, strings.sort_hint_keys)));
    }
    dragged(card, this.bins, (bin) => this.put(bin.dataset.bin || ""));
    this.stage.replaceChildren(card);
    this.mark("");
  }

  /** @param {string} place */
  put(place) {
    const { sort, card } = this;
    const bin = this.bins.find((one) => one.dataset.bin === place);
    if (!card || this.closed || !bin) return;
    flyTo(this.stage.firstElementChild, bin);
    sort.place(card, place);
    if (!sort.atOnce && sort.triesOf(card).length === 0) {
      sort.save();
      return this.next();
    }
    sort.judge(card);
    this.closed = true;
    const told = sort.told(card);
    if (!told) return;
    const spoken = spokenOf(told);
    const word = this.goesOn() ? strings.sort_next : strings.sort_finish;
    const next = make("button", { type: "button", class: "sl-main", "data-part": "next" }, word);
    next.addEventListener("click", () => this.leave());
    told.prepend(make("p", { class: "sl-card-was" }, textOf(part(card, "words"))));
    told.append(next);
    this.stage.replaceChildren(told);
    this.mark(place);
    this.score();
    sort.showList();
    next.focus({ preventScroll: true });
    bringIntoView(told);
    sort.say(`${sort.placeOf(card)?.text}. ${spoken}`);
    sort.save();
  }

  /** From what was told to the next card, or to the end of a round. */
  leave() {
    if (this.goesOn()) return this.next();
    const problem = this.stage.querySelector(".sl-message");
    this.refresh();
    this.arrive();
    if (problem) this.sort.report(textOf(problem)); // It went with the card; that nothing is saved still has to be seen.
  }

  /** Does the round go on after the card on the desk? */
  goesOn() {
    const { card, sort } = this;
    const second = card !== null && sort.triesOf(card).length > 1;
    return second ? this.toCome().length > 0 : sort.items().some((item) => !sort.isTold(item));
  }

  /** Say how it went; the focus goes to what can be done next. */
  arrive() {
    const spot = this.stage.querySelector("button.sl-main") ?? this.stage.querySelector("[tabindex]");
    if (spot instanceof HTMLElement) spot.focus({ preventScroll: true });
    bringIntoView(this.root);
    this.sort.say([...this.stage.querySelectorAll(".sl-pause > p")].map((one) => textOf(one)).join(" "));
  }

  /** Between the rounds: how many fit, and that some come back. @param {HTMLElement[]} back */
  pause(back) {
    const { sort } = this;
    const go = make("button", { type: "button", class: "sl-main", "data-part": "next" }, strings.sort_once_more);
    go.addEventListener("click", () => this.next());
    const why = sort.atOnce
      ? []
      : back.map((item) => {
          const told = sort.told(item) ?? make("div");
          told.prepend(make("p", { class: "sl-card-was" }, textOf(part(item, "words"))));
          return told;
        });
    this.rest(
      make("p", { class: "sl-sentence" }, sort.result()),
      make("p", {}, back.length === 1 ? strings.sort_back_one : fill(strings.sort_back, { n: back.length })),
      ...why,
      go,
      markLegend(FIT_WORDS),
    );
  }

  /** All are placed and none is told: only where a sort says so. */
  askForCheck() {
    const { sort } = this;
    const check = make("button", { type: "button", class: "sl-main", "data-part": "next" }, strings.sort_check);
    check.addEventListener("click", () => {
      sort.check();
      this.arrive();
    });
    const back = make("button", { type: "button" }, strings.sort_take_back);
    back.addEventListener("click", () => {
      const last = sort.items().at(-1);
      if (last) sort.place(last, "");
      this.next();
      sort.save();
    });
    this.rest(make("p", {}, fill(strings.sort_all_placed, { all: sort.items().length })), check, back);
  }

  /** The end: every card where it fits best, with its mark; its reasons lie in a fold. */
  board() {
    const { sort } = this;
    const again = make("button", { type: "button", "data-part": "again" }, strings.sort_again);
    again.addEventListener("click", () => sort.again());
    const piles = sort.places.map(({ id, text }) => {
      const items = sort.items().filter((item) => item.dataset.best === id);
      return make("section", {}, make("h4", {}, text), make("ul", {}, ...items.map((item) => this.pile(item))));
    });
    const sentence = make("p", { class: "sl-sentence", tabindex: "-1" }, sort.result());
    this.rest(sentence, make("div", { class: "sl-board" }, ...piles), markLegend(FIT_WORDS), again);
  }

  /** One card of the board. @param {HTMLElement} item */
  pile(item) {
    const place = this.sort.placeOf(item);
    const told = this.sort.told(item);
    const mark = make("span", { class: "sl-mark", "aria-hidden": "true" });
    const elsewhere = place && place.id !== item.dataset.best ? ` ${fill(strings.sort_not_chosen, { group: place.text })}` : "";
    const head = make("summary", {}, mark, make("span", {}, textOf(part(item, "words")), make("em", {}, elsewhere)));
    return make("li", { "data-verdict": told?.dataset.verdict || "" }, make("details", {}, head, ...(told ? [told] : [])));
  }

  /** No card is on the desk. @param {...HTMLElement} parts */
  rest(...parts) {
    this.card = null;
    this.stage.replaceChildren(make("div", { class: "sl-pause" }, ...parts));
    this.mark("");
  }

  /** Which place the card went to, while it is told; none takes another card then. @param {string} place */
  mark(place) {
    const { card } = this;
    for (const bin of this.bins) {
      bin.classList.toggle("sl-taken", bin.dataset.bin === place);
      if (place) bin.setAttribute("aria-disabled", "true");
      else bin.removeAttribute("aria-disabled");
      if (place && card && bin.dataset.bin === place) bin.dataset.verdict = FIT_MARKS[fitOf(card, place)];
      else delete bin.dataset.verdict;
    }
    this.root.classList.toggle("sl-resting", card === null);
  }

  /** The tally that everyone sees: a mark for each card told, and words. */
  score() {
    const { sort, card } = this;
    const items = sort.items();
    this.pips.replaceChildren(
      ...items.map((item) => {
        const pip = make("li", item === card && !this.closed ? { class: "sl-now" } : {});
        if (sort.isTold(item)) {
          pip.dataset.verdict = FIT_MARKS[fitOf(item, sort.placeOf(item)?.id || "")];
          pip.append(make("span", { class: "sl-mark" }));
        } else if (sort.placeOf(item)) pip.classList.add("sl-placed");
        return pip;
      }),
    );
    const { fits, can } = sort.count();
    const n = card ? items.indexOf(card) + 1 : 0;
    const words = sort.atOnce ? strings.sort_tally : strings.sort_tally_placed;
    this.tally.textContent = card ? fill(words, { n, all: items.length, good: fits + can }) : "";
  }
}
