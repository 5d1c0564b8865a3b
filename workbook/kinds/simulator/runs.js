// Looking up a run that Python has made. Nothing is computed here.

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
