// <sl-network>: a small sketch of people in a ring and whom they see, with the same in words.
import { define, make } from "../dom.js";
import { strings } from "../strings.js";
import { shape } from "../svg.js";
import { fill } from "../text.js";

/**
 * Links of a ring in which each is joined with its nearest neighbours on both sides.
 * @param {number} people
 * @param {number} neighbours how many each has, in all
 * @returns {[number, number][]}
 */
export function ringLinks(people, neighbours) {
  /** @type {[number, number][]} */
  const links = [];
  for (let from = 0; from < people; from += 1) {
    for (let to = from + 1; to < people; to += 1) {
      if (Math.min(to - from, people - to + from) <= Math.ceil(neighbours / 2)) links.push([from, to]);
    }
  }
  return links;
}

export class NetworkElement extends HTMLElement {
  /** @param {{ people: number, neighbours: number }} data */
  set data({ people, neighbours }) {
    const spot = (/** @type {number} */ one) => {
      const angle = (2 * Math.PI * one) / people;
      return { x: (100 + 82 * Math.sin(angle)).toFixed(1), y: (100 - 82 * Math.cos(angle)).toFixed(1) };
    };
    const text = fill(strings.network_desc, { people, neighbours });
    const lines = ringLinks(people, neighbours).map(([from, to]) =>
      shape("line", { x1: spot(from).x, y1: spot(from).y, x2: spot(to).x, y2: spot(to).y }),
    );
    const dots = Array.from({ length: people }, (_, one) => shape("circle", { cx: spot(one).x, cy: spot(one).y, r: 5 }));
    const svg = shape(
      "svg",
      { viewBox: "0 0 200 200", width: 200, height: 200, role: "img", "aria-label": strings.network_title },
      ...lines,
      ...dots,
    );
    this.replaceChildren(svg, make("p", {}, text));
  }
}

define("sl-network", NetworkElement);
