// The first page of a portfolio: what one would show to a colleague. All of it stands again below, in full.

/**
 * @typedef {import("./markdown.js").Written} Written
 * @typedef {Written & { kind: string }} Answer
 */

/** Kinds that belong on it, in this order, and which of their pairs of label and words. */
const KINDS = /** @type {[string, (said: string[][]) => string[][]][]} */ ([
  ["issue", (said) => said],
  ["plan", (said) => said],
  ["if-then", (said) => said],
  ["stakeholders", (said) => said],
  ["reflection", (said) => said.slice(-1)], // Now what?
]);

/**
 * @template {Answer} T
 * @param {T[]} answers everything written, in the order of the course
 * @returns {T[]} the answers that belong on the first page, cut to what matters there
 */
export function briefOf(answers) {
  const planned = answers.some((answer) => answer.kind === "plan");
  return KINDS.filter(([kind]) => !(planned && kind === "if-then")).flatMap(([kind, cut]) =>
    answers
      .filter((answer) => answer.kind === kind)
      .map((answer) => ({ ...answer, asked: "", said: cut(answer.said).filter(([, text]) => text.trim() !== "") }))
      .filter((answer) => answer.said.length > 0),
  );
}
