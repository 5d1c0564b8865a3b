// The portfolio file: the same in the browser and in Python (workbook/portfolio/file.py).
import { isObject, isRecord, isSame } from "../record.js";
import { isAnswer, rulesOf } from "../rules.js";
import { strings } from "../strings.js";
import { fill, wellFormed } from "../text.js";

/**
 * @typedef {import("../record.js").AnswerRecord} AnswerRecord
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
 * @param {string} [seed] of what was drawn for the learner, such as the order of options
 * @param {string} [nearest] the setting that the learner chose
 */
export function portfolioText(course, answers, seed, nearest) {
  const more = { ...(seed ? { seed } : {}), ...(nearest ? { nearest } : {}) };
  return `${JSON.stringify({ course, version: VERSION, exported: new Date().toISOString(), ...more, answers }, null, 1)}\n`;
}

/**
 * Read the text of a portfolio file.
 * @param {string} text
 * @param {string} course
 * @returns {{ answers: Portfolio, problem: string, seed: string, nearest: string }} a problem in words, or the answers
 */
export function parsePortfolio(text, course) {
  const refuse = (/** @type {string} */ problem) => ({ answers: {}, problem, seed: "", nearest: "" });
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return refuse(strings.file_cut);
  }
  if (!isObject(file) || !("course" in file && "version" in file && "answers" in file)) return refuse(strings.file_not_ours);
  if (typeof file.course !== "string") return refuse(strings.file_not_ours);
  if (file.course !== course) return refuse(fill(strings.file_other_course, { course: file.course.slice(0, 60) }));
  if (!Number.isInteger(file.version) || file.version < 1) return refuse(strings.file_not_ours);
  if (file.version > VERSION) return refuse(strings.file_newer);
  while (file.version < VERSION) file = MIGRATIONS[file.version](file);
  const extra = Object.keys(file).some((key) => !["course", "version", "exported", "seed", "nearest", "answers"].includes(key));
  const { seed = "", nearest = "" } = file;
  if (extra || !isSeed(seed) || !isNearest(nearest) || !isObject(file.answers)) return refuse(strings.file_not_ours);
  for (const [id, record] of Object.entries(file.answers)) {
    let good = false;
    try {
      good = isId(id) && isUsable(record);
    } catch {
      good = false; // Nested so deeply that the check itself gives up.
    }
    if (!good) return refuse(fill(strings.file_bad_answer, { id: id.slice(0, 60) }));
  }
  return { answers: file.answers, problem: "", seed, nearest };
}

/** @param {any} seed */
function isSeed(seed) {
  return typeof seed === "string" && /^[a-z0-9]{0,40}$/.test(seed);
}

/** The id of a setting, or none. @param {any} nearest */
function isNearest(nearest) {
  return typeof nearest === "string" && (nearest === "" || isId(nearest));
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
  if (!isObject(record) || typeof record.kind !== "string" || !isRecord(record, record.kind) || !isSound(record)) return false;
  return !rulesOf.has(record.kind) || [record, ...record.earlier].every((one) => isAnswer(record.kind, one.value));
}

/**
 * Only what JSON can hold and bring back: no endless numbers, no half characters.
 * @param {any} value
 * @returns {boolean}
 */
function isSound(value) {
  if (typeof value === "string") return wellFormed(value) === value;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "object" && value !== null)
    return Object.entries(value).every(([key, one]) => wellFormed(key) === key && isSound(one));
  return true;
}

/**
 * What bringing in a file would do.
 * @param {Portfolio} here
 * @param {Portfolio} coming
 * @returns {{ added: string[], same: string[], differing: string[] }}
 */
export function compared(here, coming) {
  const ids = Object.keys(coming);
  const there = (/** @type {string} */ id) => Object.hasOwn(here, id);
  const same = (/** @type {string} */ id) => isSame(here[id].value, coming[id].value);
  return {
    added: ids.filter((id) => !there(id)),
    same: ids.filter((id) => there(id) && same(id)),
    differing: ids.filter((id) => there(id) && !same(id)),
  };
}
