// Exploring a given map: tap a factor, push it, see the change run from link to link and which loops come round.
import { make, part } from "../../page/dom.js";
import { reportMissing } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { moves } from "./glide.js";
import { lightLoop, markMoved } from "./marks.js";
import { changeWord } from "./readout.js";
import { arrivals, closedInWords, stepInWords, waveInWords } from "./ripple.js";
import { compareInWords, loopsBack, pushInWords, showTried } from "./tried.js";

/** @typedef {import("./value.js").Run} Run */

const PACE = { wave: 1700, loop: 3200 }; // ms for a line to be read while the change runs on

export class ExploreMap {
  /** @type {Run | null} the push that is followed now */ run = null;
  direction = 0; // of the push: 1 up, -1 down, 0 as long as the factor is only chosen
  /** @type {Run[]} */ tried = [];
  shown = 0; // loops that bring the push back, lit up at its end
  at = 0; // how many of its steps have been followed
  /** @type {number[]} loops that have come round and are still to be shown */ closing = [];
  /** @type {number | undefined} */ playing = undefined;

  /** @param {import("../../page/element/element.js").ExerciseElement} host @param {import("./ripple.js").GivenMap} map */
  constructor(host, map) {
    this.host = host;
    this.map = map;
    this.bar = part(host, "run");
    this.picture = part(host, "picture");
    this.select = /** @type {HTMLSelectElement} */ (host.querySelector("select[name=factor]"));
    this.select.addEventListener("change", () => this.pick());
    this.picture.addEventListener("click", (event) => {
      const factor = event.target instanceof Element ? event.target.closest("[data-factor]") : null;
      if (!factor) return;
      this.select.value = factor.getAttribute("data-factor") || "";
      this.pick();
    });
    this.bar.addEventListener("click", (event) => {
      const { push, expect } = event.target instanceof HTMLElement ? event.target.dataset : {};
      const change = this.direction < 0 ? "down" : "up";
      if (push) this.push(/** @type {Run["change"]} */ (push));
      if (expect) this.start({ factor: this.select.value, change, expected: /** @type {Run["expected"]} */ (expect) });
    });
    part(host, "step").addEventListener("click", () => this.next());
    part(host, "rest").addEventListener("click", () => this.rest());
    part(host, "loop").addEventListener("click", () => this.showLoop());
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
    const view = /** @type {HTMLElement} */ (this.bar.parentElement);
    const { top, bottom } = view.getBoundingClientRect();
    if (bottom > innerHeight || (top < 0 && bottom < innerHeight)) view.scrollIntoView({ block: "end" });
  }

  /** A factor was tapped or chosen: its two buttons are ready. */
  pick() {
    this.clear();
    const factor = this.select.value;
    const text = factor ? fill(strings.map_ready, { factor: this.nameOf(factor) }) : strings.map_nudge;
    this.turn("push", text);
    this.mark();
    this.inSight();
    this.host.say(text);
  }

  /** Nothing is followed any more. */
  clear() {
    this.pause();
    this.run = null;
    this.direction = 0;
    this.at = 0;
    this.closing = [];
    lightLoop(this.picture, this.map.links, null);
    part(this.host, "compare").textContent = "";
    this.shown = 0;
    delete this.bar.dataset.loops;
  }

  /** The factor has its mark at once. What comes of it is guessed before it is shown. @param {Run["change"]} change */
  push(change) {
    const factor = this.select.value;
    if (!factor) return reportMissing(this.host, strings.map_choose, this.select);
    this.clear();
    this.direction = change === "down" ? -1 : 1;
    this.mark();
    part(this.host, "steps").replaceChildren();
    // A guess made after seeing is none: the first one for a push stays.
    const before = this.tried.find((one) => one.factor === factor && one.change === change);
    if (before) return this.start(before);
    const text = fill(strings.map_expect, { start: this.begun() });
    this.turn("ask", text);
    this.inSight();
    this.host.say(text);
  }

  begun() {
    return fill(strings.map_nudged, { change: changeWord(this.direction), factor: this.nameOf(this.select.value) });
  }

  /** @param {Run} run */
  start(run) {
    this.run = run;
    if (!this.tried.includes(run)) this.tried.push(run);
    const text = this.begun();
    this.host.classList.add("sl-run");
    this.turn("follow", text);
    this.mark();
    this.host.say(text);
    this.host.save();
    if (!this.steps.length) return this.end(text);
    if (moves()) this.play();
    this.inSight(); // Last: it is measured with the words that stand there now.
  }

  get steps() {
    return this.run ? this.map.runs[this.run.factor] || [] : [];
  }

  /** Follow one more link, and show what it closes. */
  next() {
    this.pause();
    const step = this.steps[this.at];
    if (!step) return;
    const text = this.follow(1);
    lightLoop(this.picture, this.map.links, step[3].length ? this.map.loops[step[3][0]] : null);
    this.closing = [];
    part(this.host, "sentence").textContent = text;
    if (this.at === this.steps.length) this.end(text);
    else this.host.say(text);
  }

  /** Go on by some steps, and mark and list them. @param {number} many @returns {string} the first of them in words */
  follow(many) {
    const factor = this.run?.factor ?? "";
    const steps = this.steps.slice(this.at, this.at + many);
    const told = steps.map((step) => stepInWords(step, this.map, this.nameOf, this.direction, factor));
    this.at += many;
    part(this.host, "steps").append(...told.map((text) => make("li", {}, text)));
    this.closing.push(...steps.flatMap((step) => step[3]));
    this.mark(many);
    return told[0];
  }

  /** A wave of all that arrives together, or a loop that it closed. */
  beat() {
    this.playing = undefined;
    const factor = this.run?.factor ?? "";
    const closed = this.closing.shift();
    if (closed !== undefined) {
      const loop = this.map.loops[closed];
      const text = closedInWords(loop, factor);
      lightLoop(this.picture, this.map.links, loop);
      part(this.host, "sentence").textContent = text;
      this.host.say(text);
    } else if (this.at >= this.steps.length) {
      return this.end("");
    } else {
      const times = arrivals(this.steps, this.map.links, factor);
      const many = times.filter((time, at) => at >= this.at && time === times[this.at]).length; // Of a wave, some may have been stepped.
      const wave = this.steps.slice(this.at, this.at + many);
      lightLoop(this.picture, this.map.links, null);
      this.follow(many);
      part(this.host, "sentence").textContent = waveInWords(wave, this.map.links, this.nameOf, this.direction);
    }
    this.playing = window.setTimeout(() => this.beat(), closed === undefined ? PACE.wave : PACE.loop);
  }

  /** Show in the drawing what has moved so far. @param {number} [fresh] how many of the last steps run along their links now */
  mark(fresh = 0) {
    markMoved(this.picture, this.map.links, this.select.value, this.direction, this.run && this.steps.slice(0, this.at), fresh);
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
    this.follow(this.steps.length - this.at);
    this.end("");
  }

  /** The guess beside what the map shows, and the next push ready. @param {string} last */
  end(last) {
    this.pause();
    if (!this.run) return;
    this.closing = [];
    if (!last) lightLoop(this.picture, this.map.links, null);
    const { top, bottom } = this.bar.getBoundingClientRect();
    const compare = compareInWords(this.run, this.map.loops);
    part(this.host, "compare").textContent = compare;
    if (loopsBack(this.run, this.map.loops).length) this.bar.dataset.loops = "";
    this.turn("push", last);
    // Not where the run has played on while its reader is elsewhere on the page.
    if (bottom > 0 && top < innerHeight) this.inSight();
    this.host.say(`${last} ${compare}`.trim());
    this.table();
  }

  /** One of the loops that bring the push back, lit up and told: a name alone would say nothing. */
  showLoop() {
    const { run } = this;
    if (!run) return;
    const loops = loopsBack(run, this.map.loops);
    const n = this.shown++ % loops.length;
    const { name, through, type } = loops[n];
    const at = through.indexOf(run.factor);
    const text = fill(strings.map_loop_back, {
      n: n + 1,
      all: loops.length,
      name,
      back: type === "reinforcing" ? strings.map_expect_same : strings.map_expect_against,
      way: [...through, ...through]
        .slice(at, at + through.length + 1)
        .map(this.nameOf)
        .join(" → "),
    });
    lightLoop(this.picture, this.map.links, loops[n]);
    part(this.host, "sentence").textContent = text;
    this.inSight();
    this.host.say(text);
  }

  table() {
    showTried(this.host, this.tried, this.map.loops, this.nameOf);
  }

  read() {
    return { runs: this.tried, factors: [], links: [], names: {} };
  }

  /** @param {import("./value.js").MapValue} value */
  show(value) {
    this.select.value = "";
    this.clear();
    this.tried = structuredClone(value.runs);
    this.host.classList.remove("sl-run");
    this.turn("push", strings.map_nudge);
    this.mark();
    this.table();
    return value.runs.every((run) => this.map.factors.some((one) => one.id === run.factor));
  }

  /** @param {import("./value.js").MapValue} value */
  summary(value) {
    const told = value.runs.map((run) => `${pushInWords(run, this.nameOf)}. ${compareInWords(run, this.map.loops)}`);
    return [[strings.map_said_nudge, told.join("\n")]];
  }
}
