// Who talks with whom: names as chips over the lines between them, and the same as a list.
import { make, textOf } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { shape } from "../../page/svg.js";
import { fill, folded } from "../../page/text.js";
import { chipOf } from "./grid.js";
import { apartBoxes, freeSpot, placedPoints } from "./layout.js";
import { bridgeOf } from "./people.js";

/**
 * @typedef {import("./people.js").Person} Person
 * @typedef {{ width: number, height: number, points: Map<string, [number, number]> }} Stood where names stand, by id
 */

const TURNED = 100; // pixels by which a picture's width changes when a phone is turned: then all is laid anew

/**
 * Draw the network into a place that is on the page: names are measured there, so that none is cut or covers another.
 * A name stays where it stood: whoever draws a line must find both its ends again. A new one stands where there is room.
 * @param {HTMLElement} place
 * @param {Person[]} people
 * @param {[number, number][]} links
 * @param {string} held whom the next press links; empty for nobody
 * @param {Stood | null} before none where all is to be laid anew
 * @returns {Stood}
 */
export function drawNetwork(place, people, links, held, before) {
  const width = Math.max(220, Math.min(place.clientWidth || 640, 760));
  const linked = new Set(links.flat());
  const bridge = bridgeOf(people.length, links);
  const chips = people.map((one, index) => {
    const chip = chipOf(one, "net", held);
    chip.setAttribute("data-target", one.id);
    if (!linked.has(index)) chip.classList.add("sl-lone");
    if (index === bridge) chip.classList.add("sl-bridge");
    return chip;
  });
  const box = make("div", { class: "sl-people-net" }, ...chips);
  box.style.width = `${width}px`;
  place.replaceChildren(box);
  const sizes = chips.map(({ offsetWidth, offsetHeight }) => /** @type {[number, number]} */ ([offsetWidth || 100, offsetHeight || 44]));
  const area = sizes.reduce((sum, [w, h]) => sum + (w + 24) * (h + 24), 0);
  const least = Math.max(width < 480 ? 260 : 240, Math.round((2.1 * area) / width));
  const [side, edge] = [Math.max(0, ...sizes.map(([w]) => w)) / 2, Math.max(0, ...sizes.map(([, h]) => h)) / 2];
  const stood = before && Math.abs(before.width - width) < TURNED && people.some(({ id }) => before.points.has(id)) ? before : null;
  let height = Math.max(least, stood?.height ?? 0);
  /** @type {[number, number][]} */
  let started = [];
  if (stood) {
    const wider = width / stood.width;
    const kept = people.map(({ id }) => stood.points.get(id)).map((at) => at && /** @type {[number, number]} */ ([at[0] * wider, at[1]]));
    const lines = links.flatMap(([a, b]) => (kept[a] && kept[b] ? [[kept[a], kept[b]]] : []));
    const taken = kept.flatMap((at, index) => (at ? [{ at, size: sizes[index] }] : []));
    started = kept.map((at, index) => {
      const spot = at ?? freeSpot(sizes[index], taken, lines, width, height);
      if (!at) taken.push({ at: spot, size: sizes[index] });
      height = Math.max(height, Math.ceil(spot[1] + sizes[index][1] / 2 + 2));
      return spot;
    });
  } else {
    started = placedPoints(people.length, links, width, height, Math.min(side, width / 2 - 1), edge + 2);
  }
  const found = apartBoxes(started, sizes, width, height);
  box.style.height = `${found.height}px`;
  chips.forEach((chip, index) => {
    chip.style.left = `${found.points[index][0]}px`;
    chip.style.top = `${found.points[index][1]}px`;
  });
  const lines = links.map(([a, b]) => {
    const [[x1, y1], [x2, y2]] = [found.points[a], found.points[b]];
    return shape("line", { x1, y1, x2, y2, "data-pair": `${people[a].id} ${people[b].id}` });
  });
  box.prepend(
    shape(
      "svg",
      { viewBox: `0 0 ${width} ${found.height}`, width, height: found.height, "aria-hidden": "true", focusable: "false" },
      ...lines,
    ),
  );
  return { width, height: found.height, points: new Map(people.map(({ id }, index) => [id, found.points[index]])) };
}

/**
 * The network as one drawing, in the colours of the page.
 * @param {HTMLElement} box as it was drawn
 */
export function netAsDrawing(box) {
  const [width, height] = [parseFloat(box.style.width), parseFloat(box.style.height)];
  const { color, backgroundColor, fontFamily } = getComputedStyle(/** @type {Element} */ (box.querySelector("button")));
  const edge = { stroke: color, "stroke-width": 2 };
  const lines = [...box.querySelectorAll("line")].map((line) => {
    const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => line.getAttribute(name) || "");
    return shape("line", { x1, y1, x2, y2, ...edge });
  });
  const names = [...box.querySelectorAll("button")].flatMap((chip) => {
    const [x, y] = [parseFloat(chip.style.left), parseFloat(chip.style.top)];
    const rows = folded(textOf(chip), 18);
    const [w, h] = [Math.max(...rows.map((row) => row.length)) * 8 + 16, rows.length * 18 + 12];
    const first = y - (rows.length - 1) * 9 + 5;
    return [
      shape("rect", { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: 8, fill: backgroundColor, ...edge }),
      ...rows.map((row, at) => shape("text", { x, y: first + at * 18, fill: color, "font-size": 15, "text-anchor": "middle" }, row)),
    ];
  });
  return shape("svg", { viewBox: `0 0 ${width} ${height}`, "font-family": fontFamily }, ...lines, ...names);
}

/**
 * Each of the people and whom they talk with, in words.
 * @param {Person[]} people
 * @param {[number, number][]} links
 */
export function talksInWords(people, links) {
  return people.map((one, index) => {
    const others = links.flatMap(([a, b]) => (a === index ? [b] : b === index ? [a] : [])).sort((a, b) => a - b);
    const names = others.map((other) => people[other].who.trim()).join("; ");
    return fill(others.length ? strings.stakeholders_talks_with : strings.stakeholders_talks_none, { name: one.who.trim(), names });
  });
}
