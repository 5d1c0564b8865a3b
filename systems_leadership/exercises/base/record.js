// The saved record of one exercise, as pure functions on plain data.

/**
 * @typedef {Object} Version a replaced answer
 * @property {any} value
 * @property {string} saved
 * @property {string[][]} said
 *
 * @typedef {Object} AnswerRecord
 * @property {string} kind
 * @property {any} value made of ids and of the learner's own words
 * @property {string} saved ISO time, UTC
 * @property {string} asked the words shown
 * @property {string[][]} said the words answered, in pairs of label and text
 * @property {Version[]} earlier the last replaced answers, newest first
 */

export const KEPT = 20;

const TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/;

/**
 * Is this a record the course can have written?
 * @param {any} found
 * @param {string} kind
 * @returns {found is AnswerRecord}
 */
export function isRecord(found, kind) {
  const pair = (/** @type {any} */ one) => Array.isArray(one) && one.length === 2 && one.every((word) => typeof word === "string");
  const version = (/** @type {any} */ one) =>
    isObject(one.value) && typeof one.saved === "string" && TIME.test(one.saved) && Array.isArray(one.said) && one.said.every(pair);
  return (
    hasOnly(found, ["kind", "value", "saved", "asked", "said", "earlier"]) &&
    version(found) &&
    found.kind === kind &&
    typeof found.asked === "string" &&
    Array.isArray(found.earlier) &&
    found.earlier.length <= KEPT &&
    found.earlier.every((/** @type {any} */ one) => hasOnly(one, ["value", "saved", "said"]) && version(one))
  );
}

/**
 * An object with these fields and no others.
 * @param {any} value
 * @param {string[]} names
 * @returns {value is Record<string, any>}
 */
export function hasOnly(value, names) {
  return isObject(value) && Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));
}

/** @param {any} value @returns {value is Record<string, any>} */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * All the words in a value, in order.
 * @param {any} value
 * @returns {string}
 */
export function wordsIn(value) {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) return Object.values(value).map(wordsIn).join("\n");
  return value === undefined || value === null ? "" : String(value);
}

/**
 * Is the new text the old one, grown or touched up? Compared by what they share at both ends.
 * @param {string} old
 * @param {string} now
 */
function textGrows(old, now) {
  let head = 0;
  while (head < old.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  // A few letters mended are no loss; a word replaced may be.
  return old.length - head - tail <= Math.min(20, 0.2 * old.length);
}

/**
 * Does the new answer hold all of the old one, so that nothing is lost by replacing it?
 * @param {any} before
 * @param {any} after
 * @param {boolean} exact texts are ids, where one letter makes another answer
 * @returns {boolean}
 */
export function growsFrom(before, after, exact) {
  if (before === undefined || before === null || before === "" || before === false) return true;
  if (typeof before === "string" && typeof after === "string") return exact ? before === after : textGrows(before, after);
  if (typeof before === "object" && typeof after === "object" && after !== null) {
    return Object.keys(before).every((key) => growsFrom(before[key], after[key], exact));
  }
  return before === after;
}

/**
 * The record to store: the new answer, and before it what it would otherwise lose.
 * @param {AnswerRecord | null} stored what the store holds now
 * @param {Omit<AnswerRecord, "earlier">} next
 * @param {Version[]} lost answers that the new one does not hold, newest first
 * @returns {AnswerRecord}
 */
export function replacing(stored, next, lost) {
  const same = (/** @type {Version} */ one, /** @type {Version} */ other) => JSON.stringify(one.value) === JSON.stringify(other.value);
  const kept = lost.filter((one) => wordsIn(one.value).trim() !== "").map(({ value, saved, said }) => ({ value, saved, said }));
  /** @type {Version[]} */
  const earlier = [];
  for (const one of [...kept, ...(stored ? stored.earlier : [])]) {
    if (!earlier.some((other) => same(one, other))) earlier.push(one);
  }
  return { ...next, earlier: earlier.slice(0, KEPT) };
}
