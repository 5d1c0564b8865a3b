// The lines of the plan as plain data. Pure functions.

/**
 * @typedef {{ id: string, cue: string, action: string, why: string, obstacle: string, helper: string, first: string,
 *   rehearsal: string, day: string, time: string }} Line
 * @typedef {{ lines: Line[], calendar: string, since?: string }} Planned
 */

export const DETAILS = /** @type {const} */ (["why", "first", "obstacle", "helper", "rehearsal", "day", "time"]);

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
