// Links and loops read out as sentences; sentences.py has the same ones from the same words.
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";

/**
 * @typedef {import("./loops.js").Link} Link
 * @typedef {import("./loops.js").Loop} Loop
 * @typedef {(id: string) => string} Namer
 */

/** @param {number} direction */
export function changeWord(direction) {
  return direction > 0 ? strings.map_rise : strings.map_fall;
}

/** @param {Link} link @returns {number} 1 or -1 */
export function signOf(link) {
  return link.way === "same" ? 1 : -1;
}

/**
 * @param {Link} link
 * @param {Namer} name
 * @param {number} [cause] 1 for a rise in the cause, -1 for a fall
 */
export function linkSentence(link, name, cause = 1) {
  return fill(link.delay ? strings.map_link_late : strings.map_link, {
    first: changeWord(cause),
    cause: name(link.cause),
    then: changeWord(cause * signOf(link)),
    effect: name(link.effect),
  });
}

/**
 * A loop as one sentence that begins and ends at the same factor.
 * @param {Loop} loop
 * @param {Link[]} links
 * @param {Namer} name
 */
export function loopSentence(loop, links, name) {
  let direction = 1;
  const parts = loop.through.map((cause, index) => {
    const effect = loop.through[(index + 1) % loop.through.length];
    const link = links.find((one) => one.cause === cause && one.effect === effect);
    if (!link) return "";
    direction *= signOf(link);
    const late = link.delay ? strings.map_loop_next_late : strings.map_loop_next;
    const first = link.delay ? strings.map_loop_first_late : strings.map_loop_first;
    return fill(index ? late : first, { cause: name(cause), then: changeWord(direction), effect: name(effect) });
  });
  return parts.join("") + strings.map_loop_end;
}

/** @param {Loop} loop */
export function typeSentence(loop) {
  return loop.type === "reinforcing" ? strings.map_is_reinforcing : strings.map_is_balancing;
}
