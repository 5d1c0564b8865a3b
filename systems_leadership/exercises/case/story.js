// A learner's way through a branching story, as pure functions.
import { hasOnly } from "../base/record.js";

/**
 * @typedef {{ scene: string, option: string }} Step
 * @typedef {{ steps: Step[], ended: boolean }} Path
 * @typedef {{ leads: string }} Turn
 * @typedef {{ id: string, idea: string, turns: Map<string, Turn> }} Scene
 */

export const MOST_PATHS = 12; // kept for comparison
const MOST_STEPS = 12; // on one path

/**
 * Where a path stands: the scene that waits after its last known step.
 * @param {Scene[]} scenes the first begins the story
 * @param {Step[]} steps
 * @returns {{ at: string, walked: Step[] }} walked: the steps that the story still knows
 */
export function walk(scenes, steps) {
  let at = scenes[0].id;
  /** @type {Step[]} */
  const walked = [];
  for (const step of steps) {
    const turn = step.scene === at ? scenes.find((scene) => scene.id === at)?.turns.get(step.option) : undefined;
    if (!turn) break;
    walked.push(step);
    at = turn.leads;
  }
  return { at, walked };
}

/** @param {Scene[]} scenes @param {string} id */
export function isEnding(scenes, id) {
  return scenes.find((scene) => scene.id === id)?.turns.size === 0;
}

/**
 * A new path after the others. The oldest goes where there are too many.
 * @param {Path[]} paths
 * @returns {Path[]}
 */
export function begun(paths) {
  return [...paths, { steps: [], ended: false }].slice(-MOST_PATHS);
}

/** A saved answer: paths made of ids, and the learner's own words. @param {any} value */
export function isCaseValue(value) {
  const step = (/** @type {any} */ one) => hasOnly(one, ["scene", "option"]) && typeof one.scene === "string" && typeof one.option === "string";
  const path = (/** @type {any} */ one) =>
    hasOnly(one, ["steps", "ended"]) && Array.isArray(one.steps) && one.steps.length <= MOST_STEPS && one.steps.every(step) && typeof one.ended === "boolean";
  return (
    hasOnly(value, ["paths", "debrief"]) &&
    Array.isArray(value.paths) &&
    value.paths.length <= MOST_PATHS &&
    value.paths.every(path) &&
    Array.isArray(value.debrief) &&
    value.debrief.length <= 5 &&
    value.debrief.every((/** @type {any} */ text) => typeof text === "string")
  );
}
