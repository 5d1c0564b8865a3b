// A learner's way through a branching story, as pure functions.

/**
 * @typedef {{ scene: string, option: string }} Step
 * @typedef {{ steps: Step[], ended: boolean }} Path
 * @typedef {{ leads: string }} Turn
 * @typedef {{ id: string, idea: string, turns: Map<string, Turn> }} Scene
 */

export const MAX_PATHS = 12; // kept for comparison

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
  return [...paths, { steps: [], ended: false }].slice(-MAX_PATHS);
}
