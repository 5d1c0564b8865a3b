// Looking up a run that Python has made. Nothing is computed here.

/**
 * @typedef {{ name: string, label: string, unit: string, columns: number[] }} SeriesHead
 * @typedef {Object} Heads what all runs have in common
 * @property {[string, string]} axis
 * @property {number[]} points
 * @property {SeriesHead[]} series
 * @property {number[]} decimals one for each column
 * @property {"line" | "band"} chart
 *
 * @typedef {Object} Traces one run of each setting, person by person
 * @property {number[]} ticks
 * @property {string[]} stocks
 * @property {string[]} flows
 * @property {{ stocks: number[][], flows: number[][], more: Record<string, any> }[]} runs
 *
 * @typedef {Object} Bulk
 * @property {number[][][]} values runs, columns, points
 * @property {string[]} sentences one for each run
 * @property {string[]} pictured one for the run of each picture
 * @property {Traces} [traces]
 *
 * @typedef {{ name: string, label: string, named: boolean, steps: number[], shown: string[], start: number }} ControlHead
 * @typedef {Record<string, number>} Settings
 *
 * @typedef {{ heads: Heads, controls: ControlHead[], predict: import("./prediction.js").Asked, at: number, begins: number, scenery?: string,
 *   picture: import("../../page/moving/moving.js").Picture | null,
 *   network: { control: string, people: number, neighbours: number[] } | null }} Simulated what the page says of its model
 */

/**
 * Which run belongs to these settings; the last control changes fastest. A control that came later stands at its start.
 * @param {ControlHead[]} controls
 * @param {Settings} settings
 * @returns {number} its place, or -1 where a setting is no longer offered
 */
export function runAt(controls, settings) {
  let index = 0;
  for (const control of controls) {
    const step = control.steps.indexOf(settings[control.name] ?? control.start);
    if (step < 0) return -1;
    index = index * control.steps.length + step;
  }
  return index;
}

/**
 * Whether these settings are of this model as it is now: all its controls and no others, each at a step that is offered.
 * @param {ControlHead[]} controls
 * @param {Settings} settings
 */
export function isWhole(controls, settings) {
  const named = controls.every(({ name }) => name in settings) && Object.keys(settings).length === controls.length;
  return named && runAt(controls, settings) >= 0;
}

/**
 * One column of one run, in its own unit.
 * @param {Heads} heads
 * @param {Bulk} bulk
 * @param {number} run
 * @param {number} column
 * @returns {number[]}
 */
export function columnOf(heads, bulk, run, column) {
  return bulk.values[run][column].map((value) => value / 10 ** heads.decimals[column]);
}

/**
 * A run as the picture takes it.
 * @param {Traces} traces
 * @param {number} run
 * @returns {import("../../page/moving/trace.js").Trace}
 */
export function traceOf(traces, run) {
  const found = traces.runs[run];
  return {
    ticks: traces.ticks,
    stocks: Object.fromEntries(traces.stocks.map((name, at) => [name, found.stocks[at]])),
    flows: Object.fromEntries(traces.flows.map((name, at) => [name, found.flows[at]])),
    more: found.more,
  };
}

/**
 * Settings in words.
 * @param {ControlHead[]} controls
 * @param {Settings} settings
 * @returns {string}
 */
export function inSettings(controls, settings) {
  return controls
    .map(({ name, label, steps, shown, start }) => `${label}: ${shown[steps.indexOf(settings[name] ?? start)] ?? settings[name]}`)
    .join(", ");
}
