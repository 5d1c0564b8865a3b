// What an answer to a causal map is made of; value.py gives the same verdicts.
import { hasOnly, isObject } from "../base/record.js";

/**
 * @typedef {import("./loops.js").Factor} Factor
 * @typedef {import("./loops.js").Link} Link
 * @typedef {{ factor: string, change: "up" | "down", expected: "same" | "against" | "both" | "none" | "skipped" }} Run
 * @typedef {{ factors: Factor[], links: Link[], names: Record<string, string> }} OwnMap names of loops by their factors, joined with '>'
 * @typedef {OwnMap & { runs: Run[], debrief: string[] }} MapValue
 */

export const MOST_FACTORS = 40;
export const MOST_LINKS = 80;

const FACTOR_ID = /^[a-z][a-z0-9-]{0,59}$/;

/** @param {any} value */
export function isMapValue(value) {
  return (
    hasOnly(value, ["runs", "factors", "links", "names", "debrief"]) &&
    Array.isArray(value.runs) &&
    value.runs.length <= 2 * MOST_FACTORS &&
    value.runs.every(isRun) &&
    isOwnMap(value) &&
    Array.isArray(value.debrief) &&
    value.debrief.length <= 3 &&
    value.debrief.every((/** @type {any} */ text) => typeof text === "string")
  );
}

/** @param {any} run */
function isRun(run) {
  return (
    hasOnly(run, ["factor", "change", "expected"]) &&
    typeof run.factor === "string" &&
    ["up", "down"].includes(run.change) &&
    ["same", "against", "both", "none", "skipped"].includes(run.expected)
  );
}

/** Factors, links among them, names of loops: whole, and within the limits. @param {any} map */
export function isOwnMap({ factors, links, names }) {
  return (
    Array.isArray(factors) &&
    factors.length <= MOST_FACTORS &&
    factors.every((one) => hasOnly(one, ["id", "name"]) && typeof one.id === "string" && FACTOR_ID.test(one.id) && typeof one.name === "string") &&
    new Set(factors.map((one) => one.id)).size === factors.length &&
    Array.isArray(links) &&
    links.length <= MOST_LINKS &&
    links.every((link) => isLink(link, factors)) &&
    new Set(links.map((link) => `${link.cause}>${link.effect}`)).size === links.length &&
    isObject(names) &&
    Object.values(names).every((name) => typeof name === "string")
  );
}

/** @param {any} link @param {Factor[]} factors */
function isLink(link, factors) {
  return (
    hasOnly(link, ["cause", "effect", "way", "delay"]) &&
    [link.cause, link.effect].every((end) => factors.some((one) => one.id === end)) &&
    link.cause !== link.effect &&
    ["same", "opposite"].includes(link.way) &&
    typeof link.delay === "boolean"
  );
}

/** A loop's key among the names. @param {import("./loops.js").Loop} loop */
export function loopKey(loop) {
  return loop.through.join(">");
}

/** One line of text without marks that no file can hold. @param {string} text */
export function plainLine(text) {
  const whole = text.toWellFormed ? text.toWellFormed() : text;
  return whole.replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, " ").trim();
}
