// What is told to a platform of a learner's way: which exercises are done, which lessons the learner calls finished.
// By their places in a published list, so that it stays short and says nothing else: "1:" and two rows of bits.

const EDITION = "1";

/** @param {string[]} ids the published list @param {Iterable<string>} done @returns {string} four places a digit */
export function bitsOf(ids, done) {
  const set = new Set(done);
  let digits = "";
  for (let at = 0; at < ids.length; at += 4) {
    digits += [0, 1, 2, 3].reduce((sum, bit) => sum + (set.has(ids[at + bit]) ? 8 >> bit : 0), 0).toString(16);
  }
  return digits.replace(/0+$/, "");
}

/** @param {string[]} ids @param {string} digits @returns {string[]} */
export function idsOf(ids, digits) {
  return ids.filter((_, at) => (parseInt(digits[at >> 2] || "0", 16) || 0) & (8 >> (at & 3)));
}

/** @param {string[]} ids @param {string[]} lessons @param {Iterable<string>} done @param {Iterable<string>} finished */
export function written(ids, lessons, done, finished) {
  return `${EDITION}:${bitsOf(ids, done)}:${bitsOf(lessons, finished)}`;
}

/** @param {string[]} ids @param {string[]} lessons @param {string} text as `written` made it, or anything else */
export function readMarks(ids, lessons, text) {
  const [edition, done = "", finished = ""] = text.split(":");
  if (edition !== EDITION) return { done: [], finished: [] };
  return { done: idsOf(ids, done), finished: idsOf(lessons, finished) };
}
