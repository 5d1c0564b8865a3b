// A learner's way through a branching story, as pure functions.

/**
 * @typedef {{ scene: string, option: string }} Step
 * @typedef {{ steps: Step[], ended: boolean }} Path
 * @typedef {Record<string, number>} State what is at stake, by id
 * @typedef {{ leads: string, changes: State }} Turn
 * @typedef {{ id: string, idea: string, formerly: string[], says: State, turns: Map<string, Turn> }} Scene
 */

export const MAX_PATHS = 12; // kept for comparison

/**
 * Where a path stands: the scene that waits after its last known step.
 * @param {Scene[]} scenes the first begins the story
 * @param {Step[]} steps
 * @returns {{ at: string, walked: Step[] }} walked: the steps that the story still knows, by the scenes' present ids
 */
export function walk(scenes, steps) {
  let at = scenes[0].id;
  /** @type {Step[]} */
  const walked = [];
  for (const step of steps) {
    const scene = scenes.find(({ id }) => id === at);
    const here = scene && (step.scene === at || scene.formerly.includes(step.scene));
    const turn = here ? scene.turns.get(step.option) : undefined;
    if (!turn) break;
    walked.push({ scene: at, option: step.option });
    at = turn.leads;
  }
  return { at, walked };
}

/**
 * What is at stake along a path: at its start, and after each decision.
 * @param {Scene[]} scenes
 * @param {Step[]} walked as `walk` returns it
 * @param {State} start
 * @returns {{ before: State, after: State }[]} one for each decision; before: as its scene says it
 */
export function statesOf(scenes, walked, start) {
  let now = start;
  return walked.map(({ scene: id, option }) => {
    const scene = scenes.find((one) => one.id === id);
    const before = { ...now, ...scene?.says };
    const changes = scene?.turns.get(option)?.changes ?? {};
    now = Object.fromEntries(Object.entries(before).map(([name, value]) => [name, value + (changes[name] ?? 0)]));
    return { before, after: now };
  });
}

/** @param {Scene[]} scenes @param {string} id */
export function isEnding(scenes, id) {
  return scenes.find((scene) => scene.id === id)?.turns.size === 0;
}

/**
 * The scenes in rows, by how many decisions lead to them at most.
 * @param {Scene[]} scenes in the order of the story
 * @returns {string[][]}
 */
export function rowsOf(scenes) {
  const depth = new Map(scenes.map(({ id }) => [id, 0]));
  for (const { id, turns } of scenes) {
    for (const { leads } of turns.values()) depth.set(leads, Math.max(depth.get(leads) ?? 0, (depth.get(id) ?? 0) + 1));
  }
  // All endings stand in the last row, however early a path comes to one.
  const last = Math.max(...depth.values());
  for (const { id, turns } of scenes) if (!turns.size) depth.set(id, last);
  return Array.from({ length: last + 1 }, (_, row) => scenes.flatMap(({ id }) => (depth.get(id) === row ? [id] : [])));
}

/**
 * A new path after the others. The oldest goes where there are too many.
 * @param {Path[]} paths
 * @returns {Path[]}
 */
export function begun(paths) {
  return [...paths, { steps: [], ended: false }].slice(-MAX_PATHS);
}
