// What stands first on the portfolio's page: what one would show to a colleague. All of it stands again below, in full.
import { rulesOf } from "../rules.js";

/**
 * @typedef {import("./markdown.js").Written} Written
 * @typedef {Written & { kind: string }} Answer
 */

/**
 * The answers that belong on the first page, cut to what matters there.
 * @template {Answer} T
 * @param {T[]} answers everything written, in the order of the course
 * @returns {T[]}
 */
export function frontPage(answers) {
  const kinds = [...rulesOf]
    .filter(([, rules]) => rules.front !== undefined)
    .sort(([, one], [, other]) => (one.front || 0) - (other.front || 0));
  const there = new Set(answers.map((answer) => answer.kind));
  return kinds
    .filter(([, rules]) => !(rules.frontUnless && there.has(rules.frontUnless)))
    .flatMap(([kind, rules]) =>
      answers
        .filter((answer) => answer.kind === kind)
        .map((answer) => ({
          ...answer,
          asked: "",
          said: (rules.frontPage?.(answer.said) ?? answer.said).filter(([, text]) => text.trim() !== ""),
        }))
        .filter((answer) => answer.said.length > 0),
    );
}
