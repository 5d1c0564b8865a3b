// One run of a model, told person by person, as Python made it (workbook/model/trace.py). Nothing is computed here.

/**
 * @typedef {Object} Trace
 * @property {number[]} ticks times at which the picture changes, rising
 * @property {Record<string, number[]>} stocks how many stand in each place at each tick
 * @property {Record<string, number[]>} flows how many went each way since the tick before
 * @property {Record<string, any>} more what a picture of its own kind needs
 *
 * @typedef {Object} Moment
 * @property {number} time
 * @property {number} tick the last tick that is reached
 * @property {Record<string, number>} stocks whole people
 * @property {Record<string, number>} flows people for each unit of time
 */

/**
 * What a run shows at a time: at a tick its own numbers, between two ticks whole people on the way from one to the other.
 * @param {Trace} trace
 * @param {number} time
 * @returns {Moment}
 */
export function momentOf(trace, time) {
  const { ticks } = trace;
  let tick = ticks.length - 1;
  while (tick > 0 && ticks[tick] > time) tick -= 1;
  const next = Math.min(tick + 1, ticks.length - 1);
  const span = ticks[next] - ticks[tick] || 1;
  const share = Math.min(1, Math.max(0, (time - ticks[tick]) / span));
  const stocks = Object.entries(trace.stocks).map(([name, counts]) => [
    name,
    Math.round(counts[tick] + (counts[next] - counts[tick]) * share),
  ]);
  const flows = Object.entries(trace.flows).map(([name, counts]) => [name, counts[next] / span]);
  return { time, tick, stocks: Object.fromEntries(stocks), flows: Object.fromEntries(flows) };
}

/**
 * The largest flow of a run: walkers on all ways are measured by it.
 * @param {Trace} trace
 */
export function busiest(trace) {
  let most = 0;
  for (const counts of Object.values(trace.flows)) {
    counts.forEach((count, tick) => {
      if (tick > 0) most = Math.max(most, count / (trace.ticks[tick] - trace.ticks[tick - 1] || 1));
    });
  }
  return most || 1;
}

/** A number of a run; where it is a list, all that there is: what was there and what came to it. @param {Trace} trace @param {string} name */
export function numberOf(trace, name) {
  const found = trace.more[name];
  return Array.isArray(found) ? found.reduce((sum, one) => sum + one, 0) : Number(found);
}

/** The first of such a list: what was there. @param {Trace} trace @param {string} name @returns {number} */
export function firstOf(trace, name) {
  const found = trace.more[name];
  return Array.isArray(found) ? found[0] : Number(found);
}
