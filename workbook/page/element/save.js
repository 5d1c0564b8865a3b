// What to save next, as pure functions: which record to store, and which answers it must keep.
import { MAX_EARLIER, isSame, wordsIn } from "../record.js";

/**
 * @typedef {import("../record.js").AnswerRecord} AnswerRecord
 * @typedef {import("../record.js").Version} Version
 *
 * @typedef {Object} Saving
 * @property {AnswerRecord | null} stored what the store holds now
 * @property {AnswerRecord | null} lastSeen the record as this tab last stored or showed it
 * @property {Version | null} fullest the fullest answer that is not yet kept under earlier ones
 * @property {Omit<AnswerRecord, "earlier">} next the answer on screen
 * @property {boolean} exact answers are ids, where one letter makes another answer
 */

/** A text of at least so many letters may be mended by a few of them, and no whole word, without becoming another. */
const LONG = 40;
const MENDED = 3;

/**
 * The record to store, and the fullest answer from then on.
 * @param {Saving} saving
 * @returns {{ record: AnswerRecord, fullest: Version, dropped: Version[] }} dropped: earlier answers that found no room
 */
export function nextRecord({ stored, lastSeen, fullest, next, exact }) {
  /** @type {Version[]} */
  const lost = [];
  // Another tab wrote meanwhile: its answer is kept.
  if (stored && !isSame(stored, lastSeen) && !contains(next.value, stored.value, exact)) lost.push(stored);
  const outgrown = fullest === null || contains(next.value, fullest.value, exact);
  if (fullest && !outgrown) lost.push(fullest);
  lost.push(...missingIn(stored, lastSeen));
  const { record, dropped } = replacing(stored, next, lost, exact);
  // An answer that was only mended stays the measure, or many small changes could wipe out a long text.
  const grown = fullest === null || !outgrown || contains(next.value, fullest.value, true, true);
  return { record, dropped, fullest: grown || !fullest ? record : fullest };
}

/**
 * Earlier answers that a record held as this tab last saw it, and that the stored one does not: of tabs that write in
 * one moment, each knows only what it saw, and a storage that was emptied knows nothing.
 * @param {AnswerRecord | null} stored
 * @param {AnswerRecord | null} lastSeen
 * @returns {Version[]} none where the stored record has no room: two tabs would push each other's out for ever
 */
export function missingIn(stored, lastSeen) {
  if (!lastSeen || (stored && stored.earlier.length >= MAX_EARLIER)) return [];
  const there = stored ? [stored, ...stored.earlier] : [];
  return lastSeen.earlier.filter((one) => !there.some((other) => isSame(one.value, other.value)));
}

/**
 * A record with the answers that it would otherwise lose under its earlier ones.
 * @param {AnswerRecord | null} stored
 * @param {Omit<AnswerRecord, "earlier">} next
 * @param {Version[]} lost newest first
 * @param {boolean} exact
 * @returns {{ record: AnswerRecord, dropped: Version[] }}
 */
export function replacing(stored, next, lost, exact) {
  const before = stored ? stored.earlier : [];
  // A draft on the way down from a longer answer is in that one.
  const covered = (/** @type {Version} */ one) =>
    before.some((other) => isSame(one.value, other.value) || (!exact && contains(other.value, one.value, exact)));
  const kept = lost
    .filter((one) => wordsIn(one.value).trim() !== "" && !covered(one))
    .map(({ value, saved, said }) => ({ value, saved, said }));
  /** @type {Version[]} */
  const earlier = [];
  for (const one of [...kept, ...before]) if (!earlier.some((other) => isSame(one.value, other.value))) earlier.push(one);
  return { record: { ...next, earlier: earlier.slice(0, MAX_EARLIER) }, dropped: earlier.slice(MAX_EARLIER) };
}

/**
 * Does an answer hold all of an earlier one, so that nothing is lost by replacing it?
 * @param {any} after
 * @param {any} before
 * @param {boolean} exact texts are ids, where one letter makes another answer
 * @param {boolean} [growing] texts may grow, and not be mended
 * @returns {boolean}
 */
export function contains(after, before, exact, growing = false) {
  if (before === undefined || before === null || before === "" || before === false) return true;
  if (typeof before === "string" && typeof after === "string") {
    return exact && !growing ? before === after : isMended(before, after, growing || before.length < LONG ? 0 : MENDED);
  }
  if (typeof before === "object" && typeof after === "object" && after !== null) {
    return Object.keys(before).every((key) => contains(after[key], before[key], exact, growing));
  }
  return before === after;
}

/**
 * Are at most so many letters of a text gone from a later one, and among them no whole word, such as a name? What the
 * two share at both ends is not gone.
 * @param {string} before
 * @param {string} after
 * @param {number} most
 */
function isMended(before, after, most) {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const gone = before.slice(head, before.length - tail);
  const within = isLetter(before[head - 1]) || isLetter(before[before.length - tail]);
  return gone.length <= most && (within || ![...gone].some(isLetter));
}

/** @param {string | undefined} sign @returns {boolean} whether it belongs to a word or a number */
function isLetter(sign) {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

/**
 * Two records of one exercise as one: the chosen answer, and the other under its earlier ones, before any that is older.
 * @param {AnswerRecord} chosen
 * @param {AnswerRecord} other
 * @returns {AnswerRecord}
 */
export function joinedRecord(chosen, other) {
  const { value, saved, said } = other;
  /** @type {Version[]} */
  const older = [];
  for (const one of [...chosen.earlier, ...other.earlier]) {
    if (![chosen, other, ...older].some((two) => isSame(one.value, two.value))) older.push(one);
  }
  older.sort((one, two) => (one.saved < two.saved ? 1 : one.saved > two.saved ? -1 : 0));
  // The answer that was on screen a moment ago comes first, whatever its clock said: it must not be the one cut off.
  const first = isSame(value, chosen.value) ? [] : [{ value, saved, said }];
  return { ...chosen, earlier: [...first, ...older].slice(0, MAX_EARLIER) };
}
