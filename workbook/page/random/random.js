// Numbers that look drawn by chance and are the same each time.

/** @param {string} text @returns {number} a whole number from 0 to 2^32 */
export function hash(text) {
  let found = 2166136261;
  for (let at = 0; at < text.length; at += 1) found = Math.imul(found ^ text.charCodeAt(at), 16777619);
  return found >>> 0;
}

/**
 * A source of numbers from 0 to 1 (mulberry32).
 * @param {string} seed
 * @returns {() => number}
 */
export function seeded(seed) {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A list in an order drawn by a seed.
 * @template Item
 * @param {Item[]} items
 * @param {string} seed
 * @returns {Item[]}
 */
export function shuffled(items, seed) {
  const random = seeded(seed);
  const out = [...items];
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other], out[at]];
  }
  return out;
}

/**
 * A seed of the learner's own, made once and kept beside the answers: so that what is drawn for them stays.
 * @param {import("../store.js").AnswerStore} store
 * @returns {string}
 */
export function learnersSeed(store) {
  const found = store.setting("seed");
  if (found) return found;
  const made = Math.floor(Math.random() * 2 ** 48).toString(36);
  store.keep("seed", made);
  return made;
}
