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

export const MAX_EARLIER = 20;
/** No answer is nested half as deep. */
export const MAX_DEPTH = 20;

const TIME = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?Z$/;

/**
 * Is this a record the course can have written?
 * @param {any} found
 * @param {string} kind
 * @returns {found is AnswerRecord}
 */
export function isRecord(found, kind) {
  const pair = (/** @type {any} */ one) => Array.isArray(one) && one.length === 2 && one.every((word) => typeof word === "string");
  const version = (/** @type {any} */ one) => isObject(one.value) && isTime(one.saved) && Array.isArray(one.said) && one.said.every(pair);
  return (
    hasOnly(found, ["kind", "value", "saved", "asked", "said", "earlier"]) &&
    isShallow(found, MAX_DEPTH) &&
    version(found) &&
    found.kind === kind &&
    typeof found.asked === "string" &&
    Array.isArray(found.earlier) &&
    found.earlier.length <= MAX_EARLIER &&
    found.earlier.every((/** @type {any} */ one) => hasOnly(one, ["value", "saved", "said"]) && version(one))
  );
}

/** A moment that there was: not the 31st of February. @param {any} text */
function isTime(text) {
  return typeof text === "string" && TIME.test(text) && isDay(text.slice(0, 10));
}

/** The time, as a record holds it; a clock that is thousands of years wrong stops at the last year of four digits. */
export function timeNow() {
  const now = new Date().toISOString();
  return TIME.test(now) ? now : now.startsWith("-") ? "0001-01-01T00:00:00.000Z" : "9999-12-31T23:59:59.999Z";
}

/** Is this a day of the calendar, such as 2026-03-29? There was no year 0. @param {string} text */
export function isDay(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
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

/** Is a value nested at most so deep? @param {any} value @param {number} depth @returns {boolean} */
export function isShallow(value, depth) {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((one) => isShallow(one, depth - 1));
}

/** Are two values the same? @param {any} one @param {any} other */
export function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * A number for something new: the next one, or the lowest that is free where a file brought the last one there is.
 * @param {number[]} used
 * @param {number} last
 */
export function nextNumber(used, last) {
  const next = Math.max(0, ...used) + 1;
  return next <= last ? next : Math.min(...[0, ...used].map((one) => one + 1).filter((one) => one <= last && !used.includes(one)));
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
