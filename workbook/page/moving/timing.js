// How fast a picture plays: the first days slowly where one should see people, then faster; where nothing changes that
// its table tells, in a moment.
import { plainNumber } from "../text.js";
import { turnsOf } from "./turns.js";

const SLOW = 2.4; // units of time a second at the start
const GAIN = 1.5; // how fast time gathers speed after that
const LEAST = 0.6; // units of time a second, however little there is to see
const IDLE = 0.08; // a stretch without change is passed over if it is at least this part of the whole
const PASSED = 1.2; // seconds for all such stretches

/**
 * The timing of a picture's player.
 * @param {{ seconds: number, slow: number, columns: string[], marks: import("./turns.js").Mark[] }} picture
 * @param {import("./trace.js").Trace} trace
 * @param {string} axis what passes
 * @returns {import("./player.js").Timing}
 */
export function timingOf({ seconds, slow, columns, marks }, trace, axis) {
  const stops = trace.ticks.filter((at) => at <= (trace.more.end ?? at)); // The rest is as its end.
  const whole = stops[stops.length - 1] - stops[0];
  const idle = idleIn(
    stops,
    columns.map((stock) => trace.stocks[stock]),
  ).filter(([from, to]) => to - from >= IDLE * whole);
  const idled = idle.reduce((sum, [from, to]) => sum + to - from, 0);
  const fast = Math.max(LEAST, (whole - idled) / Math.max(1, seconds - (slow ? 2 : 0)));
  return {
    stops,
    flags: turnsOf(marks, trace).map(({ at }) => at),
    pace: (time) => {
      if (idle.some(([from, to]) => from <= time && time < to)) return Math.max(fast, idled / PASSED);
      return slow ? Math.min(fast, SLOW + Math.max(0, time - stops[0] - slow) * GAIN) : fast;
    },
    name: axis,
    says: (time) => `${axis} ${plainNumber(Math.round(time))}`,
  };
}

/**
 * Stretches of time in which no stock changes.
 * @param {number[]} stops
 * @param {number[][]} stocks
 * @returns {[number, number][]}
 */
export function idleIn(stops, stocks) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = 1; at < stops.length; at += 1) {
    if (stocks.some((counts) => counts[at] !== counts[at - 1])) continue;
    const last = found[found.length - 1];
    if (last && last[1] === stops[at - 1]) last[1] = stops[at];
    else found.push([stops[at - 1], stops[at]]);
  }
  return found;
}
