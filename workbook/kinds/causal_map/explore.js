// Exploring a given map: nudge a factor, follow the change link by link, hear which loops come round.
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

const PACE = 3200; // ms for a step to be read while the run plays

export class ExploreMap {
  /** @type {Run | null} the nudge that is followed now */ run = null;
  /** @type {Run[]} */ tried = [];
  at = 0;
  /** @type {number | undefined} */ playing = undefined;

  /** @param {ExerciseElement} host @param {GivenMap} map */
  constructor(host, map) {
    this.host = host;
    this.map = map;
    part(host, "nudge").addEventListener("submit", () => this.start());
    part(host, "step").addEventListener("click", () => this.next());
    part(host, "rest").addEventListener("click", () => this.rest());
    part(host, "picture").addEventListener("click", (event) => {
      const factor = event.target instanceof Element ? event.target.closest("[data-factor]") : null;
      if (factor) this.select.value = factor.getAttribute("data-factor") || "";
    });
    this.playButton = part(host, "play");
    this.playButton.addEventListener("click", () => (this.playing === undefined ? this.play() : this.pause()));
    if (!moves()) this.playButton.remove(); // For those who asked for less motion: steps only.
  }

  /** @returns {HTMLSelectElement} */
  get select() {
    return /** @type {HTMLSelectElement} */ (this.host.querySelector("select[name=factor]"));
  }

  /** @param {string} name @returns {string} the value picked among radios */
  picked(name) {
    const radio = this.host.querySelector(`input[name="${this.host.id}-${name}"]:checked`);
    return radio instanceof HTMLInputElement ? radio.value : "";
  }

  /** @param {string} id */
  nameOf = (id) => this.map.factors.find((one) => one.id === id)?.name ?? id;

  start() {
    const factor = this.select.value;
    const change = /** @type {Run["change"]} */ (this.picked("change"));
    const expected = /** @type {Run["expected"]} */ (this.picked("expected"));
    if (!factor || !change || !expected) {
      this.host.report(strings.map_missing);
      return;
    }
    this.pause();
    // A guess made after seeing is none: the first one for a nudge stays.
    this.run = this.tried.find((one) => one.factor === factor && one.change === change) || { factor, change, expected };
    if (!this.tried.includes(this.run)) this.tried.push(this.run);
    this.at = 0;
    this.host.classList.add("sl-run");
    part(this.host, "steps").replaceChildren();
    part(this.host, "compare").textContent = "";
    this.host.classList.remove("sl-ended");
    this.mark();
    const start = fill(strings.map_nudged, { change: changeWord(this.direction), factor: this.nameOf(factor) });
    part(this.host, "start").textContent = start;
    part(this.host, "sentence").textContent = "";
    this.host.say(start);
    if (!this.steps.length) this.end(start);
    this.table();
    // The next nudge is another question, so nothing is picked for it.
    this.select.value = "";
    for (const radio of part(this.host, "nudge").querySelectorAll("input")) radio.checked = false;
    this.host.save();
  }

  get direction() {
    return this.run?.change === "down" ? -1 : 1;
  }

  /** @returns {Step[]} */
  get steps() {
    return this.run ? this.map.runs[this.run.factor] || [] : [];
  }

  /** Follow one more link. @returns {boolean} whether there was one */
  next() {
    if (this.at >= this.steps.length) {
      this.pause();
      return false;
    }
    const text = this.told(this.steps[this.at]);
    this.at += 1;
    part(this.host, "steps").append(make("li", {}, text));
    part(this.host, "sentence").textContent = text;
    this.mark();
    if (this.at === this.steps.length) this.end(text);
    else this.host.say(text);
    return true;
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
      // A loop that was only set off brings nothing back to where the nudge was.
      ...closes.flatMap((at) => {
        const loop = this.map.loops[at];
        const closed = fill(strings.map_closes, { name: loop.name, type: typeSentence(loop) });
        return loop.through.includes(this.run?.factor ?? "") ? [closed] : [closed, strings.map_beside];
      }),
    ]
      .filter(Boolean)
      .join(" ");
  }

  /** Show in the drawing what has moved so far. */
  mark() {
    /** @type {Map<string, number>} */
    const moved = new Map(this.run ? [[this.run.factor, this.direction]] : []);
    const done = this.steps.slice(0, this.at);
    for (const [index, cause, meets] of done) {
      const { effect } = this.map.links[index];
      if (meets === "first") moved.set(effect, cause * this.direction * signOf(this.map.links[index]));
    }
    for (const svg of part(this.host, "picture").querySelectorAll("svg")) {
      for (const group of svg.querySelectorAll("[data-factor]")) {
        const direction = moved.get(group.getAttribute("data-factor") || "") ?? 0;
        group.classList.toggle("sl-map-moved", direction !== 0);
        const text = group.querySelector(".sl-map-change");
        if (text) text.textContent = direction > 0 ? "▲" : direction < 0 ? "▼" : "";
      }
      const lines = [...svg.querySelectorAll("[data-link]")];
      lines.forEach((line, index) =>
        line.classList.toggle(
          "sl-map-followed",
          done.some((step) => step[0] === index),
        ),
      );
      const latest = done.length > 0 ? lines[done[done.length - 1][0]] : null;
      for (const line of lines) line.classList.toggle("sl-map-latest", line === latest);
      if (latest) glide(latest);
    }
  }

  play() {
    if (!this.next()) return;
    this.playButton.textContent = strings.map_pause;
    this.playing = window.setInterval(() => this.next(), PACE);
  }

  pause() {
    clearInterval(this.playing);
    this.playing = undefined;
    this.playButton.textContent = strings.map_play;
  }

  rest() {
    this.pause();
    while (this.at < this.steps.length) this.next();
  }

  /** The guess beside what the map shows, in place of the buttons, which have nothing left to do. @param {string} last */
  end(last) {
    this.pause();
    if (!this.run) return;
    const frame = part(this.host, "run");
    const verdict = part(this.host, "compare");
    const { top, bottom } = frame.getBoundingClientRect();
    // Focus would be lost with its button. From the title a screen reader reads on to the verdict.
    if (frame.contains(document.activeElement)) frame.querySelector("h4")?.focus({ preventScroll: true });
    this.host.classList.add("sl-ended");
    const compare = fill(this.run.expected === "skipped" ? strings.map_compare_skipped : strings.map_compare, {
      expected: this.expectedWord(this.run),
      shown: this.back(this.run),
    });
    verdict.textContent = `${strings.map_ended} ${compare}`;
    // Not where the run has played on while its reader is elsewhere on the page.
    if (bottom > 0 && top < innerHeight) verdict.scrollIntoView({ block: "nearest" });
    this.host.say(`${last} ${strings.map_ended} ${compare}`);
    this.table();
  }

  /** @param {Run} run */
  expectedWord({ expected }) {
    return strings[`map_expect_${expected}`];
  }

  /** What the loops through a factor bring back to it. @param {Run} run */
  back({ factor }) {
    const by = (/** @type {Loop["type"]} */ type, /** @type {string} */ what) => {
      const loops = this.map.loops.filter((loop) => loop.type === type && loop.through.includes(factor)).map((loop) => `“${loop.name}”`);
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
    this.run = null;
    this.tried = structuredClone(value.runs);
    this.host.classList.remove("sl-run");
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
