// The river of time: a stream for each field, with a dot for each entry, that can be pressed.
import { make } from "../../page/dom.js";
import { shape } from "../../page/svg.js";

/**
 * @typedef {import("./lanes.js").Lanes} Lanes
 * @typedef {{ id: string, lane: string, name: string, marked: boolean, open: boolean }} Spot
 */

const WAVE = 3; // pixels that a bank swings
const LENGTH = 90; // pixels from one crest to the next
const EDGE = 32; // pixels that half a year takes in the largest letters

/**
 * A stream from bank to bank, swinging a little.
 * @param {number} width
 * @param {number} height
 */
export function streamPath(width, height) {
  const swing = (/** @type {number} */ x, /** @type {number} */ at) => at + WAVE * Math.sin((2 * Math.PI * x) / LENGTH);
  const xs = Array.from({ length: Math.ceil(width / 15) + 1 }, (_, n) => Math.min(width, 15 * n));
  const above = xs.map((x) => `${x} ${swing(x, WAVE + 1).toFixed(1)}`);
  const below = [...xs].reverse().map((x) => `${x} ${swing(x, height - WAVE - 1).toFixed(1)}`);
  return `M${[...above, ...below].join("L")}z`;
}

/**
 * The streams, one block for each field, with the years above and below them: an opened entry pushes those below away.
 * @param {Lanes} placed
 * @param {{ id: string, name: string }[]} lanes those shown, in the order of `placed`
 * @param {Spot[]} spots in the order of `placed`
 * @param {number} width in pixels
 * @param {string} reachable of the dots of a field, the one that Tab reaches; the first, if it is none of them
 * @returns {HTMLElement[]}
 */
export function riverOf(placed, lanes, spots, width, reachable) {
  const streams = lanes.map(({ id, name }, index) => {
    const { top, y } = placed.lanes[index];
    const height = y - top;
    const mine = spots.flatMap((spot, place) =>
      spot.lane === id ? [{ ...spot, x: placed.spots[place].x, y: placed.spots[place].y - top }] : [],
    );
    const reached = mine.some((spot) => spot.id === reachable) ? reachable : mine[0]?.id;
    const forms = mine.map((spot) =>
      spot.marked
        ? shape("path", { class: "sl-mark-spot", d: `M${spot.x} ${spot.y - 10}l10 10l-10 10l-10-10z` })
        : shape("circle", { class: spot.open ? "sl-open-spot" : "", cx: spot.x, cy: spot.y, r: 7 }),
    );
    const dots = mine.map((spot) => {
      const dot = make("button", {
        type: "button",
        class: "sl-dot",
        "data-dot": spot.id,
        "aria-label": spot.name,
        "aria-expanded": String(spot.open),
        tabindex: spot.id === reached ? "0" : "-1",
      });
      dot.style.left = `${spot.x}px`;
      dot.style.top = `${spot.y}px`;
      return dot;
    });
    const years = placed.ticks.map(({ x }) => shape("line", { class: "sl-year", x1: x, x2: x, y1: 0, y2: height }));
    const water = shape("path", { class: "sl-water", d: streamPath(width, height) });
    const stream = make(
      "div",
      { class: "sl-stream", role: "group", "aria-label": name },
      svgOf(width, height, water, ...years, ...forms),
      ...dots,
    );
    stream.style.height = `${height}px`;
    return make("div", { "data-stream": id }, make("p", { class: "sl-lane-name", "aria-hidden": "true" }, name), stream);
  });
  const axis = () => {
    const texts = placed.ticks.map(({ x, year }) => {
      // At the edges a year in large letters would be cut.
      const [anchor, at] = x < EDGE ? ["start", 0] : x > width - EDGE ? ["end", width] : ["middle", x];
      return shape("text", { x: at, y: 16, "text-anchor": anchor }, String(year));
    });
    return make("div", { class: "sl-axis", "aria-hidden": "true" }, svgOf(width, 22, ...texts));
  };
  return [axis(), ...streams, axis()];
}

/** The dot beside another in its stream. @param {HTMLElement} dot @param {string} key @returns {HTMLElement | null} */
export function dotBeside(dot, key) {
  const all = [...(dot.parentElement?.querySelectorAll(".sl-dot") ?? [])];
  const place = all.indexOf(dot);
  const to = /** @type {Record<string, number>} */ ({ ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: all.length - 1 })[key];
  const found = to === undefined ? undefined : all[to];
  return found instanceof HTMLElement ? found : null;
}

/** @param {number} width @param {number} height @param {...SVGElement} children */
function svgOf(width, height, ...children) {
  return shape("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", focusable: "false" }, ...children);
}
