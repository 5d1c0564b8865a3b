// What each kind says of its answers, for those who know no kinds: progress, plan, portfolio.
import { conforms, schemas } from "./schemas.js";

/**
 * @typedef {{ issue?: string, place?: string, line?: { cue: string, action: string } }} Shared
 *
 * @typedef {Object} Rules
 * @property {(value: any) => boolean} done is the exercise done with this answer?
 * @property {(value: any) => boolean} [sound] what a schema cannot say, such as that ids differ
 * @property {(value: any) => Shared} [shares] what other exercises may use of it
 * @property {number} [front] where its answers stand on the portfolio's first page, from 1; left out, they do not
 * @property {string} [frontUnless] a kind whose answer says the same, and more
 * @property {(said: string[][]) => string[][]} [frontPage] which of its pairs of label and words stand there
 */

/** @type {Map<string, Rules>} by the name of the kind */
export const rulesOf = new Map();

/** @param {string} kind @param {Rules} rules */
export function defineRules(kind, rules) {
  rulesOf.set(kind, rules);
}

/**
 * @typedef {Object} Dated what a calendar can hold of an answer
 * @property {string} id the same for ever, for one moment of one line
 * @property {string} summary
 * @property {string} description
 * @property {string} day such as 2026-03-29
 * @property {string} time such as 09:30; empty for all day
 *
 * @typedef {{ sentence: string, first: string, day: string }} Intended a line of a plan: what, its first step, and when one looks back
 *
 * @typedef {Object} Paper what a kind's answers become in the papers that a learner takes away
 * @property {(value: any, told: any, room: number) => SVGElement | null} [picture] with a title, at most so many px wide; black on white
 * @property {(value: any, said: string[][], told: any) => string[][]} [marked] its pairs, with what was told beside them
 * @property {(value: any) => Intended[]} [plan]
 * @property {(value: any, today: string) => Dated[]} [dates] today's such as 2026-03-29
 * @property {boolean} [learned] are these words in which people say what they have learned?
 */

/** @type {Map<string, Paper>} by the name of the kind; only on pages that make such papers */
export const paperOf = new Map();

/** @param {string} kind @param {Paper} paper */
export function definePaper(kind, paper) {
  paperOf.set(kind, paper);
}

/** Can a value be an answer of this kind? @param {string} kind @param {any} value */
export function isAnswer(kind, value) {
  const rules = rulesOf.get(kind);
  return rules !== undefined && conforms(schemas[kind], value) && (!rules.sound || rules.sound(value));
}

/** Is an exercise done with this answer, which has been checked? @param {string} kind @param {any} value */
export function isDone(kind, value) {
  return rulesOf.get(kind)?.done(value) ?? true;
}

/** @param {string} kind @param {any} value an answer that has been checked @returns {Shared} */
export function sharedBy(kind, value) {
  return rulesOf.get(kind)?.shares?.(value) ?? {};
}

/** Are these the ids of different things? @param {{ id: string }[]} all */
export function areDistinct(all) {
  return new Set(all.map((one) => one.id)).size === all.length;
}
