// The model at work: its picture, time, and the handles that change it.
import { sceneInWords } from "../../page/moving/moment.js";
import { Player } from "../../page/moving/player.js";
import { timingOf } from "../../page/moving/timing.js";
import { make, part } from "../../page/dom.js";
import { plainNumber } from "../../page/text.js";
import { traceOf } from "./runs.js";

/**
 * @typedef {import("./runs.js").ControlHead} ControlHead
 * @typedef {import("./runs.js").Settings} Settings
 * @typedef {import("./runs.js").Traces} Traces
 * @typedef {import("../../page/moving/moving.js").Picture} Picture
 * @typedef {import("../../page/moving/moving.js").MovingElement} MovingElement
 */

/** The handles: sliders, and named buttons for ways that are no amounts. */
export class Handles {
  /** @param {HTMLElement} exercise @param {ControlHead[]} controls @param {() => void} changed @param {() => void} settled */
  constructor(exercise, controls, changed, settled) {
    this.controls = controls;
    this.box = part(exercise, "controls");
    this.box.addEventListener("input", () => {
      this.face();
      changed();
    });
    this.box.addEventListener("change", settled);
    this.face();
  }

  /** @param {string} name @returns {HTMLInputElement[]} */
  inputs(name) {
    const found = [...this.box.querySelectorAll(`[data-control="${name}"]`)];
    return found.filter((one) => one instanceof HTMLInputElement);
  }

  /** @param {ControlHead} control @returns {number} the place of its step */
  step(control) {
    const inputs = this.inputs(control.name);
    const input = control.named ? inputs.find((one) => one.checked) : inputs[0];
    return Number(input?.value ?? control.steps.indexOf(control.start));
  }

  /** @returns {Settings} */
  get settings() {
    return Object.fromEntries(this.controls.map((control) => [control.name, control.steps[this.step(control)]]));
  }

  /** Set them, as far as such steps are offered. @param {Settings} settings */
  set settings(settings) {
    for (const control of this.controls) {
      const step = control.steps.indexOf(settings[control.name] ?? control.start);
      if (step < 0) continue;
      for (const input of this.inputs(control.name)) {
        if (control.named) input.checked = Number(input.value) === step;
        else input.value = String(step);
      }
    }
    this.face();
  }

  /** Say each setting in its own words. */
  face() {
    for (const control of this.controls) {
      if (control.named) continue;
      const [slider] = this.inputs(control.name);
      const shown = control.shown[Number(slider.value)];
      slider.setAttribute("aria-valuetext", shown);
      const output = slider.closest(".sl-field")?.querySelector("output");
      if (output) output.textContent = shown;
    }
  }
}

/** The picture with its time. */
export class Moving {
  /** @type {Player} */ player = /** @type {any} */ (null);

  /**
   * @param {HTMLElement} exercise
   * @param {Picture} picture
   * @param {Traces} traces
   * @param {string[]} pictured what each run of the picture says
   * @param {string} axis
   * @param {(words: string) => void} say
   * @param {() => void} ended
   */
  constructor(exercise, picture, traces, pictured, axis, say, ended) {
    this.picture = picture;
    this.traces = traces;
    this.pictured = pictured;
    this.axis = axis;
    this.say = say;
    this.scene = /** @type {MovingElement} */ (part(exercise, "scene"));
    this.moments = part(exercise, "moments");
    this.said = part(exercise, "this-run");
    this.strips = part(exercise, "strip");
    this.run = 0;
    this.show(0);
    this.player = new Player(part(exercise, "player"), timingOf(picture, traceOf(traces, 0), axis), {
      shows: (time, { spoken, seconds }) => {
        this.scene.at(time, seconds);
        if (spoken) this.say(sceneInWords(this.scene, this.axis, time));
      },
      ends: ended,
      rests: () => this.scene.rest(),
    });
  }

  /** @param {number} run */
  show(run) {
    this.run = run;
    const trace = traceOf(this.traces, run);
    this.scene.set(this.picture, trace);
    this.player?.set(timingOf(this.picture, trace, this.axis));
  }

  /** The same as a table: about a dozen moments. */
  table() {
    const { stocks, runs } = this.traces;
    const ticks = this.player.timing.stops;
    const every = Math.max(1, Math.round(ticks.length / 12));
    const rows = ticks.map((_, at) => at).filter((at) => at % every === 0 || at === ticks.length - 1);
    const columns = this.picture.columns.map((stock) => runs[this.run].stocks[stocks.indexOf(stock)]);
    const cells = (/** @type {number} */ at) => columns.map((counts) => make("td", {}, plainNumber(counts[at])));
    this.moments
      .querySelector("tbody")
      ?.replaceChildren(...rows.map((at) => make("tr", {}, make("th", { scope: "row" }, plainNumber(ticks[at])), ...cells(at))));
    this.said.textContent = this.pictured[this.run] ?? "";
  }

  /** On paper nothing moves: three moments stand side by side. */
  strip() {
    const ticks = this.player.timing.stops;
    const trace = traceOf(this.traces, this.run);
    const half = (ticks[0] + ticks[ticks.length - 1]) / 2;
    const moments = [0, ticks.findIndex((tick) => tick >= half), ticks.length - 1].map((at) => {
      const scene = /** @type {MovingElement} */ (make(this.scene.localName, { class: "sl-scene" }));
      if (this.scene.dataset.scenery) scene.dataset.scenery = this.scene.dataset.scenery;
      scene.time = ticks[at];
      const moment = make("figure", {}, scene, make("figcaption", {}, `${this.axis} ${plainNumber(ticks[at])}`));
      scene.set(this.picture, trace);
      return moment;
    });
    this.strips.replaceChildren(...moments);
  }

  /** Back on the screen. */
  unstrip() {
    this.strips.replaceChildren();
  }
}
