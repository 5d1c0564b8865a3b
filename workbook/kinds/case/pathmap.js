// The story as a footpath: scenes one below the other, the ways between them, those taken in ink.
import { make } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { shape } from "../../page/svg.js";
import { rowsOf } from "./story.js";

/**
 * @typedef {import("./story.js").Scene} Scene
 * @typedef {import("./story.js").Step} Step
 * @typedef {{ x: number, top: number, bottom: number }} Box the middle of a scene's box, and its edges, in pixels
 * @typedef {{ from: string, option: string, to: string, start: number[], end: number[] }} Way
 */

const APART = 12; // pixels between two ways at one scene

/**
 * The ways between scenes, side by side where several leave or reach one.
 * @param {Scene[]} scenes
 * @param {Map<string, Box>} boxes
 * @returns {Way[]}
 */
export function waysOf(scenes, boxes) {
  const all = scenes.flatMap(({ id, turns }) => [...turns].map(([option, { leads }]) => ({ from: id, option, to: leads })));
  const box = (/** @type {string} */ id) => boxes.get(id) ?? { x: 0, top: 0, bottom: 0 };
  const beside = (/** @type {"from" | "to"} */ end, /** @type {typeof all[number]} */ way) => {
    const other = end === "from" ? "to" : "from";
    const mine = all.filter((one) => one[end] === way[end]).sort((a, b) => box(a[other]).x - box(b[other]).x);
    return box(way[end]).x + APART * (mine.indexOf(way) - (mine.length - 1) / 2);
  };
  return all.map((way) => ({
    ...way,
    start: [beside("from", way), box(way.from).bottom],
    end: [beside("to", way), box(way.to).top],
  }));
}

/** @param {Way} way */
export function bendOf({ start, end }) {
  const [[x, y], [toX, toY]] = [start, end];
  const half = (y + toY) / 2;
  return `M${x} ${y}C${x} ${half} ${toX} ${half} ${toX} ${toY}`;
}

/**
 * Draw the scenes as boxes in rows; those of the present path are buttons that lead to them.
 * @param {HTMLElement} place
 * @param {Scene[]} scenes
 * @param {{ titles: Map<string, string>, on: Set<string>, goTo: (id: string) => void }} shown
 */
export function drawScenes(place, scenes, { titles, on, goTo }) {
  const box = (/** @type {string} */ id) => {
    const name = titles.get(id) || "";
    if (!on.has(id)) {
      const off = make("span", { class: "sl-path-node", "data-node": id }, name, make("span", { class: "sl-spoken" }, strings.case_off));
      return make("li", {}, off);
    }
    const button = make("button", { type: "button", class: "sl-path-node sl-on", "data-node": id }, name);
    button.addEventListener("click", () => goTo(id));
    return make("li", {}, button);
  };
  const rows = rowsOf(scenes).map((row) => make("ul", {}, ...row.map(box)));
  place.replaceChildren(...rows);
}

/**
 * Draw the ways behind the boxes, as they stand now.
 * @param {HTMLElement} place
 * @param {Scene[]} scenes
 * @param {{ now: Step[], earlier: Step[], verdict: (step: Step) => string }} taken
 */
export function drawWays(place, scenes, { now, earlier, verdict }) {
  const frame = place.getBoundingClientRect();
  for (const old of place.querySelectorAll("svg, .sl-mark")) old.remove();
  if (!frame.width) return;
  /** @type {Map<string, Box>} */
  const boxes = new Map();
  for (const node of place.querySelectorAll(".sl-path-node")) {
    const { left, width, top, bottom } = node.getBoundingClientRect();
    boxes.set(node.getAttribute("data-node") || "", { x: left + width / 2 - frame.left, top: top - frame.top, bottom: bottom - frame.top });
  }
  const is = (/** @type {Step[]} */ steps, /** @type {Way} */ way) =>
    steps.some(({ scene, option }) => scene === way.from && option === way.option);
  // What was taken is drawn last, over the others.
  const rank = (/** @type {Way} */ way) => (is(now, way) ? 2 : is(earlier, way) ? 1 : 0);
  const ways = waysOf(scenes, boxes).sort((a, b) => rank(a) - rank(b));
  const svg = shape(
    "svg",
    { viewBox: `0 0 ${frame.width} ${frame.height}`, "aria-hidden": "true", focusable: "false", preserveAspectRatio: "none" },
    ...ways.map((way) => shape("path", { class: ["sl-way", "sl-way sl-way-earlier", "sl-way sl-way-now"][rank(way)], d: bendOf(way) })),
  );
  const marks = ways
    .filter((way) => rank(way) === 2)
    .map(({ from, option, start, end }) => {
      const mark = make("span", { class: "sl-mark", "data-verdict": verdict({ scene: from, option }), "aria-hidden": "true" });
      mark.style.left = `${(50 * (start[0] + end[0])) / frame.width}%`;
      mark.style.top = `${(50 * (start[1] + end[1])) / frame.height}%`;
      return mark;
    });
  place.prepend(svg);
  place.append(...marks);
}
