// The portfolio file: the same in the browser and in Python (systems_leadership/portfolio/file.py).
import words from "../../../data/words.json" with { type: "json" };
import { kindsOf } from "../base/exercise.js";
import { KEPT, isObject, isRecord } from "../base/record.js";
import { fill, wellFormed } from "../base/text.js";

/**
 * @typedef {import("../base/record.js").AnswerRecord} AnswerRecord
 * @typedef {Record<string, AnswerRecord>} Portfolio
 */

export const VERSION = 1;
export const LARGEST = 20_000_000; // bytes

/**
 * From each released version to the next. They stay for ever: files live longer than editions.
 * @type {Record<number, (file: any) => any>}
 */
const MIGRATIONS = {};

/**
 * The text of a portfolio file.
 * @param {string} course
 * @param {Portfolio} answers
 */
export function portfolioText(course, answers) {
  return `${JSON.stringify({ course, version: VERSION, exported: new Date().toISOString(), answers }, null, 1)}\n`;
}

/**
 * Read the text of a portfolio file.
 * @param {string} text
 * @param {string} course
 * @returns {{ answers: Portfolio, problem: string }} a problem in words, or the answers
 */
export function parsePortfolio(text, course) {
  const refuse = (/** @type {string} */ problem) => ({ answers: {}, problem });
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return refuse(words.file_cut);
  }
  if (!isObject(file) || !("course" in file && "version" in file && "answers" in file)) return refuse(words.file_not_ours);
  if (file.course !== course) return refuse(fill(words.file_other_course, { course: String(file.course).slice(0, 60) }));
  if (!Number.isInteger(file.version) || file.version < 1) return refuse(words.file_not_ours);
  if (file.version > VERSION) return refuse(words.file_newer);
  while (file.version < VERSION) file = MIGRATIONS[file.version](file);
  const extra = Object.keys(file).some((key) => !["course", "version", "exported", "answers"].includes(key));
  if (extra || !isObject(file.answers)) return refuse(words.file_not_ours);
  for (const [id, record] of Object.entries(file.answers)) {
    let good = false;
    try {
      good = isId(id) && isUsable(record);
    } catch {
      good = false; // Nested so deeply that the check itself gives up.
    }
    if (!good) return refuse(fill(words.file_bad_answer, { id: id.slice(0, 60) }));
  }
  return { answers: file.answers, problem: "" };
}

/** @param {string} id */
export function isId(id) {
  return id.length <= 60 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id);
}

/**
 * A record the course can use. A kind that this edition does not know is let through as text.
 * @param {any} record
 */
export function isUsable(record) {
  if (!isSound(record) || !isObject(record) || typeof record.kind !== "string" || !isRecord(record, record.kind)) return false;
  const rules = kindsOf.get(record.kind);
  return !rules || [record, ...record.earlier].every((one) => rules.valid(one.value));
}

/**
 * Only what JSON can hold and bring back: no endless numbers, no half characters.
 * @param {any} value
 * @returns {boolean}
 */
function isSound(value) {
  if (typeof value === "string") return wellFormed(value) === value;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "object" && value !== null) return Object.entries(value).every(([key, one]) => wellFormed(key) === key && isSound(one));
  return true;
}

/**
 * The chosen record, with the other's answers kept among its earlier ones.
 * @param {AnswerRecord} chosen
 * @param {AnswerRecord} other
 * @returns {AnswerRecord}
 */
export function joinedRecord(chosen, other) {
  const same = (/** @type {any} */ one, /** @type {any} */ two) => JSON.stringify(one) === JSON.stringify(two);
  /** @type {import("../base/record.js").Version[]} */
  const earlier = [];
  const { value, saved, said } = other;
  for (const version of [...chosen.earlier, { value, saved, said }, ...other.earlier]) {
    if (!same(version.value, chosen.value) && !earlier.some((one) => same(one.value, version.value))) earlier.push(version);
  }
  earlier.sort((one, two) => (one.saved < two.saved ? 1 : one.saved > two.saved ? -1 : 0));
  return { ...chosen, earlier: earlier.slice(0, KEPT) };
}

/**
 * What bringing in a file would do.
 * @param {Portfolio} here
 * @param {Portfolio} coming
 * @returns {{ added: string[], same: string[], differing: string[] }}
 */
export function compared(here, coming) {
  const ids = Object.keys(coming);
  const same = (/** @type {string} */ id) => JSON.stringify(here[id].value) === JSON.stringify(coming[id].value);
  return {
    added: ids.filter((id) => !here[id]),
    same: ids.filter((id) => here[id] && same(id)),
    differing: ids.filter((id) => here[id] && !same(id)),
  };
}
