// The form that asks for a prediction: drawn on the chart, or set by a native control that says the same.
import "../../page/pen/pen.js";
import { niceTicks } from "../../page/chart/scale.js";
import { answersTo } from "./prediction.js";
import { part } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill, plainNumber } from "../../page/text.js";

/**
 * @typedef {import("./prediction.js").Asked} Asked
 * @typedef {import("./prediction.js").Predicted} Predicted
 * @typedef {import("../../page/pen/pen.js").PenElement} PenElement
 * @typedef {import("../../page/pen/pen.js").Sheet} Sheet
 */

const WAYS = /** @type {const} */ (["lower", "same", "higher"]);

export class Asking {
  /**
   * @param {HTMLElement} exercise
   * @param {Asked} asked
   * @param {{ axis: string, points: number[], label: string, begins: number }} chart
   */
  constructor(exercise, asked, chart) {
    this.asked = asked;
    this.form = part(exercise, "predict");
    this.pen = /** @type {PenElement} */ (part(exercise, "pen"));
    this.sheet = sheetOf(asked, chart);
    this.pen.set(this.sheet, []);
    this.pen.addEventListener("drawn", () => this.toFields());
    this.form.addEventListener("input", () => this.toPen());
  }

  /** @param {string} selector @returns {HTMLInputElement[]} */
  inputs(selector) {
    return [...this.form.querySelectorAll(selector)].filter((one) => one instanceof HTMLInputElement);
  }

  get fields() {
    return this.inputs("[data-part=other] input");
  }

  /** What is drawn stands in the fields too. */
  toFields() {
    const { levels } = this.pen;
    if (this.asked.form === "direction") {
      const [level] = levels;
      for (const radio of this.fields) radio.checked = level !== null && radio.value === WAYS[level + 1];
      return;
    }
    this.fields.forEach((field, at) => {
      if (levels[at] !== null) this.setField(field, String(levels[at]));
    });
  }

  /** What is set in the fields is drawn too. */
  toPen() {
    this.pen.set(this.sheet, this.levelsOf(this.read(false)));
    for (const field of this.fields) this.setField(field, field.value);
  }

  /** @param {HTMLInputElement} field @param {string} value */
  setField(field, value) {
    if (field.type !== "radio") field.value = value;
    // A level of an earlier edition may lie between two steps, which were of one then.
    if (field.type === "range" && field.value !== value && Number(value) >= Number(field.min) && Number(value) <= Number(field.max)) {
      field.step = "1";
      field.value = value;
    }
    const output = field.parentElement?.querySelector("output");
    if (output) output.textContent = plainNumber(field.valueAsNumber);
  }

  /** @param {Predicted} predicted @returns {(number | null)[]} */
  levelsOf(predicted) {
    if (typeof predicted === "number") return [predicted];
    if (Array.isArray(predicted)) return predicted;
    const way = WAYS.findIndex((one) => one === predicted);
    return way < 0 ? [] : [way - 1];
  }

  /**
   * The prediction as it stands.
   * @param {boolean} whole only where every point of it is set
   * @returns {Predicted}
   */
  read(whole = true) {
    const { asked } = this;
    if (asked.form === "level") {
      const number = this.fields[0].valueAsNumber;
      return number >= asked.low && number <= asked.high ? number : null;
    }
    if (asked.form === "direction") {
      const way = this.fields.find((radio) => radio.checked)?.value;
      return way === "higher" || way === "same" || way === "lower" ? way : null;
    }
    // A slider that nobody moved stands where the list begins, which nobody has guessed; one that is moved draws all of them.
    return this.pen.whole || !whole ? this.fields.map((field) => field.valueAsNumber) : null;
  }

  /** What is missing, in words. */
  get missing() {
    const { asked } = this;
    if (asked.form === "level" && this.fields[0].value)
      return fill(strings.sim_level_wrong, { low: plainNumber(asked.low), high: plainNumber(asked.high) });
    if (asked.form !== "curve") return strings.sim_guess_missing;
    const { stops, x } = this.sheet;
    const open = stops.filter((_, at) => this.pen.levels[at] === null).map((stop) => `${x.label} ${plainNumber(stop)}`);
    return open.length === stops.length ? strings.sim_curve_missing : fill(strings.sim_curve_rest, { open: open.join(", ") });
  }

  /** Put a saved prediction back; one that answered another question of an earlier edition has no fields here. @param {Predicted} predicted */
  show(predicted) {
    if (!answersTo(this.asked, predicted)) return;
    if (this.asked.form === "direction") for (const radio of this.fields) radio.checked = radio.value === predicted;
    else this.levelsOf(predicted).forEach((level, at) => this.fields[at] && this.setField(this.fields[at], String(level)));
    this.pen.set(this.sheet, this.levelsOf(predicted));
  }
}

/**
 * The sheet that the question is answered on.
 * @param {Asked} asked
 * @param {{ axis: string, points: number[], label: string, begins: number }} chart
 * @returns {Sheet}
 */
function sheetOf(asked, { axis, points, label, begins }) {
  const stops = asked.form === "curve" ? asked.at : [asked.at];
  const low = asked.form === "direction" ? asked.since : points[0];
  const high = stops[stops.length - 1];
  const ticks = niceTicks(low, high, 4).filter((tick) => tick >= low && tick <= high);
  const x = { label: axis, low, high, ticks: ticks.length > 1 ? ticks : [low, high] };
  if (asked.form === "direction") {
    const words = WAYS.map((way) => strings[`sim_way_${way}`]);
    return { title: asked.question, x, y: { label, low: -1, high: 1, step: 1, ticks: [-1, 0, 1], words }, stops, begins: 0 };
  }
  const y = { label, low: asked.low, high: asked.high, step: asked.step };
  const levels = niceTicks(asked.low, asked.high, 4).filter((tick) => tick <= asked.high);
  return { title: asked.question, x, y: { ...y, ticks: levels }, stops, begins };
}
