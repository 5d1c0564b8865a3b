// Exploring a given map: tap a factor, push it, see the change run from link to link and which loops come round.
import { make, part } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { glide, moves } from "./glide.js";
import { changeWord, linkSentence, signOf, typeSentence } from "./readout.js";

/**
 * @typedef {import("./loops.js").Factor} Factor
 * @typedef {import("./loops.js").Link} Link
 * @typedef {import("./loops.js").Loop} Loop
 * @typedef {import("./value.js").Run} Run
 * @typedef {[number, number, "first" | "again" | "against", number[]]} Step link, change of its cause, what it meets, loops it closes
 * @typedef {{ factors: Factor[], links: (Link & { why: string | null })[], loops: (Loop & { name: string })[], runs: Record<string, Step[]> }} GivenMap
 * @typedef {import("../../page/element/element.js").ExerciseElement} ExerciseElement
 */

const PACE = { wave: 1700, loop: 3200 }; // ms for a line to be read while the change runs on
const LATE = 4; // As ripple.py has it: how many ordinary links a delayed one lags behind.

export class ExploreMap {
  /** @type {Run | null} the push that is followed now */ run = null;
  /** @type {Run["change"]} */ change = "up";
  /** @type {Run[]} */ tried = [];
  pushed = false; // Has the factor chosen its mark?
  at = 0;
  /** @type {number[]} loops that have come round and are still to be shown */ closing = [];
  /** @type {number | undefined} */ playing = undefined;

  /** @param {ExerciseElement} host @param {GivenMap} map */
  constructor(host, map) {
    this.host = host;
    this.map = map;
    this.bar = part(host, "run");
    this.select = /** @type {HTMLSelectElement} */ (host.querySelector("select[name=factor]"));
    this.select.addEventListener("change", () => this.pick());
    part(host, "picture").addEventListener("click", (event) => {
      const factor = event.target instanceof Element ? event.target.closest("[data-factor]") : null;
      if (!factor) return;
      this.select.value = factor.getAttribute("data-factor") || "";
      this.pick();
    });
    this.bar.addEventListener("click", (event) => {
      const { push, expect } = event.target instanceof HTMLElement ? event.target.dataset : {};
      if (push) this.push(/** @type {Run["change"]} */ (push));
      if (expect) this.start(/** @type {Run["expected"]} */ (expect));
    });
    part(host, "step").addEventListener("click", () => {
      this.pause();
      this.next();
    });
    part(host, "rest").addEventListener("click", () => this.rest());
    this.playButton = part(host, "play");
    this.playButton.addEventListener("click", () => (this.playing === undefined ? this.play() : this.pause()));
    if (!moves()) this.playButton.remove(); // For those who asked for less motion: steps only.
  }

  /** @param {string} id */
  nameOf = (id) => this.map.factors.find((one) => one.id === id)?.name ?? id;

  /** Which controls stand under the drawing, and the line above them. @param {"push" | "ask" | "follow"} state @param {string} text */
  turn(state, text) {
    const inside = this.bar.contains(document.activeElement);
    this.bar.dataset.state = state;
    part(this.host, "sentence").textContent = text;
    // Focus would be lost with a button that goes.
    if (inside && !document.activeElement?.checkVisibility()) {
      (state === "push" ? part(this.host, "compare") : part(this.host, state).querySelector("button"))?.focus({ preventScroll: true });
    }
  }

  /** Drawing and bar in one view where the window is high enough, else the bar. */
  inSight() {
    const view = this.bar.parentElement;
    const { top, bottom } = view?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (bottom > innerHeight || (top < 0 && bottom < innerHeight)) view?.scrollIntoView({ block: "end" });
  }

  /** A factor was tapped or chosen: its two buttons are ready. */
  pick() {
    this.pause();
    this.clear();
    part(this.host, "compare").textContent = "";
    const factor = this.select.value;
    const text = factor ? fill(strings.map_ready, { factor: this.nameOf(factor) }) : strings.map_nudge;
    this.turn("push", text);
    this.mark();
    this.inSight();
    this.host.say(text);
  }

  /** Nothing is followed any more. */
  clear() {
    this.run = null;
    this.pushed = false;
    this.at = 0;
    this.closing = [];
    this.light(null);
  }

  /** The factor has its mark at once. What comes of it is guessed before it is shown. @param {Run["change"]} change */
  push(change) {
    const factor = this.select.value;
    if (!factor) return this.host.report(strings.map_missing, this.select);
    this.pause();
    this.clear();
    this.change = change;
    this.pushed = true;
    this.mark();
    part(this.host, "steps").replaceChildren();
    part(this.host, "compare").textContent = "";
    // A guess made after seeing is none: the first one for a push stays.
    const before = this.tried.find((one) => one.factor === factor && one.change === change);
    if (before) return this.start(before.expected);
    const text = fill(strings.map_expect, { start: this.begun() });
    this.turn("ask", text);
    this.inSight();
    this.host.say(text);
  }

  begun() {
    return fill(strings.map_nudged, { change: changeWord(this.direction), factor: this.nameOf(this.select.value) });
  }

  /** @param {Run["expected"]} expected */
  start(expected) {
    const factor = this.select.value;
    this.run = this.tried.find((one) => one.factor === factor && one.change === this.change) || { factor, change: this.change, expected };
    if (!this.tried.includes(this.run)) this.tried.push(this.run);
    this.host.classList.add("sl-run");
    this.turn("follow", this.begun());
    this.mark();
    this.host.say(this.begun());
    this.table();
    this.host.save();
    if (!this.steps.length) return this.end(this.begun());
    if (moves()) this.play();
    this.inSight(); // Last: it is measured with the words that stand there now.
  }

  get direction() {
    return this.change === "down" ? -1 : 1;
  }

  /** @returns {Step[]} */
  get steps() {
    return this.run ? this.map.runs[this.run.factor] || [] : [];
  }

  /** When each step arrives, counted in ordinary links. @returns {number[]} */
  get times() {
    /** @type {Map<string, number>} */
    const reached = new Map([[this.run?.factor ?? "", 0]]);
    return this.steps.map(([index]) => {
      const { cause, effect, delay } = this.map.links[index];
      const time = (reached.get(cause) ?? 0) + (delay ? LATE : 1);
      if (!reached.has(effect)) reached.set(effect, time);
      return time;
    });
  }

  /** Follow one more link, and show what it closes. */
  next() {
    const step = this.steps[this.at];
    if (!step) return;
    const text = this.follow(1);
    this.light(step[3].length ? this.map.loops[step[3][0]] : null);
    this.closing = [];
    part(this.host, "sentence").textContent = text;
    if (this.at === this.steps.length) this.end(text);
    else this.host.say(text);
  }

  /** Go on by some steps, and mark and list them. @param {number} many @returns {string} the first of them in words */
  follow(many) {
    const steps = this.steps.slice(this.at, this.at + many);
    this.at += many;
    part(this.host, "steps").append(...steps.map((step) => make("li", {}, this.told(step))));
    this.closing.push(...steps.flatMap((step) => step[3]));
    this.mark(many);
    return this.told(steps[0]);
  }

  /** A wave of all that arrives together, or a loop that it closed. */
  beat() {
    this.playing = undefined;
    const closed = this.closing.shift();
    if (closed !== undefined) {
      const loop = this.map.loops[closed];
      const text = this.closed(loop);
      this.light(loop);
      part(this.host, "sentence").textContent = text;
      this.host.say(text);
    } else if (this.at >= this.steps.length) {
      return this.end("");
    } else {
      const { times } = this;
      const many = times.filter((time) => time === times[this.at]).length;
      this.light(null);
      const [[index, cause], ...others] = this.steps.slice(this.at, this.at + many);
      const { why } = this.map.links[index];
      this.follow(many);
      const names = [...new Set(others.map(([other]) => this.nameOf(this.map.links[other].effect)))].join("; ");
      const more = names ? fill(strings.map_and_more, { names }) : why || "";
      part(this.host, "sentence").textContent = `${linkSentence(this.map.links[index], this.nameOf, cause * this.direction)} ${more}`;
    }
    this.playing = window.setTimeout(() => this.beat(), closed === undefined ? PACE.wave : PACE.loop);
  }

  /** One step in words. @param {Step} step */
  told([index, cause, meets, closes]) {
    const link = this.map.links[index];
    const name = this.nameOf;
    return [
      linkSentence(link, name, cause * this.direction),
      link.why ? `${strings.map_why} ${link.why}` : "",
      link.effect === this.run?.factor ? strings.map_back : "",
      { first: "", again: strings.map_again, against: strings.map_against }[meets],
      ...closes.map((at) => this.closed(this.map.loops[at])),
    ]
      .filter(Boolean)
      .join(" ");
  }

  /** A loop that has come round. One that was only set off brings nothing back. @param {GivenMap["loops"][number]} loop */
  closed(loop) {
    const closed = fill(strings.map_closes, { name: loop.name, type: typeSentence(loop) });
    return loop.through.includes(this.run?.factor ?? "") ? closed : `${closed} ${strings.map_beside}`;
  }

  /** Show in the drawing what has moved so far. @param {number} [fresh] how many of the last steps run along their links now */
  mark(fresh = 0) {
    const factor = this.select.value;
    /** @type {Map<string, number>} */
    const moved = new Map(this.pushed ? [[factor, this.direction]] : []);
    const done = this.steps.slice(0, this.at);
    for (const [index, cause, meets] of done) {
      const { effect } = this.map.links[index];
      if (meets === "first") moved.set(effect, cause * this.direction * signOf(this.map.links[index]));
    }
    const followed = new Set(done.map((step) => step[0]));
    const latest = done.slice(done.length - fresh);
    for (const svg of part(this.host, "picture").querySelectorAll("svg")) {
      for (const group of svg.querySelectorAll("[data-factor]")) {
        const id = group.getAttribute("data-factor") || "";
        const direction = moved.get(id) ?? 0;
        group.classList.toggle("sl-map-moved", direction !== 0);
        group.classList.toggle("sl-map-picked", id === factor);
        const text = group.querySelector(".sl-map-change");
        if (text) text.textContent = direction > 0 ? "▲" : direction < 0 ? "▼" : "";
      }
      svg.querySelectorAll("[data-link]").forEach((line, index) => {
        const { cause, delay } = this.map.links[index];
        const now = latest.find((step) => step[0] === index);
        line.classList.toggle("sl-map-followed", followed.has(index));
        line.classList.toggle("sl-map-latest", now !== undefined);
        line.classList.toggle("sl-map-waiting", this.run !== null && delay && moved.has(cause) && !followed.has(index));
        if (now) glide(line, now[1] * this.direction, signOf(this.map.links[index]));
      });
    }
  }

  /** Light up one loop, or none. @param {Loop | null} loop */
  light(loop) {
    const through = loop?.through ?? [];
    const picture = part(this.host, "picture");
    picture.dataset.lit = loop?.type ?? "";
    for (const group of picture.querySelectorAll("[data-factor]")) {
      group.classList.toggle("sl-map-lit", through.includes(group.getAttribute("data-factor") || ""));
    }
    for (const line of picture.querySelectorAll("[data-link]")) {
      const { cause, effect } = this.map.links[Number(line.getAttribute("data-link"))];
      const at = through.indexOf(cause);
      line.classList.toggle("sl-map-lit", at >= 0 && through[(at + 1) % through.length] === effect);
    }
  }

  play() {
    this.playButton.textContent = strings.map_pause;
    this.beat();
  }

  pause() {
    clearTimeout(this.playing);
    this.playing = undefined;
    this.playButton.textContent = strings.map_play;
  }

  rest() {
    this.pause();
    if (this.at < this.steps.length) this.follow(this.steps.length - this.at);
    this.end("");
  }

  /** The guess beside what the map shows, and the next push ready. @param {string} last */
  end(last) {
    this.pause();
    if (!this.run) return;
    this.closing = [];
    if (!last) this.light(null);
    const verdict = part(this.host, "compare");
    const { top, bottom } = this.bar.getBoundingClientRect();
    const compare = fill(this.run.expected === "skipped" ? strings.map_compare_skipped : strings.map_compare, {
      expected: this.expectedWord(this.run),
      shown: this.back(this.run),
    });
    verdict.textContent = compare;
    this.turn("push", last || strings.map_ended);
    // Not where the run has played on while its reader is elsewhere on the page.
    if (bottom > 0 && top < innerHeight) this.inSight();
    this.host.say(`${last || strings.map_ended} ${compare}`);
    this.table();
  }

  /** @param {Run} run */
  expectedWord({ expected }) {
    return strings[`map_expect_${expected}`];
  }

  /** What the loops through a factor bring back to it. @param {Run} run */
  back({ factor }) {
    const by = (/** @type {Loop["type"]} */ type, /** @type {string} */ what) => {
      const loops = this.map.loops.filter((loop) => loop.type === type && loop.through.includes(factor)).map((loop) => `‘${loop.name}’`);
      return loops.length ? [fill(strings.map_back_by, { what, loops: loops.join(", ") })] : [];
    };
    return (
      [...by("reinforcing", strings.map_expect_same), ...by("balancing", strings.map_expect_against)].join("; ") || strings.map_expect_none
    );
  }

  /** @param {Run} run */
  nudgeWord({ factor, change }) {
    return `${this.nameOf(factor)} ${change === "up" ? "▲" : "▼"} ${changeWord(change === "up" ? 1 : -1)}`;
  }

  table() {
    this.host.classList.toggle("sl-tried", this.tried.length > 0);
    const ended = (/** @type {Run} */ run) => run !== this.run || this.at >= this.steps.length;
    const rows = this.tried.map((run) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, this.nudgeWord(run)),
        make("td", {}, this.expectedWord(run)),
        make("td", {}, ended(run) ? this.back(run) : "…"),
      ),
    );
    part(this.host, "tried")
      .querySelector("tbody")
      ?.replaceChildren(...rows);
  }

  read() {
    return { runs: this.tried, factors: [], links: [], names: {} };
  }

  /** @param {import("./value.js").MapValue} value */
  show(value) {
    this.pause();
    this.clear();
    this.tried = structuredClone(value.runs);
    this.host.classList.remove("sl-run");
    part(this.host, "compare").textContent = "";
    this.select.value = "";
    this.turn("push", strings.map_nudge);
    this.mark();
    this.table();
    return value.runs.every((run) => this.map.factors.some((one) => one.id === run.factor));
  }

  /** @param {import("./value.js").MapValue} value */
  summary(value) {
    const told = value.runs.map((run) => {
      const compare = fill(run.expected === "skipped" ? strings.map_compare_skipped : strings.map_compare, {
        expected: this.expectedWord(run),
        shown: this.back(run),
      });
      return `${this.nudgeWord(run)}. ${compare}`;
    });
    return [[strings.map_said_nudge, told.join("\n")]];
  }
}
