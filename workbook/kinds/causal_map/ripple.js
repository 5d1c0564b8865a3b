// A change on its way through a given map, in the steps that ripple.py found: when they arrive, and what is told of them.
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { linkSentence, signOf, typeSentence } from "./readout.js";
import { pushInWords } from "./tried.js";

/**
 * @typedef {import("./readout.js").Namer} Namer
 * @typedef {import("./loops.js").Link & { why: string | null }} GivenLink
 * @typedef {import("./loops.js").Loop & { name: string }} GivenLoop
 * @typedef {[number, number, "first" | "again" | "against", number[]]} Step link, change of its cause, what it meets, loops it closes
 * @typedef {{ factors: import("./loops.js").Factor[], links: GivenLink[], loops: GivenLoop[], runs: Record<string, Step[]> }} GivenMap
 */

const LATE = 4; // As ripple.py has it: how many ordinary links a delayed one lags behind.

/**
 * When each step arrives, counted in ordinary links.
 * @param {Step[]} steps
 * @param {GivenLink[]} links
 * @param {string} factor that was pushed
 */
export function arrivals(steps, links, factor) {
  const reached = new Map([[factor, 0]]);
  return steps.map(([index]) => {
    const { cause, effect, delay } = links[index];
    const time = (reached.get(cause) ?? 0) + (delay ? LATE : 1);
    if (!reached.has(effect)) reached.set(effect, time);
    return time;
  });
}

/**
 * One step in words, with the loops that it closes.
 * @param {Step} step
 * @param {GivenMap} map
 * @param {Namer} nameOf
 * @param {number} direction of the push: 1 up, -1 down
 * @param {string} factor that was pushed
 */
export function stepInWords([index, cause, meets, closes], { links, loops }, nameOf, direction, factor) {
  const link = links[index];
  return [
    linkSentence(link, nameOf, cause * direction),
    link.why ? `${strings.map_why} ${link.why}` : "",
    link.effect === factor ? strings.map_back : "",
    { first: "", again: strings.map_again, against: strings.map_against }[meets],
    ...closes.map((at) => closedInWords(loops[at], factor)),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Steps that arrive together, in words. @param {Step[]} steps @param {GivenLink[]} links @param {Namer} nameOf @param {number} direction */
export function waveInWords([[index, cause], ...others], links, nameOf, direction) {
  const moved = others.map(([other, way]) => {
    const { effect: factor } = links[other];
    return pushInWords({ factor, change: way * direction * signOf(links[other]) > 0 ? "up" : "down" }, nameOf);
  });
  const names = [...new Set(moved)].join("; ");
  const more = names ? fill(strings.map_and_more, { names }) : links[index].why || "";
  return `${linkSentence(links[index], nameOf, cause * direction)} ${more}`;
}

/** A loop that has come round. One that was only set off brings nothing back. @param {GivenLoop} loop @param {string} factor that was pushed */
export function closedInWords(loop, factor) {
  const closed = fill(strings.map_closes, { name: loop.name, type: typeSentence(loop) });
  return loop.through.includes(factor) ? closed : `${closed} ${strings.map_beside}`;
}
