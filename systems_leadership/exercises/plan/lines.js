// The lines of the plan as plain data. Pure functions.
import { hasOnly } from "../base/record.js";

/**
 * @typedef {{ id: string, cue: string, action: string, why: string, obstacle: string, helper: string, first: string,
 *   rehearsal: string, day: string, time: string }} Line
 * @typedef {{ lines: Line[], calendar: string }} Planned
 */

export const LINE_FIELDS = ["id", "cue", "action", "why", "obstacle", "helper", "first", "rehearsal", "day", "time"];
export const DETAILS = /** @type {const} */ (["why", "first", "obstacle", "helper", "rehearsal", "day", "time"]);

const LINE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LOOK_BACK_DAY = /^(2[0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$/;
const LOOK_BACK_TIME = /^(([01][0-9]|2[0-3]):[0-5][0-9])?$/;

/** @param {any} value @returns {boolean} whether it is an answer of this kind */
export function isPlanned(value) {
  const line = (/** @type {any} */ one) =>
    hasOnly(one, LINE_FIELDS) &&
    LINE_FIELDS.every((name) => typeof one[name] === "string") &&
    one.id.length <= 60 && LINE_ID.test(one.id) && LOOK_BACK_DAY.test(one.day) && LOOK_BACK_TIME.test(one.time);
  return (
    hasOnly(value, ["lines", "calendar"]) &&
    Array.isArray(value.lines) &&
    value.lines.length <= 40 &&
    value.lines.every(line) &&
    new Set(value.lines.map((/** @type {Line} */ one) => one.id)).size === value.lines.length &&
    typeof value.calendar === "string" &&
    /^[0-9a-f]{0,32}$/.test(value.calendar)
  );
}

/** @param {string} id @returns {boolean} whether the line was written in the plan itself */
export function isOwnLine(id) {
  return /^own-[1-9][0-9]?$/.test(id);
}

/** @param {Line} line @returns {boolean} whether anything of it would be lost */
export function isWorkedOn(line) {
  const own = isOwnLine(line.id) && `${line.cue}${line.action}`.trim() !== "";
  return own || DETAILS.some((name) => line[name].trim() !== "");
}

/** @param {Line} line @returns {boolean} whether it can happen: a first step, and a day to look back */
export function isReady(line) {
  return line.action.trim() !== "" && line.first.trim() !== "" && line.day !== "";
}

/**
 * Cue and action ready for one sentence: people write 'when' and 'I will' in the fields as well.
 * @param {{ cue: string, action: string }} line
 */
export function sentenceFrom({ cue, action }) {
  const plain = (/** @type {string} */ text) => text.trim().replace(/\s+/g, " ").replace(/[.,\s]+$/, "");
  return {
    cue: plain(cue).replace(/^(when|whenever|if|once)\s+/i, ""),
    action: plain(action).replace(/^(then\s+)?I(\s+will|['’]ll)\s+/i, ""),
  };
}
