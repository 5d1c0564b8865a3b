// <sl-scale>: place statements of behaviour on five worded points; see them as a picture and a table.
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { bringIntoView, clearMessages } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { dateText, fill } from "../../page/text.js";
import { dotLines, GROUP_LETTERS } from "./picture.js";
import { dayOf, extremesOf, MAX_ROUNDS, movesOf, pointsOf } from "./rounds.js";

/**
 * @typedef {import("./rounds.js").Points} Points
 * @typedef {import("./rounds.js").Round} Round
 * @typedef {import("./rounds.js").Scaled} Scaled
 * @typedef {{ name: string, fold: HTMLDetailsElement, statements: { id: string, text: string, radios: HTMLInputElement[] }[] }} Part
 */

/** Statements at one end that are named; more of them are named in the picture. */
const MOST_NAMED = 2;

export class ScaleElement extends ExerciseElement {
  exact = true;
  opened = false;
  /** @type {Round[]} */ rounds = [];
  /** @type {Part[]} */ parts = [];
  /** @type {string[]} the five points in words */ points = [];
  /** @type {number} which earlier round the picture is compared with */ against = -1;
  width = 0;

  enhance() {
    this.parts = [...this.querySelectorAll("[data-dimension]")].map((group) => ({
      name: textOf(part(group, "name")),
      fold: /** @type {HTMLDetailsElement} */ (group),
      statements: [...group.querySelectorAll("fieldset")].map((one) => ({
        id: one.dataset.statement || "",
        text: textOf(part(one, "words")),
        radios: [...one.querySelectorAll("input")],
      })),
    }));
    this.points = this.parts[0].statements[0].radios.map((radio) => textOf(/** @type {HTMLElement} */ (radio.closest("label"))));
    this.addEventListener("submit", () => this.open());
    this.querySelector("form")?.addEventListener("change", (event) => {
      this.count();
      const at = this.parts.findIndex(({ fold }) => event.target instanceof Node && fold.contains(event.target));
      if (at >= 0 && this.answered(this.parts[at]) === this.parts[at].statements.length) this.openFrom(at + 1);
      if (this.parts.every((one) => this.answered(one)) && !this.unsaved) clearMessages(this); // What was open is answered.
      this.draw();
      this.saveSoon();
    });
    this.fold();
    const again = make("button", { type: "button", "data-part": "again" }, strings.scale_again);
    again.addEventListener("click", () => this.again());
    const table = make("div", {
      class: "sl-scroll",
      role: "region",
      tabindex: "0",
      "aria-label": strings.scale_table,
      "data-part": "table",
    });
    part(this, "after").append(make("details", {}, make("summary", {}, strings.scale_table), table), again);
    new ResizeObserver(() => {
      if (Math.abs(this.clientWidth - this.width) > 4) this.draw();
    }).observe(this);
  }

  /** @returns {Points} */
  answersNow() {
    const picked = this.parts.flatMap(({ statements }) =>
      statements.map(({ id, radios }) => [id, radios.find((radio) => radio.checked)?.value || ""]),
    );
    return Object.fromEntries(picked.filter(([, point]) => point));
  }

  /** @param {Part} one @returns {number} how many of its statements are answered */
  answered({ statements }) {
    return statements.filter(({ radios }) => radios.some((radio) => radio.checked)).length;
  }

  /** What each heading says of its statements, folded or not. */
  count() {
    for (const one of this.parts) {
      const n = this.answered(one);
      part(one.fold, "state").textContent = n ? fill(strings.scale_answered, { n, total: one.statements.length }) : "";
    }
  }

  /** Open the first part from here on that has no answer yet; those after it stay as they are. @param {number} at */
  openFrom(at) {
    const next = this.parts.slice(at).find((one) => !this.answered(one));
    if (next) next.fold.open = true;
  }

  /** One heading at a time: six of them open are three screens of a phone. */
  fold() {
    for (const { fold } of this.parts) fold.open = false;
    this.openFrom(0);
    this.count();
  }

  open() {
    const answers = this.answersNow();
    const empty = this.parts.filter(({ statements }) => !statements.some(({ id }) => answers[id]));
    if (empty.length) {
      const [first] = empty[0].statements[0].radios;
      empty[0].fold.open = true;
      this.report(fill(strings.scale_open, { list: empty.map(({ name }) => name).join("; ") }), first.closest("fieldset"));
      first.focus();
      return;
    }
    this.opened = true;
    this.draw();
    this.say(this.told().join(" "));
    this.save();
    bringIntoView(part(this, "result"));
  }

  /** Keep this round and clear the statements for another. */
  again() {
    this.flush();
    const saved = this.lastSeen?.saved;
    const full = this.rounds.length === MAX_ROUNDS;
    const on = dayOf(saved ? new Date(saved) : new Date());
    this.rounds = [...this.rounds, { on, answers: this.answersNow() }].slice(-MAX_ROUNDS);
    this.against = -1;
    this.opened = false;
    for (const { radios } of this.parts.flatMap(({ statements }) => statements)) for (const radio of radios) radio.checked = false;
    this.fold();
    this.draw();
    this.say(`${fill(strings.scale_kept, { date: longDay(on) })}${full ? ` ${strings.scale_full}` : ""}`);
    this.save();
    this.parts[0].statements[0].radios[0].focus();
  }

  /** @returns {Round | undefined} the round that the picture is compared with */
  earlierRound() {
    return this.rounds.at(this.against);
  }

  /** The picture in sentences: which statements lie at either end, and what has changed. */
  told() {
    const answers = this.answersNow();
    // Single statements: a heading may have one at either end.
    const all = this.parts.flatMap(({ statements }) => statements);
    const extremes = extremesOf(all.map(({ id }) => pointsOf(answers, [id])));
    const names = (/** @type {number[]} */ places) =>
      places.length > MOST_NAMED
        ? strings.scale_many
        : places.map((place) => fill(strings.scale_named, { text: all[place].text.replace(/\.$/, "") })).join("; ");
    const sentence = extremes
      ? fill(strings.scale_extremes, {
          high: this.points[extremes.high - 1],
          low: this.points[extremes.low - 1],
          out: names(extremes.highest),
          in: names(extremes.lowest),
        })
      : strings.scale_alike;
    return [sentence, ...this.changes()];
  }

  /** @returns {string[]} for each part, how it has moved since the earlier round */
  changes() {
    const before = this.earlierRound();
    if (!before) return [];
    const answers = this.answersNow();
    return this.parts.map(({ name, statements }) => {
      const moves = movesOf(before.answers, answers, idsOf(statements));
      const said = [
        moves.up ? fill(strings.scale_moved, { n: moves.up, point: this.points[4] }) : "",
        moves.down ? fill(strings.scale_moved, { n: moves.down, point: this.points[0] }) : "",
        moves.same ? fill(strings.scale_same, { n: moves.same }) : "",
        moves.apart ? fill(strings.scale_apart, { n: moves.apart }) : "",
      ];
      return `${name}: ${said.filter(Boolean).join(", ") || fill(strings.scale_same, { n: 0 })}.`;
    });
  }

  draw() {
    const shown = part(this, "result");
    this.width = this.clientWidth;
    this.classList.toggle("sl-opened", this.opened);
    if (!this.opened) return shown.replaceChildren();
    const focused =
      document.activeElement instanceof HTMLElement && shown.contains(document.activeElement) ? document.activeElement.dataset.part : "";
    const answers = this.answersNow();
    const before = this.earlierRound();
    const [sentence, ...changes] = this.told();
    const pointOf = (/** @type {Points | undefined} */ of, /** @type {string} */ id) => (of?.[id] ? Number(of[id]) : null);
    const picture = dotLines(
      {
        id: `${this.id}-lines`,
        title: fill(strings.scale_picture, { title: textOf(/** @type {Element} */ (this.querySelector(".sl-title"))) }),
        told: `${this.parts.map(({ name, statements }) => `${name}: ${this.span(answers, idsOf(statements))}.`).join(" ")} ${sentence}`,
        points: this.points,
        groups: this.parts.map(({ name, statements }) => ({
          name,
          lines: statements.map(({ id, text }) => ({ text, now: pointOf(answers, id), before: pointOf(before?.answers, id) })),
        })),
      },
      shown.clientWidth || 640,
    );
    shown.replaceChildren(
      make("h4", {}, strings.scale_result),
      make("p", { class: "sl-sentence" }, sentence),
      ...(before ? [this.chooser()] : []),
      make("div", { class: "sl-dot-lines" }, picture),
      make("p", { class: "sl-hint" }, strings.scale_key, before ? ` ${strings.scale_key_then}` : ""),
      ...(before ? [make("ul", {}, ...changes.map((change) => make("li", {}, change)))] : []),
    );
    part(this, "table").replaceChildren(this.table(answers, before));
    if (focused) part(shown, focused).focus();
  }

  /** Which earlier round to compare with, where there are several. */
  chooser() {
    const at = this.rounds.length + this.against;
    const since = (/** @type {Round} */ round, /** @type {number} */ index) =>
      fill(strings.scale_round, { n: index + 1, date: longDay(round.on) });
    if (this.rounds.length < 2) return make("p", {}, fill(strings.scale_since, { round: since(this.rounds[0], 0) }));
    const select = /** @type {HTMLSelectElement} */ (make("select", { id: `${this.id}-against`, "data-part": "against" }));
    this.rounds.forEach((round, index) => select.append(new Option(since(round, index), String(index), false, index === at)));
    select.addEventListener("change", () => {
      this.against = Number(select.value) - this.rounds.length;
      this.draw();
      this.say(this.changes().join(" "));
    });
    return make("div", { class: "sl-field" }, make("label", { for: select.id }, strings.scale_against), select);
  }

  /** @param {Points} answers @param {string[]} ids @returns {string} the points in words, from the least to the most */
  span(answers, ids) {
    const points = pointsOf(answers, ids);
    const [low, high] = [points[0], points[points.length - 1]];
    if (!low) return strings.scale_none;
    return low === high ? this.points[low - 1] : fill(strings.scale_span, { low: this.points[low - 1], high: this.points[high - 1] });
  }

  /** @param {Points} answers @param {Round | undefined} before */
  table(answers, before) {
    const head = [strings.scale_statement, ...(before ? [longDay(before.on)] : []), strings.scale_now];
    const cell = (/** @type {Points} */ of, /** @type {string} */ id) => make("td", {}, this.span(of, [id]));
    const bodies = this.parts.map(({ name, statements }, index) =>
      make(
        "tbody",
        {},
        make("tr", {}, make("th", { scope: "rowgroup", colspan: String(head.length) }, `${GROUP_LETTERS[index]}. ${name}`)),
        ...statements.map(({ id, text }) =>
          make("tr", {}, make("th", { scope: "row" }, text), ...(before ? [cell(before.answers, id)] : []), cell(answers, id)),
        ),
      ),
    );
    const columns = make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)));
    return make("table", {}, make("thead", {}, columns), ...bodies);
  }

  read() {
    return { answers: this.answersNow(), shown: this.opened, rounds: this.rounds };
  }

  /** @param {Scaled} value */
  show(value) {
    const all = this.parts.flatMap(({ statements }) => statements);
    for (const { id, radios } of all) for (const radio of radios) radio.checked = radio.value === value.answers[id];
    this.rounds = structuredClone(value.rounds);
    this.against = -1;
    this.opened = value.shown;
    this.fold();
    this.draw();
    return Object.keys(value.answers).every((id) => all.some((one) => one.id === id));
  }

  /** @param {Scaled} value */
  summary(value) {
    const lines = (/** @type {Points} */ answers, /** @type {Part} */ one) =>
      one.statements.map(({ id, text }) => `${text} ${this.span(answers, [id])}`).join("\n");
    return [
      ...this.parts.map((one) => [one.name, idsOf(one.statements).some((id) => value.answers[id]) ? lines(value.answers, one) : ""]),
      ...value.rounds.map((round, index) => [
        fill(strings.scale_round, { n: index + 1, date: longDay(round.on) }),
        this.parts.map((one) => lines(round.answers, one)).join("\n"),
      ]),
    ];
  }
}

/** @param {{ id: string }[]} statements */
function idsOf(statements) {
  return statements.map(({ id }) => id);
}

/** @param {string} day */
function longDay(day) {
  return dateText(`${day}T12:00`, { dateStyle: "long" });
}

defineKind("scale", ScaleElement);
