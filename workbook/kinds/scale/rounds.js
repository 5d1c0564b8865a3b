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
 * The middle of some points, only to place a corner of the picture.
 * @param {number[]} points
 * @returns {number | null} from 1 to 5; null where there are none
 */
export function middleOf(points) {
  return points.length ? points.reduce((sum, one) => sum + one, 0) / points.length : null;
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
 * The parts that lie furthest out and furthest in; none where all lie alike.
 * @param {(number | null)[]} middles
 * @returns {{ out: number[], in: number[] }} their places
 */
export function extremesOf(middles) {
  const known = middles.filter((one) => one !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const at = (/** @type {number} */ level) =>
    middles.flatMap((one, index) => (one !== null && Math.abs(one - level) < 1e-9 ? [index] : []));
  return high - low < 1e-9 ? { out: [], in: [] } : { out: at(high), in: at(low) };
}

/**
 * The day of a moment, as the learner's calendar has it.
 * @param {Date} moment
 * @returns {string} year, month and day
 */
export function dayOf(moment) {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
