// How fast a picture plays: the first days slowly where one should see people, then faster.
import { plainNumber } from "../text.js";

const SLOW = 2.4; // units of time a second at the start
const GAIN = 1.5; // how fast time gathers speed after that
const HURRY = 6; // times as fast, where nothing happens any more

/**
 * The timing of a picture's player.
 * @param {{ seconds: number, slow: number }} picture
 * @param {number[]} stops
 * @param {string} axis what passes
 * @param {() => number} [settled] from when on nothing changes any more: the rest passes quickly
 * @returns {import("./player.js").Timing}
 */
export function timingOf({ seconds, slow }, stops, axis, settled = () => Infinity) {
  const whole = stops[stops.length - 1] - stops[0];
  const fast = whole / Math.max(1, seconds - (slow ? 2 : 0));
  return {
    stops,
    pace: (time) => (time > settled() ? HURRY : 1) * (slow ? Math.min(fast, SLOW + Math.max(0, time - stops[0] - slow) * GAIN) : fast),
    name: axis,
    says: (time) => `${axis} ${plainNumber(Math.round(time))}`,
  };
}
