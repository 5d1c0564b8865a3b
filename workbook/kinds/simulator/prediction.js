// A prediction in its three forms: a level, a direction, a curve. Pure: no page in here.
import { strings } from "../../page/strings.js";
import { fill, plainNumber } from "../../page/text.js";

/**
 * @typedef {{ form: "level", question: string, series: string, at: number, low: number, high: number, step: number }} AskLevel
 * @typedef {{ form: "direction", question: string, series: string, at: number, since: number, within: number }} AskDirection
 * @typedef {{ form: "curve", question: string, series: string, at: number[], low: number, high: number, step: number }} AskCurve
 * @typedef {AskLevel | AskDirection | AskCurve} Asked
 * @typedef {number | "skipped" | "higher" | "same" | "lower" | number[] | null} Predicted
 */

/**
 * What the run shows, in the form that was asked for.
 * @param {Asked} asked
 * @param {(point: number) => number} valueAt the run's value at a point of the axis
 * @returns {Predicted}
 */
export function outcomeOf(asked, valueAt) {
  if (asked.form === "level") return valueAt(asked.at);
  if (asked.form === "curve") return asked.at.map(valueAt);
  const [before, after] = [valueAt(asked.since), valueAt(asked.at)];
  if (Math.abs(after - before) <= asked.within * Math.max(Math.abs(after), Math.abs(before))) return "same";
  return after > before ? "higher" : "lower";
}

/**
 * A prediction or an outcome in words.
 * @param {Asked} asked
 * @param {Predicted} found
 * @param {string} axis
 */
export function inWords(asked, found, axis) {
  if (typeof found === "number") return plainNumber(found);
  if (Array.isArray(found)) {
    // An earlier edition may have asked at other points: then the levels stand alone.
    if (!answersTo(asked, found)) return found.map(plainNumber).join(", ");
    return found
      .map((level, index) => `${axis} ${plainNumber(/** @type {AskCurve} */ (asked).at[index])}: ${plainNumber(level)}`)
      .join(", ");
  }
  if (found === "higher" || found === "same" || found === "lower") return strings[`sim_way_${found}`];
  return "";
}

/**
 * Where a prediction is drawn: points of the axis with their level.
 * @param {Asked} asked
 * @param {Predicted} predicted
 * @returns {[number, number][]}
 */
export function marksOf(asked, predicted) {
  if (asked.form === "level" && typeof predicted === "number") return [[asked.at, predicted]];
  if (asked.form === "curve" && Array.isArray(predicted)) return predicted.map((level, index) => [asked.at[index], level]);
  return [];
}

/**
 * The two levels that a direction compares, in words; nothing for the other forms.
 * @param {Asked} asked
 * @param {(point: number) => number} valueAt
 * @param {string} axis
 */
export function levelsOf(asked, valueAt, axis) {
  if (asked.form !== "direction") return "";
  return [asked.since, asked.at].map((point) => `${axis} ${plainNumber(point)}: ${plainNumber(valueAt(point))}`).join(", ");
}

/**
 * A prediction beside what the model shows, in words: of a curve its end, since the chart has the rest.
 * @param {Asked} asked
 * @param {Predicted} predicted
 * @param {(point: number) => number} valueAt the run's value at a point of the axis
 * @param {string} axis
 */
export function toldBeside(asked, predicted, valueAt, axis) {
  // Asked in whole people, told in whole people.
  const told = (/** @type {number} */ point) => ("step" in asked && asked.step >= 1 ? Math.round(valueAt(point)) : valueAt(point));
  if (asked.form === "curve") {
    const last = asked.at[asked.at.length - 1];
    const [at, shown] = [plainNumber(last), plainNumber(told(last))];
    if (!Array.isArray(predicted) || !answersTo(asked, predicted)) return fill(strings.sim_skipped, { shown: `${shown} (${axis} ${at})` });
    return fill(strings.sim_compare_end, { axis, at, predicted: plainNumber(predicted[predicted.length - 1]), shown });
  }
  const levels = levelsOf(asked, told, axis);
  const shown = `${inWords(asked, outcomeOf(asked, told), axis)}${levels && ` (${levels})`}`;
  const words = inWords(asked, predicted, axis);
  return words ? fill(strings.sim_compare, { predicted: words, shown }) : fill(strings.sim_skipped, { shown });
}

/**
 * Can this prediction have been given to this question?
 * @param {Asked} asked
 * @param {Predicted} predicted
 */
export function answersTo(asked, predicted) {
  if (predicted === null || predicted === "skipped") return true;
  if (typeof predicted === "number") return asked.form === "level";
  if (typeof predicted === "string") return asked.form === "direction";
  return asked.form === "curve" && predicted.length === asked.at.length;
}
