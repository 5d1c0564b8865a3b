// The list of people, seen as a grid and as a network, each with the same in words.
import { make } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { shape } from "../../page/svg.js";
import { fill } from "../../page/text.js";
import { placedNames, placedPoints } from "./layout.js";

/**
 * @typedef {import("./people.js").Person} Person
 * @typedef {import("./people.js").Step} Step
 */

/**
 * Power against interest as a table; a name in it leads to its line of the list.
 * @param {Person[]} people
 * @param {Step[]} power from the least to the most
 * @param {Step[]} interest from the least to the most
 * @param {(id: string) => void} goTo
 */
export function gridOf(people, power, interest, goTo) {
  const name = (/** @type {Person} */ one) => {
    const button = make("button", { type: "button", "data-goes-to": one.id }, one.who.trim());
    button.addEventListener("click", () => goTo(one.id));
    return make("li", {}, button);
  };
  const cell = (/** @type {Step} */ say, /** @type {Step} */ stake) => {
    const here = people.filter((one) => one.power === say.id && one.interest === stake.id);
    return make("td", { role: "cell", "data-step": stake.text }, ...(here.length ? [make("ul", {}, ...here.map(name))] : []));
  };
  // The roles are those that the elements have; they stay when a phone shows the rows one under the other.
  const row = (/** @type {HTMLElement[]} */ ...cells) => make("tr", { role: "row" }, ...cells);
  const headed = (/** @type {string} */ scope, /** @type {string} */ text) =>
    make("th", { scope, role: `${scope === "col" ? "column" : scope}header` }, text);
  const head = row(headed("col", strings.stakeholders_corner), ...interest.map((step) => headed("col", step.text)));
  const rows = [...power].reverse().map((say) => row(headed("row", say.text), ...interest.map((stake) => cell(say, stake))));
  const unplaced = people.filter((one) => !power.some(({ id }) => id === one.power) || !interest.some(({ id }) => id === one.interest));
  const table = make(
    "table",
    { role: "table", "aria-label": strings.stakeholders_grid },
    make("thead", { role: "rowgroup" }, head),
    make("tbody", { role: "rowgroup" }, ...rows),
  );
  return [
    make("div", { class: "sl-scroll sl-grid-of", role: "region", tabindex: "0", "aria-label": strings.stakeholders_grid }, table),
    ...(unplaced.length
      ? [make("p", { class: "sl-hint" }, fill(strings.stakeholders_unplaced, { names: unplaced.map((one) => one.who.trim()).join("; ") }))]
      : []),
  ];
}

/**
 * Who talks with whom: a picture, and the same as a list.
 * @param {string} id
 * @param {Person[]} people
 * @param {[number, number][]} links
 * @param {number} room the width there is, in pixels
 */
export function networkOf(id, people, links, room) {
  const told = people.map((one, index) => {
    const others = links.flatMap(([a, b]) => (a === index ? [b] : b === index ? [a] : [])).sort((a, b) => a - b);
    const names = others.map((other) => people[other].who.trim()).join("; ");
    return others.length
      ? fill(strings.stakeholders_talks_with, { name: one.who.trim(), names })
      : fill(strings.stakeholders_talks_none, { name: one.who.trim() });
  });
  const width = Math.max(240, Math.min(room, 720));
  const height = width < 480 ? Math.round(width * 1.1) : 400;
  const labelled = width >= 480 && people.length <= 14;
  const points = placedPoints(people.length, links, width, height, labelled ? 66 : 18, labelled ? 40 : 18);
  const pair = ([a, b] = /** @type {[number, number]} */ ([0, 0])) =>
    shape("line", { x1: points[a][0], y1: points[a][1], x2: points[b][0], y2: points[b][1] });
  const linked = new Set(links.flat());
  const pen = document.createElement("canvas").getContext("2d");
  if (pen) pen.font = `14px ${getComputedStyle(document.body).fontFamily}`;
  const names = people.map((one) => [18, 10].map((most) => shortened(one.who.trim(), most)));
  // A name without room is left out: its number leads to the list below.
  const placed = labelled ? placedNames(points, links, names, (text) => pen?.measureText(text).width ?? 9 * text.length, width) : [];
  const svg = shape(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": `${id}-title ${id}-desc` },
    shape("title", { id: `${id}-title` }, strings.stakeholders_network),
    shape("desc", { id: `${id}-desc` }, told.join(" ")),
    ...links.map(pair),
    ...points.flatMap(([x, y], index) => [
      shape("circle", { class: linked.has(index) ? "" : "sl-lone", cx: x, cy: y, r: 14 }),
      shape("text", { x, y: y + 5, "text-anchor": "middle" }, String(index + 1)),
    ]),
    ...placed.flatMap((one) => (one ? [shape("text", { x: one.x, y: one.y, "text-anchor": "middle" }, one.text)] : [])),
  );
  return [make("div", { class: "sl-people-net" }, svg), make("ol", {}, ...told.map((line) => make("li", {}, line)))];
}

/** @param {string} text @param {number} longest characters */
function shortened(text, longest) {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : text;
}
