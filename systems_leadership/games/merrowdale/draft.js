// The quarter that one is at: what is chosen of it so far, kept so that one can leave in the middle of it.
import { sharesNow } from "./deciding.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Played} Played
 *
 * @typedef {Object} Draft
 * @property {string} of which quarter of which play
 * @property {import("./district.js").Numbers} turn what is chosen
 * @property {number} seat in a room, -1 for the screen that all see
 * @property {number} since when the round began, in seconds
 * @property {string} view what was looked at last: a page that comes back comes back to it
 */

/** @type {Draft} */
const NONE = { of: "", turn: {}, seat: -1, since: 0, view: "" };

/** @param {string | null} text as it was kept @returns {Draft} */
export function draftOf(text) {
  try {
    return { ...NONE, ...JSON.parse(text || "{}") };
  } catch {
    return NONE; // Something else's: the quarter begins without it.
  }
}

/**
 * What was chosen of this quarter before one left; or else the choices of the last quarter.
 * @param {Draft} draft @param {string} of @param {GameData} data @param {Played} played @returns {Draft}
 */
export function draftFor(draft, of, data, played) {
  if (draft.of === of) return draft;
  const last = played.quarters.at(-1);
  /** @type {import("./district.js").Numbers} */
  const turn = {};
  if (last) for (const lever of played.setup.mine) turn[lever] = last.decided[lever];
  if (last && played.setup.number === 3 && sharesNow(data, played)) turn.share = Math.round(100 * last.share);
  const now = Math.round(Date.now() / 1000);
  return { of, turn, seat: -1, since: last && draft.since ? draft.since : now, view: draft.view };
}
