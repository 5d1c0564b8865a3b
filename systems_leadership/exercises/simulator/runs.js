// Looking up a run that Python has made. Nothing is computed here.
import { hasOnly, isObject } from "../base/record.js";

/**
 * @typedef {{ name: string, label: string, unit: string, columns: number[] }} SeriesHead
 * @typedef {Object} Runs
 * @property {[string, string]} axis
 * @property {number[]} points
 * @property {SeriesHead[]} series
 * @property {number[]} decimals one for each column
 * @property {number[][][]} values runs, columns, points
 * @property {string[]} sentences one for each run
 * @property {"line" | "band"} chart
 *
 * @typedef {{ name: string, label: string, steps: number[], shown: string[], start: number }} ControlHead
 * @typedef {Record<string, number>} Settings
 */

/**
 * Which run belongs to these settings; the last control changes fastest.
 * @param {ControlHead[]} controls
 * @param {Settings} settings
 * @returns {number} its place, or -1 where a setting is no longer offered
 */
export function runAt(controls, settings) {
  let index = 0;
  for (const control of controls) {
    const step = control.steps.indexOf(settings[control.name]);
    if (step < 0) return -1;
    index = index * control.steps.length + step;
  }
  return index;
}

/**
 * One column of one run, in its own unit.
 * @param {Runs} runs
 * @param {number} run
 * @param {number} column
 * @returns {number[]}
 */
export function columnOf(runs, run, column) {
  return runs.values[run][column].map((value) => value / 10 ** runs.decimals[column]);
}

/** @param {any} found a level, a direction, a curve of up to seven levels, skipped, or nothing yet */
function isPredicted(found) {
  const number = (/** @type {any} */ one) => typeof one === "number" && Number.isFinite(one);
  const curve = Array.isArray(found) && found.length >= 1 && found.length <= 7 && found.every(number);
  return found === null || number(found) || curve || ["skipped", "higher", "same", "lower"].includes(found);
}

/**
 * A saved simulator answer: only numbers, and the learner's own words.
 * @param {any} value
 */
export function isSimulated(value) {
  const number = (/** @type {any} */ one) => typeof one === "number" && Number.isFinite(one);
  return (
    hasOnly(value, ["predicted", "runs", "explain", "debrief"]) &&
    isPredicted(value.predicted) &&
    Array.isArray(value.runs) &&
    value.runs.length <= 6 &&
    value.runs.every((/** @type {any} */ run) => isObject(run) && Object.values(run).every(number)) &&
    typeof value.explain === "string" &&
    Array.isArray(value.debrief) &&
    value.debrief.length <= 3 &&
    value.debrief.every((/** @type {any} */ text) => typeof text === "string")
  );
}
