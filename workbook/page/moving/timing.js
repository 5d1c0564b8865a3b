// How fast a picture plays: the first days slowly where one should see people, then faster.
import { plainNumber } from "../text.js";

const SLOW = 2.4; // units of time a second at the start
const GAIN = 1.5; // how fast time gathers speed after that

/**
 * The timing of a picture's player.
 * @param {{ seconds: number, slow: number }} picture
 * @param {number[]} stops
 * @param {string} axis what passes
 * @returns {import("./player.js").Timing}
 */
export function timingOf({ seconds, slow }, stops, axis) {
  const whole = stops[stops.length - 1] - stops[0];
  const fast = whole / Math.max(1, seconds - (slow ? 2 : 0));
  return {
    stops,
    pace: (time) => (slow ? Math.min(fast, SLOW + Math.max(0, time - stops[0] - slow) * GAIN) : fast),
    name: axis,
    says: (time) => `${axis} ${plainNumber(Math.round(time))}`,
  };
}
