// <sl-simulator>: predict, run, compare runs side by side, explain, look back.
import { unfolded } from "../../page/element/answer_key.js";
import "../../page/chart/chart.js";
import "../../page/chart/network.js";
import { part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { labelOf } from "../../page/element/fields.js";
import { strings } from "../../page/strings.js";
import { fill, plainNumber, wellFormed } from "../../page/text.js";
import { answersTo, inWords, levelsOf, marksOf, outcomeOf } from "./prediction.js";
import { runRows } from "./rows.js";
import { columnOf, runAt } from "./runs.js";

/**
 * @typedef {import("./runs.js").Runs} Runs
 * @typedef {import("./runs.js").ControlHead} ControlHead
 * @typedef {import("./runs.js").Settings} Settings
 * @typedef {import("./prediction.js").Asked} Asked
 * @typedef {import("./prediction.js").Predicted} Predicted
 * @typedef {import("../../page/chart/chart.js").ChartElement} ChartElement
 * @typedef {import("../../page/chart/network.js").NetworkElement} NetworkElement
 * @typedef {{ runs: Runs, controls: ControlHead[], predict: Asked, at: number, begins: number,
 *   network: { control: string, people: number, neighbours: number[] } | null }} Simulated
 */

const MOST = 6;

export class SimulatorElement extends ExerciseElement {
  /** @type {Simulated} */ model = /** @type {any} */ (null);
  /** @type {Predicted} */ predicted = null;
  /** @type {Settings[]} */ kept = [];

  enhance() {
    this.model = JSON.parse(part(this, "model").textContent || "");
    part(this, "predict").addEventListener("submit", () => this.predict());
    part(this, "skip").addEventListener("click", () => this.run("skipped"));
    part(this, "keep").addEventListener("click", () => this.keep());
    for (const control of this.model.controls) {
      const slider = this.slider(control.name);
      slider.addEventListener("input", () => this.draw());
      slider.addEventListener("change", () => this.say(this.sentence()));
    }
    part(this, "measures").addEventListener("change", () => this.draw());
    part(this, "view").addEventListener("change", () => this.draw());
    for (const slider of this.sketchers()) slider.addEventListener("input", () => this.sketch());
    this.sketch();
    this.draw();
  }

  /** @param {string} name @returns {HTMLInputElement} */
  slider(name) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`input[type=range][name="${name}"]`));
  }

  /** @param {string} selector @returns {HTMLInputElement[]} */
  inputs(selector) {
    return [...this.querySelectorAll(selector)].filter((one) => one instanceof HTMLInputElement);
  }

  /** The sliders of a drawn curve. */
  sketchers() {
    return this.inputs("input[name=curve]");
  }

  /** @returns {HTMLTextAreaElement[]} */
  areas() {
    return [...this.querySelectorAll("textarea")];
  }

  predict() {
    const asked = this.model.predict;
    if (asked.form === "level") {
      const [input] = this.inputs("input[name=level]");
      const number = input.valueAsNumber;
      if (number >= asked.low && number <= asked.high) return this.run(number);
      this.report(fill(strings.sim_level_wrong, { low: plainNumber(asked.low), high: plainNumber(asked.high) }));
      input.focus();
    } else if (asked.form === "curve") {
      this.run(this.sketchers().map((slider) => slider.valueAsNumber));
    } else {
      const way = this.inputs(`input[name="${this.id}-direction"]`).find((radio) => radio.checked)?.value;
      if (way === "higher" || way === "same" || way === "lower") return this.run(way);
      this.report(strings.sim_direction_pick);
    }
  }

  /** Draw the curve that the sliders set. */
  sketch() {
    const asked = this.model.predict;
    if (asked.form !== "curve") return;
    const levels = this.sketchers().map((slider) => slider.valueAsNumber);
    for (const slider of this.sketchers()) {
      const output = slider.parentElement?.querySelector("output");
      if (output) output.textContent = plainNumber(slider.valueAsNumber);
    }
    const series = this.seriesOf(asked.series);
    this.chart("sketch").data = {
      title: asked.question,
      x: { label: this.model.runs.axis[0], points: this.model.runs.points },
      y: { label: series.label, unit: series.unit, high: asked.high },
      lines: [],
      marks: this.drawn(levels),
      markLabel: strings.sim_prediction,
    };
  }

  /** @param {string} name @returns {import("./runs.js").SeriesHead} */
  seriesOf(name) {
    return this.model.runs.series.find((one) => one.name === name) || this.model.runs.series[0];
  }

  /** @param {string} name @returns {ChartElement} */
  chart(name) {
    return /** @type {ChartElement} */ (part(this, name));
  }

  /** The first run, after predicting it or skipping that on purpose. @param {Predicted} predicted */
  run(predicted) {
    const first = this.predicted === null;
    this.predicted = predicted;
    if (first) {
      this.kept = [Object.fromEntries(this.model.controls.map((control) => [control.name, control.start])), ...this.kept].slice(0, MOST);
    }
    this.draw();
    this.say(`${textOf(part(this, "compare"))} ${this.sentence()}`);
    this.save();
  }

  /** @returns {Settings} the controls as they stand */
  settings() {
    return Object.fromEntries(this.model.controls.map((control) => [control.name, control.steps[Number(this.slider(control.name).value)]]));
  }

  sentence() {
    return this.model.runs.sentences[runAt(this.model.controls, this.settings())];
  }

  /** @param {number} index */
  letter(index) {
    return String.fromCharCode(65 + index);
  }

  /** @returns {number} where the current settings stand among the kept runs, or -1 */
  keptAt() {
    const now = JSON.stringify(this.settings());
    return this.kept.findIndex((settings) => JSON.stringify(settings) === now);
  }

  keep() {
    const at = this.keptAt();
    if (at >= 0) return this.say(fill(strings.sim_have, { name: this.letter(at) }));
    if (this.kept.length >= MOST) return this.say(strings.sim_many);
    this.kept.push(this.settings());
    this.draw();
    this.say(`${fill(strings.sim_kept, { name: this.letter(this.kept.length - 1) })} ${this.sentence()}`);
    this.save();
  }

  /** @param {number} index */
  drop(index) {
    this.kept.splice(index, 1);
    this.draw();
    this.say(fill(strings.sim_removed, { name: this.letter(index) }));
    this.save();
    part(this, "keep").focus();
  }

  /** Runs to show: the kept ones that still exist, and the current one where it is not among them. */
  lines() {
    const { controls } = this.model;
    const lines = this.kept.map((settings, index) => ({ name: this.letter(index), settings, index, current: index === this.keptAt() }));
    if (this.keptAt() < 0) lines.push({ name: strings.sim_now, settings: this.settings(), index: -1, current: true });
    return lines.map((line) => ({ ...line, run: runAt(controls, line.settings) })).filter((line) => line.run >= 0);
  }

  draw() {
    const { runs, controls } = this.model;
    this.classList.toggle("sl-run", this.predicted !== null);
    this.classList.toggle("sl-two", this.kept.length >= 2);
    for (const control of controls) {
      const slider = this.slider(control.name);
      const shown = control.shown[Number(slider.value)];
      slider.setAttribute("aria-valuetext", shown);
      const output = slider.parentElement?.querySelector("output");
      if (output) output.textContent = shown;
    }
    if (this.predicted === null) return;
    part(this, "sentence").textContent = this.sentence();
    const checked = (/** @type {string} */ name) =>
      this.inputs(`input[name="${this.id}-${name}"]`).find((radio) => radio.checked)?.value || "";
    const series = this.seriesOf(checked("measure"));
    const lines = this.lines();
    const [column, low, high] = series.columns;
    this.chart("chart").data = {
      title: `${textOf(/** @type {Element} */ (this.querySelector(".sl-title")))} ${series.label}`,
      read: this.model.at,
      x: { label: runs.axis[0], points: runs.points },
      y: { label: series.label, unit: series.unit },
      lines: lines.map((line) => ({
        name: line.name,
        current: line.current,
        values: columnOf(runs, line.run, column),
        band: low === undefined ? undefined : [columnOf(runs, line.run, low), columnOf(runs, line.run, high)],
      })),
      ...this.markOf(series.name, lines),
      bars: checked("view") === "bars" ? runs.points.indexOf(this.model.at) : undefined,
    };
    this.network();
    this.compare();
    const details = /** @type {HTMLDetailsElement} */ (part(this, "table"));
    details.open = true;
    details.querySelector("tbody")?.replaceChildren(...runRows(lines, this.model, (index) => this.drop(index)));
  }

  /**
   * The prediction as the chart draws it: levels where they were given; a direction as words at its start.
   * @param {string} series
   * @param {{ run: number }[]} lines
   * @returns {{ marks: [number, number][], markLabel: string }}
   */
  markOf(series, lines) {
    const { predict, runs } = this.model;
    if (series !== predict.series || !answersTo(predict, this.predicted)) return { marks: [], markLabel: "" };
    if (predict.form !== "direction") return { marks: this.drawn(this.predicted), markLabel: strings.sim_prediction };
    const way = inWords(predict, this.predicted, runs.axis[0]);
    if (!way || lines.length === 0) return { marks: [], markLabel: "" };
    const start = columnOf(runs, lines[0].run, this.seriesOf(series).columns[0])[runs.points.indexOf(predict.since)];
    return { marks: [[predict.since, start]], markLabel: `${strings.sim_prediction}: ${way.toLowerCase()}` };
  }

  /** A prediction as points; a curve sets out from where the model does. @param {Predicted} predicted @returns {[number, number][]} */
  drawn(predicted) {
    const { predict, runs, begins } = this.model;
    const marks = marksOf(predict, predicted);
    return predict.form === "curve" && marks.length ? [[runs.points[0], begins], ...marks] : marks;
  }

  /** For a model of a network: a sketch of who sees whom at the current setting. */
  network() {
    const { network, controls } = this.model;
    const picture = this.querySelector("sl-network");
    const control = controls.find((one) => one.name === network?.control);
    if (!network || !picture || !control) return;
    const neighbours = network.neighbours[Number(this.slider(control.name).value)];
    /** @type {NetworkElement} */ (picture).data = { people: network.people, neighbours };
  }

  /** Prediction beside result, for the run it was made for. */
  compare() {
    const { runs, controls, predict } = this.model;
    const start = Object.fromEntries(controls.map((control) => [control.name, control.start]));
    const values = columnOf(runs, runAt(controls, start), this.seriesOf(predict.series).columns[0]);
    const valueAt = (/** @type {number} */ point) => values[runs.points.indexOf(point)];
    const levels = levelsOf(predict, valueAt, runs.axis[0]);
    const shown = `${inWords(predict, outcomeOf(predict, valueAt), runs.axis[0])}${levels && ` (${levels})`}`;
    const predicted = answersTo(predict, this.predicted) ? inWords(predict, this.predicted, runs.axis[0]) : "";
    part(this, "compare").textContent = predicted ? fill(strings.sim_compare, { predicted, shown }) : fill(strings.sim_skipped, { shown });
  }

  read() {
    const [explain, ...debrief] = this.areas().map((area) => wellFormed(area.value));
    return { predicted: this.predicted, runs: structuredClone(this.kept), explain, debrief };
  }

  /** @param {{ predicted: Predicted, runs: Settings[], explain: string, debrief: string[] }} value */
  show(value) {
    this.predicted = value.predicted;
    this.kept = structuredClone(value.runs);
    this.showPrediction();
    const [explain, ...debrief] = this.areas();
    explain.value = value.explain;
    debrief.forEach((area, index) => {
      area.value = value.debrief[index] ?? "";
    });
    this.draw();
    if (!answersTo(this.model.predict, value.predicted)) return false;
    return value.runs.every((settings) => runAt(this.model.controls, settings) >= 0) && value.debrief.length <= debrief.length;
  }

  /** Put a saved prediction back into its controls. */
  showPrediction() {
    const { predicted } = this;
    if (typeof predicted === "number") for (const input of this.inputs("input[name=level]")) input.value = String(predicted);
    for (const radio of this.inputs(`input[name="${this.id}-direction"]`)) radio.checked = radio.value === predicted;
    if (Array.isArray(predicted)) {
      this.sketchers().forEach((slider, index) => {
        slider.value = String(predicted[index] ?? slider.value);
      });
      this.sketch();
    }
  }

  /** @param {{ predicted: Predicted, runs: Settings[] }} value */
  summary(value) {
    const { controls, runs, predict } = this.model;
    const predicted = inWords(predict, value.predicted, runs.axis[0]) || textOf(part(this, "skip"));
    const tried = value.runs.map((settings, index) => {
      const run = runAt(controls, settings);
      const set = controls.map(
        (control) => `${control.label}: ${control.shown[control.steps.indexOf(settings[control.name])] ?? settings[control.name]}`,
      );
      return `${this.letter(index)}. ${set.join(", ")}. ${run < 0 ? "" : runs.sentences[run]}`;
    });
    return [
      [strings.sim_said_predicted, value.predicted === null ? "" : predicted],
      [strings.sim_said_runs, tried.join("\n")],
      ...this.areas().map((area) => [labelOf(this, area), area.value]),
    ];
  }

  /** Before the first run the figures are withheld; after it they are the learner's own, beside the question. */
  answerKey() {
    return unfolded(this.querySelectorAll(this.predicted === null ? ".sl-table, .sl-notes details" : ".sl-notes details"));
  }
}

defineKind("simulator", SimulatorElement);
