// The loops of a causal map, shortest first; loops.py finds the same with another library.

/**
 * @typedef {{ id: string, name: string }} Factor
 * @typedef {"same" | "opposite"} Way
 * @typedef {{ cause: string, effect: string, way: Way, delay: boolean }} Link
 * @typedef {{ through: string[], type: "reinforcing" | "balancing" }} Loop
 */

export const LOOPS_LISTED = 40;

/**
 * The loops of a map, shortest first, then in the order of its factors.
 *
 * Looked for by length, each from its first factor, and never further from it than the way back allows.
 * That is quick without any limit of time: a way that leads nowhere would itself hold a shorter loop,
 * and those are counted already.
 * @param {string[]} factors ids, in the map's order
 * @param {Link[]} links among them, no pair twice
 * @param {number} [most] how many to list
 * @returns {{ loops: Loop[], more: boolean }} and whether there are more than are listed
 */
export function findLoops(factors, links, most = LOOPS_LISTED) {
  const place = new Map(factors.map((id, index) => [id, index]));
  /** @type {number[][]} */
  const next = factors.map(() => []);
  /** @type {number[][]} */
  const before = factors.map(() => []);
  const signs = new Map(links.map((link) => [`${link.cause}>${link.effect}`, link.way === "same" ? 1 : -1]));
  for (const link of links) {
    const [cause, effect] = [place.get(link.cause) ?? -1, place.get(link.effect) ?? -1];
    next[cause].push(effect);
    before[effect].push(cause);
  }
  for (const list of next) list.sort((a, b) => a - b);
  const back = factors.map((_, start) => stepsBack(start, before));
  /** @type {number[][]} */
  const found = [];
  for (let length = 2; length <= factors.length && found.length <= most; length += 1) {
    for (let start = 0; start < factors.length && found.length <= most; start += 1) {
      follow([start], new Set([start]), length, next, back[start], found, most);
    }
  }
  const loops = found.slice(0, most).map((loop) => {
    const through = loop.map((index) => factors[index]);
    const product = through.reduce((sign, id, index) => sign * (signs.get(`${id}>${through[(index + 1) % through.length]}`) ?? 1), 1);
    return { through, type: /** @type {Loop["type"]} */ (product > 0 ? "reinforcing" : "balancing") };
  });
  return { loops, more: found.length > most };
}

/**
 * How many links lead back to a factor from each that stands after it.
 * @param {number} start
 * @param {number[][]} before
 */
function stepsBack(start, before) {
  const steps = before.map(() => Infinity);
  steps[start] = 0;
  const queue = [start];
  for (const at of queue) {
    for (const one of before[at]) {
      if (one <= start || steps[one] < Infinity) continue;
      steps[one] = steps[at] + 1;
      queue.push(one);
    }
  }
  return steps;
}

/**
 * Every loop of just this length that begins with this path.
 * @param {number[]} path
 * @param {Set<number>} met
 * @param {number} length
 * @param {number[][]} next
 * @param {number[]} back
 * @param {number[][]} found grows to one more than `most`
 * @param {number} most
 */
function follow(path, met, length, next, back, found, most) {
  for (const one of next[path[path.length - 1]]) {
    if (found.length > most) return;
    if (path.length === length) {
      if (one === path[0]) found.push([...path]);
    } else if (!met.has(one) && path.length + back[one] <= length) {
      path.push(one);
      met.add(one);
      follow(path, met, length, next, back, found, most);
      met.delete(one);
      path.pop();
    }
  }
}
