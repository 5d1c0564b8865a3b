// <sl-plan>: the if-then lines of all lessons, each made ready to happen, and a calendar file of their dates.
import { make, part } from "../../page/dom.js";
import { download } from "../../page/download.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { isDay, nextNumber } from "../../page/record.js";
import { strings } from "../../page/strings.js";
import { fill, wellFormed } from "../../page/text.js";
import { calendarText } from "../../page/calendar/calendar.js";
import { DETAILS, isOwnLine, isReady, isWorkedOn } from "./lines.js";
import { entriesOf } from "./entries.js";
import { reviewEntries, reviewsIn, startOfReviews } from "./reviews.js";
import { detailsOf, lineInWords, momentInWords } from "./words.js";

/**
 * @typedef {import("./lines.js").Line} Line
 * @typedef {import("./lines.js").Planned} Planned
 * @typedef {import("../../page/store.js").PlanLine} PlanLine
 */

const MAX_OWN = 9;

export class PlanElement extends ExerciseElement {
  /** @type {HTMLElement} the fields of one line, to copy */ pattern = /** @type {any} */ (null);
  /** @type {Map<string, { cue: string, action: string }>} the words of lines that other lessons hold */ held = new Map();
  calendar = "";
  since = ""; // the day from which the weeks of reviews count

  enhance() {
    const row = /** @type {HTMLElement} */ (this.querySelector("[data-line]"));
    this.pattern = /** @type {HTMLElement} */ (row.cloneNode(true));
    row.remove();
    part(this, "add").addEventListener("click", () => this.add());
    part(this, "calendar").addEventListener("click", () => this.take());
    this.addEventListener("input", () => this.label());
    this.addEventListener("change", (event) => {
      if (!(event.target instanceof HTMLInputElement) || !event.target.matches("[type=date], [type=time]")) return;
      this.saveSoon();
      const gone = event.target.closest("[data-line]")?.querySelector("[data-part=gone]")?.textContent;
      if (gone) this.say(gone);
    });
    this.addEventListener("focusout", ({ target }) => {
      if (target instanceof HTMLInputElement && isHalf(target)) this.report(strings.plan_date_unread, target);
    });
    this.sync([]);
    this.unfold();
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const stop = this.store.watch((id) => {
      if (id !== null && (id !== this.id || this.store.where === "kernel")) this.sync(this.lines());
    });
    signal.addEventListener("abort", stop);
  }

  /** @returns {HTMLDetailsElement[]} */
  cards() {
    return [...part(this, "lines").children].filter((one) => one instanceof HTMLDetailsElement);
  }

  /** @param {Element} card @param {string} name @returns {HTMLInputElement | null} */
  fieldOf(card, name) {
    return card.querySelector(`[name="${name}"]`);
  }

  /** @returns {PlanLine[]} lines of the lessons that say something */
  sources() {
    return this.store.planLines();
  }

  /** One card for each line of the lessons, then for each line that is only kept here. @param {Line[]} kept */
  sync(kept) {
    const sources = new Map(this.sources().map((one) => [one.id, one]));
    const others = kept.filter((line) => !sources.has(line.id) && isWorkedOn(line));
    for (const line of others) if (!isOwnLine(line.id)) this.held.set(line.id, { cue: line.cue, action: line.action });
    const ids = [...sources.keys(), ...others.map(({ id }) => id)];
    // An empty line of one's own stays only while someone is in it, or where there is no other.
    const empty = this.cards().filter((card) => isOwnLine(card.dataset.line || "") && !ids.includes(card.dataset.line || ""));
    const open = empty.filter((card) => card.contains(document.activeElement)).map((card) => card.dataset.line || "");
    const wanted = [...ids, ...(ids.length || open.length ? open : ["own-1"])];
    const box = part(this, "lines");
    wanted.forEach((id, index) => {
      const source = sources.get(id);
      if (source) this.held.set(id, { cue: source.cue.trim(), action: source.action.trim() });
      const card = this.cards().find((one) => one.dataset.line === id) || this.card(id);
      if (!isOwnLine(id))
        part(card, "sentence").replaceChildren(
          ...(source && source.href
            ? [make("p", {}, make("a", { href: source.href }, fill(strings.plan_source, { title: source.title })))]
            : []),
        );
      if (box.children[index] !== card) box.insertBefore(card, box.children[index] || null);
    });
    for (const card of this.cards()) if (!wanted.includes(card.dataset.line || "")) card.remove();
    part(this, "empty").textContent = sources.size ? "" : strings.plan_none;
    this.label();
  }

  /** @param {string} id @returns {HTMLDetailsElement} */
  card(id) {
    const fields = /** @type {HTMLElement} */ (this.pattern.cloneNode(true));
    for (const name of ["id", "for", "aria-describedby"]) {
      for (const one of fields.querySelectorAll(`[${name}]`))
        one.setAttribute(name, (one.getAttribute(name) || "").replace("-own-1-", `-${id}-`));
    }
    fields.removeAttribute("data-line");
    if (!isOwnLine(id)) part(fields, "legend").textContent = strings.plan_details;
    const summary = make(
      "summary",
      {},
      make("span", { "data-part": "line" }),
      " ",
      make("span", { class: "sl-state", "data-part": "state" }),
    );
    return /** @type {HTMLDetailsElement} */ (make("details", { class: "sl-plan-card", "data-line": id }, summary, fields));
  }

  /** The line and its state at the head of each card. */
  label() {
    for (const card of this.cards()) {
      const line = this.lineOf(card);
      part(card, "line").textContent = lineInWords(line) || strings.plan_own;
      const gone = isDay(line.day) && new Date(`${line.day}T23:59`) < new Date() ? strings.plan_gone : "";
      part(card, "gone").textContent = gone;
      part(card, "gone").classList.toggle("sl-problem", gone !== "");
      const state = isReady(line)
        ? fill(strings.plan_ready, { date: momentInWords(line) })
        : isWorkedOn(line)
          ? strings.plan_begun
          : strings.plan_open;
      part(card, "state").textContent = gone || state;
      if (isDay(line.day)) /** @type {HTMLDetailsElement} */ (part(this, "dates")).open = true;
    }
  }

  /** Open what is begun and not ready; where nothing is begun, the first line. */
  unfold() {
    const cards = this.cards();
    for (const card of cards) {
      const line = this.lineOf(card);
      card.open = isWorkedOn(line) && !isReady(line);
      if (line.why || line.obstacle || line.helper || line.rehearsal) /** @type {HTMLDetailsElement} */ (part(card, "more")).open = true;
    }
    if (cards.length && !cards.some((card) => isWorkedOn(this.lineOf(card)))) cards[0].open = true;
  }

  add() {
    const numbers = this.cards().flatMap((card) =>
      isOwnLine(card.dataset.line || "") ? [Number((card.dataset.line || "").slice(4))] : [],
    );
    const blank = this.cards().find((card) => isOwnLine(card.dataset.line || "") && !isWorkedOn(this.lineOf(card)));
    if (!blank && numbers.length >= MAX_OWN) return this.report(fill(strings.plan_full, { n: MAX_OWN }));
    const card = blank || this.card(`own-${nextNumber(numbers, 99)}`);
    if (!blank) part(this, "lines").append(card);
    card.open = true;
    this.label();
    this.fieldOf(card, "cue")?.focus();
    return undefined;
  }

  /** Make the calendar file of all lines that have a date. */
  take() {
    const unread = this.cards().find(
      (card) => this.fieldOf(card, "day")?.validity.badInput || this.fieldOf(card, "time")?.validity.badInput,
    );
    const dated = this.lines().filter(({ day }) => isDay(day));
    const stray = this.lines().find(({ day, time }) => time && !day);
    part(this, "taken").textContent = "";
    const at = unread || (stray ? this.cards().find((card) => card.dataset.line === stray.id) : dated.length ? undefined : this.cards()[0]);
    if (at) {
      at.open = true;
      this.report(unread ? strings.plan_date_unread : stray ? strings.plan_time_alone : strings.plan_no_date);
      this.fieldOf(at, "day")?.focus();
      return;
    }
    this.calendar ||= [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const reviews = reviewsIn(this.querySelector("[data-part=reviews]"), this.store.where !== "kernel");
    if (reviews) this.since = startOfReviews(this.since, today(), reviews.weeks);
    this.save();
    const lines = entriesOf(dated, today()).map((one) => ({ ...one, uid: `${one.id}-${this.calendar}` }));
    const entries = [...lines, ...(reviews ? reviewEntries(reviews, this.since, this.calendar) : [])];
    const name = `plan-${new Date().toISOString().slice(0, 10)}.ics`;
    download(name, calendarText(entries, new Date(), part(this, "lines").dataset.zone || "UTC"), "text/calendar");
    const told = [fill(strings.plan_taken, { name, n: entries.length }), ...this.notInIt(dated)].join(" ");
    this.say(told);
    part(this, "taken").textContent = told;
  }

  /** What somebody might look for in a calendar file, and what is over. @param {Line[]} dated */
  notInIt(dated) {
    const undated = this.lines().filter((line) => !dated.some(({ id }) => id === line.id) && lineInWords(line)).length;
    const past = dated.filter(({ day }) => day < today()).length;
    return [...(undated ? [fill(strings.plan_left_out, { n: undated })] : []), ...(past ? [fill(strings.plan_past, { n: past })] : [])];
  }

  /** @param {HTMLElement} card @returns {Line} */
  lineOf(card) {
    const id = card.dataset.line || "";
    const text = (/** @type {string} */ name) => wellFormed(this.fieldOf(card, name)?.value || "");
    const { cue, action } = isOwnLine(id) ? { cue: text("cue"), action: text("action") } : this.held.get(id) || { cue: "", action: "" };
    const details = Object.fromEntries(DETAILS.map((name) => [name, text(name)]));
    const time = text("time").slice(0, 5); // Tools that fill in forms write seconds, too.
    return /** @type {Line} */ ({ id, cue, action, ...details, day: dayIn(this.fieldOf(card, "day")), time });
  }

  lines() {
    return this.cards().map((card) => this.lineOf(card));
  }

  /** @returns {Planned} */
  read() {
    return { lines: this.lines().filter(isWorkedOn), calendar: this.calendar, ...(this.since ? { since: this.since } : {}) };
  }

  /** @param {Planned} value */
  show(value) {
    this.calendar = value.calendar;
    this.since = value.since || "";
    this.sync(value.lines);
    for (const card of this.cards()) {
      const line = value.lines.find((one) => one.id === card.dataset.line);
      for (const name of /** @type {const} */ (["cue", "action", ...DETAILS])) {
        const field = this.fieldOf(card, name);
        if (field) field.value = line ? line[name] : "";
      }
    }
    this.label();
    this.unfold();
    return true;
  }

  /** @param {Planned} value */
  summary(value) {
    return value.lines.map((line) => [lineInWords(line) || strings.plan_own, detailsOf(line).join("\n")]);
  }
}

/** The day by the clocks of this device, as ISO writes it. */
function today() {
  return new Date().toLocaleDateString("sv");
}

/**
 * The day in a date field. While it is being typed the browser gives half a date or a year such as 0002:
 * until it is whole, the last whole one stands.
 * @param {HTMLInputElement | null} field
 */
function dayIn(field) {
  if (!field) return "";
  if (!isHalf(field)) field.dataset.whole = field.value;
  return field.dataset.whole || "";
}

/** Is what stands in a field for a date or a time none yet, such as the year 20277? @param {HTMLInputElement} field */
function isHalf(field) {
  return field.validity.badInput || (field.type === "date" && field.value !== "" && !/^2[0-9]{3}-/.test(field.value));
}

defineKind("plan", PlanElement);
