// What the answers of one round say, and how two rounds differ. Pure functions; nothing is added up.

/**
 * @typedef {Record<string, string>} Points the point of each statement, "1" to "5"
 * @typedef {{ on: string, answers: Points }} Round
 * @typedef {{ answers: Points, shown: boolean, rounds: Round[] }} Scaled
 */

export const MAX_ROUNDS = 12;

/**
 * The points given to some statements, from the least to the most.
 * @param {Points} answers
 * @param {string[]} statements
 * @returns {number[]}
 */
export function pointsOf(answers, statements) {
  return statements.flatMap((id) => (answers[id] ? [Number(answers[id])] : [])).sort((a, b) => a - b);
}

/**
 * How the statements moved from one round to the next.
 * @param {Points} before
 * @param {Points} after
 * @param {string[]} statements
 * @returns {{ up: number, down: number, same: number, apart: number }} apart: answered in only one of the two
 */
export function movesOf(before, after, statements) {
  const moves = { up: 0, down: 0, same: 0, apart: 0 };
  for (const id of statements) {
    if (before[id] && after[id]) moves[after[id] > before[id] ? "up" : after[id] < before[id] ? "down" : "same"] += 1;
    else if (before[id] || after[id]) moves.apart += 1;
  }
  return moves;
}

/**
 * The highest and the lowest point that was given, and which parts hold it; no middle is taken of anything.
 * @param {number[][]} points of each part
 * @returns {{ high: number, low: number, highest: number[], lowest: number[] } | null} null where all are alike, or none is there
 */
export function extremesOf(points) {
  const all = points.flat();
  if (new Set(all).size < 2) return null;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const holding = (/** @type {number} */ point) => points.flatMap((one, index) => (one.includes(point) ? [index] : []));
  return { high, low, highest: holding(high), lowest: holding(low) };
}

/**
 * The day of a moment, as the learner's calendar has it.
 * @param {Date} moment
 * @returns {string} year, month and day
 */
export function dayOf(moment) {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
