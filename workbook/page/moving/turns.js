// The moments that a run turns on, in words: a flag on the bar of time, and a line in the picture once it is reached.
import { fill, plainNumber } from "../text.js";

/**
 * @typedef {import("./trace.js").Trace} Trace
 * @typedef {{ at: number | string, says: string }} Mark `at`: when, or the name of a number of the run
 * @typedef {{ at: number, says: string }} Reached
 */

/**
 * The marks that a run has, first come first.
 * @param {Mark[]} marks
 * @param {Trace} trace
 * @returns {Reached[]}
 */
export function turnsOf(marks, trace) {
  const last = trace.ticks[trace.ticks.length - 1];
  return marks
    .map(({ at, says }) => ({ at: typeof at === "number" ? at : trace.more[at], says }))
    .filter(({ at }) => typeof at === "number" && at <= last)
    .map(({ at, says }) => ({ at, says: fill(says, { n: plainNumber(at) }) }))
    .sort((one, other) => one.at - other.at);
}

/** What the picture says of the last mark that is reached. @param {Reached[]} marks @param {number} time */
export function saidAt(marks, time) {
  return marks.findLast(({ at }) => at <= time)?.says ?? "";
}
