// What an answer to a causal map is made of; value.py gives the same verdicts.
import { wellFormed } from "../../page/text.js";

/**
 * @typedef {import("./loops.js").Factor} Factor
 * @typedef {import("./loops.js").Link} Link
 * @typedef {{ factor: string, change: "up" | "down", expected: "same" | "against" | "both" | "none" | "skipped" }} Run
 * @typedef {{ factors: Factor[], links: Link[], names: Record<string, string>, places: import("./ring.js").Places }} OwnMap
 *   names of loops by their factors, joined with '>'; places of factors, where they were moved by hand
 * @typedef {OwnMap & { runs: Run[], debrief: string[] }} MapValue
 */

export const MAX_FACTORS = 40;
export const MAX_LINKS = 80;

/**
 * What a schema cannot say of a map: each link joins two of its factors, and no two links the same two.
 * @param {{ factors: Factor[], links: Link[] }} map
 */
export function isLinked({ factors, links }) {
  const known = new Set(factors.map((one) => one.id));
  const pairs = new Set(links.map((link) => `${link.cause}>${link.effect}`));
  return pairs.size === links.length && links.every(({ cause, effect }) => cause !== effect && known.has(cause) && known.has(effect));
}

/** A loop's key among the names. @param {import("./loops.js").Loop} loop */
export function loopKey(loop) {
  return loop.through.join(">");
}

/**
 * What makes a name the same as another for a reader: not how its accents are coded, nor capitals, nor signs without width.
 * @param {string} name
 */
export function nameKey(name) {
  return plainLine(name)
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase();
}

/** One line of text without marks that no file can hold. @param {string} text */
export function plainLine(text) {
  return wellFormed(text)
    .replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, " ")
    .trim();
}
