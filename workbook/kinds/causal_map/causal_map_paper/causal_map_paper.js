// A learner's own map on paper: black on white, whatever the page looks like.
import { definePaper } from "../../../page/rules.js";
import { strings } from "../../../page/strings.js";
import { shape } from "../../../page/svg.js";
import { brickCells, improved, inColumn } from "../layout.js";
import { narrowPicture, widePicture } from "../picture.js";
import { linkSentence } from "../readout.js";

/** @typedef {import("../value.js").OwnMap} OwnMap */

const INK = "#1b1f24";
const NAME_LINE = 17; // from line to line of a name, px
const WIDE_FROM = 520; // px from which the wide drawing is readable

/** @param {import("../picture.js").Arrow} arrow */
function arrowShapes({ line, head, way, sign: [x, y], bars }) {
  const stroke = { fill: "none", stroke: INK, "stroke-width": 1.6 };
  return [
    shape("path", { d: line, ...stroke, ...(way === "same" ? {} : { "stroke-dasharray": "7 4" }) }),
    ...(bars ? [shape("path", { d: bars, ...stroke })] : []),
    shape("path", { d: head, fill: INK }),
    shape("circle", { cx: x, cy: y, r: 8, fill: "#fff", stroke: INK }),
    shape("text", { x, y: y + 5, "font-weight": 700 }, way === "same" ? "+" : "−"),
  ];
}

/** @param {import("../picture.js").Box} box */
function boxShapes({ x, y, w, h, lines }) {
  const first = y - ((lines.length - 1) * NAME_LINE) / 2 + 5;
  return [
    shape("rect", { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: 6, fill: "#fff", stroke: INK }),
    shape("text", {}, ...lines.map((line, at) => shape("tspan", { x, y: first + at * NAME_LINE }, line))),
  ];
}

/** Where factors lie in the wide drawing. @param {number} count @param {[number, number][]} ends */
function bricks(count, ends) {
  const cells = brickCells(count);
  const places = improved(
    cells.map((_, at) => at),
    count,
    ends,
    cells,
  );
  return places.slice(0, count).map((place) => cells[place]);
}

/** @param {OwnMap} map @param {any} _told @param {number} room px */
function mapOnPaper({ factors, links }, _told, room) {
  if (factors.length < 2 || links.length < 1) return null;
  const ids = factors.map((one) => one.id);
  const drawn = links.map(({ cause, effect, way, delay }) => ({
    ends: /** @type {[number, number]} */ ([ids.indexOf(cause), ids.indexOf(effect)]),
    way,
    delay,
  }));
  const ends = drawn.map((link) => link.ends);
  const names = factors.map((one) => one.name.trim() || strings.map_nameless);
  const { width, height, arrows, boxes } =
    room < WIDE_FROM ? narrowPicture(names, inColumn(ids.length, ends), drawn) : widePicture(names, bricks(ids.length, ends), drawn);
  const told = links.map((link) => linkSentence(link, (id) => names[ids.indexOf(id)])).join(" ");
  const look = { "font-family": "Arial, sans-serif", "font-size": 13, fill: INK, "text-anchor": "middle" };
  return shape(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", ...look },
    shape("title", {}, `${strings.map_own_title}. ${told}`),
    ...arrows.flatMap(arrowShapes),
    ...boxes.flatMap(boxShapes),
  );
}

definePaper("causal-map", { picture: mapOnPaper });
