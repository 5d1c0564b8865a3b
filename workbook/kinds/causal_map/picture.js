// The drawing of a map as numbers and paths; picture.py has the same rules for given maps.
import { away, bars, beforeTip, curvePath, curvePoint, piece, SAMPLES, tenth, triangle } from "./curve.js";
import { COLUMN } from "./layout.js";

/**
 * @typedef {import("./curve.js").Curve} Curve
 * @typedef {import("./curve.js").Point} Point
 * @typedef {import("./layout.js").Cell} Cell
 * @typedef {{ ends: [number, number], way: string, delay: boolean }} Drawn a link, by the numbers of its factors
 * @typedef {{ x: number, y: number, w: number, h: number, lines: string[] }} Box the middle of a factor, its size, its name
 * @typedef {{ line: string, head: string, way: string, sign: [number, number], bars: string }} Arrow
 * @typedef {{ width: number, height: number, boxes: Box[], arrows: Arrow[] }} Drawing
 */

const WIDE = 646; // px, like all that follow
const NARROW = 330;
const LETTERS = 16; // in a line
const NARROW_LETTERS = 22;
export const LINE = 17; // from line to line
const SIGNS = Array.from({ length: 13 }, (_, at) => 20 + 8 * at); // from a link's tip, where its sign may stand
const APART = 18; // between two signs
const AROUND = 16; // from bars to a sign, a tip or another line, where there is room
const BARS = Array.from({ length: 17 }, (_, step) => (10 + Math.ceil(step / 2) * (step % 2 ? -1 : 1)) / 20); // times, from a line's middle on
export const PAD = 7; // above and below
const BOX = 124;
const NARROW_BOX = 172;
const GAP = 52; // between rows of the wide drawing
const NARROW_GAP = 5; // a phone has little room
const PORT = 17; // between the ends of links at one side of a factor

/** A name in lines of at most so many letters; longer words are cut. @param {string} name @param {number} [most] */
export function wrapped(name, most = LETTERS) {
  const lines = [""];
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const letters = [...word];
    for (let start = 0; start < letters.length; start += most) {
      const bit = letters.slice(start, start + most).join("");
      const last = lines[lines.length - 1];
      if (!last) lines[lines.length - 1] = bit;
      else if ([...last].length + 1 + [...bit].length <= most) lines[lines.length - 1] += ` ${bit}`;
      else lines.push(bit);
    }
  }
  return lines;
}

/**
 * For a wide page: factors laid as bricks, links as bows.
 * @param {string[]} names
 * @param {Cell[]} cells
 * @param {Drawn[]} links
 * @returns {Drawing}
 */
export function widePicture(names, cells, links) {
  const lines = names.map((name) => wrapped(name));
  const tallest = Math.max(1, ...lines.map((one) => one.length)) * LINE + 2 * PAD;
  const step = tallest + GAP;
  const boxes = cells.map(([x, y], index) => ({
    x: 74 + x * COLUMN,
    y: 10 + tallest / 2 + y * step,
    w: BOX,
    h: lines[index].length * LINE + 2 * PAD,
    lines: lines[index],
  }));
  return {
    width: WIDE,
    height: 20 + tallest + Math.max(0, ...cells.map(([, y]) => y)) * step,
    boxes,
    arrows: arrows(
      links.map((link) => [bow(boxes[link.ends[0]], boxes[link.ends[1]]), link]),
      boxes,
    ),
  };
}

/**
 * A bow from edge to edge; a link back takes the other side.
 * @param {Box} a
 * @param {Box} b
 * @param {number} [bend] shares of its length
 * @returns {Curve}
 */
export function bow(a, b, bend = 0.13) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  /** @type {Curve} */
  const curve = [
    [a.x, a.y],
    [(a.x + b.x) / 2 - dy * bend, (a.y + b.y) / 2 + dx * bend],
    [b.x, b.y],
  ];
  let first = 0;
  let last = 1;
  for (let step = 0; step <= SAMPLES; step += 1) {
    if (inside(curvePoint(curve, step / SAMPLES), a)) first = step / SAMPLES;
    if (last === 1 && inside(curvePoint(curve, step / SAMPLES), b)) last = step / SAMPLES;
  }
  return first < last ? piece(curve, first, last) : curve;
}

/** In a box, or within 3 px of it? @param {import("./curve.js").Point} p @param {Box} box */
export function inside(p, box) {
  return Math.abs(p[0] - box.x) <= box.w / 2 + 3 && Math.abs(p[1] - box.y) <= box.h / 2 + 3;
}

/**
 * For a phone: factors in one column, links down on the right and up on the left.
 * @param {string[]} names
 * @param {number[]} rows
 * @param {Drawn[]} links
 * @returns {Drawing}
 */
export function narrowPicture(names, rows, links) {
  const ends = ports(rows, links);
  /** @type {Box[]} */
  const boxes = [];
  let top = 8;
  const order = rows.map((_, factor) => factor).sort((a, b) => rows[a] - rows[b]);
  for (const factor of order) {
    const lines = wrapped(names[factor], NARROW_LETTERS);
    const h = Math.max(lines.length * LINE + 2 * PAD, PORT * Math.max(ends[factor].right.length, ends[factor].left.length) + 4);
    boxes[factor] = { x: NARROW / 2, y: top + h / 2, w: NARROW_BOX, h, lines };
    top += h + NARROW_GAP;
  }
  const bracket = (/** @type {Drawn} */ { ends: [a, b] }, /** @type {number} */ index) => {
    const side = rows[a] < rows[b] ? 1 : -1;
    const x = NARROW / 2 + side * (NARROW_BOX / 2 + 2);
    const out = x + side * (26 + (56 * (Math.abs(rows[a] - rows[b]) - 1)) / Math.max(1, names.length - 2));
    const [from, to] = [a, b].map((one) => {
      const there = ends[one][side > 0 ? "right" : "left"];
      const at = there.findIndex((end) => end.index === index && end.leaving === (one === a));
      return boxes[one].y + PORT * (at - (there.length - 1) / 2);
    });
    return /** @type {Curve} */ ([
      [x, from],
      [out, from],
      [out, to],
      [x, to],
    ]);
  };
  return {
    width: NARROW,
    height: top,
    boxes,
    arrows: arrows(
      links.map((link, index) => [bracket(link, index), link]),
      boxes,
    ),
  };
}

/**
 * The ends of links at each side of each factor, top to bottom, so that neighbours do not cross.
 * @param {number[]} rows
 * @param {Drawn[]} links
 */
function ports(rows, links) {
  const span = (/** @type {{ index: number }} */ { index }) => Math.abs(rows[links[index].ends[0]] - rows[links[index].ends[1]]);
  const sorted = (/** @type {number} */ factor, /** @type {boolean} */ right) => {
    const there = links.flatMap(({ ends: [a, b] }, index) => {
      if (rows[a] < rows[b] !== right) return [];
      return [...(a === factor ? [{ index, leaving: true }] : []), ...(b === factor ? [{ index, leaving: false }] : [])];
    });
    const fromAbove = there.filter((end) => end.leaving !== right).sort((one, two) => span(one) - span(two));
    const fromBelow = there.filter((end) => end.leaving === right).sort((one, two) => span(two) - span(one));
    return [...fromAbove, ...fromBelow];
  };
  return rows.map((_, factor) => ({ right: sorted(factor, true), left: sorted(factor, false) }));
}

/**
 * All links, each with its sign near its tip, or further back on its line where another sign stands there. The bars of
 * a delay stand at the middle of their line, or where signs, factors and other lines leave them room.
 * @param {[Curve, Drawn][]} links
 * @param {Box[]} boxes
 */
export function arrows(links, boxes) {
  /** @type {Point[]} */
  const signs = [];
  for (const [curve] of links) {
    const spots = SIGNS.map((back) => curvePoint(curve, beforeTip(curve, back)));
    signs.push(spots.find((spot) => signs.every((one) => away(spot, one) >= APART)) || spots[0]);
  }
  const lines = links.map(([curve]) => BARS.map((t) => curvePoint(curve, t)));
  const late = (/** @type {Curve} */ curve, /** @type {Point[]} */ line) => {
    const others = lines.filter((one) => one !== line).flat();
    const free = line.map((p) => {
      const room = [curve[curve.length - 1], ...signs, ...others].map((one) => away(p, one));
      return boxes.some((one) => inside(p, one)) ? 0 : Math.min(AROUND, ...room);
    });
    return bars(curve, BARS[free.indexOf(Math.max(...free))]);
  };
  return links.map(([curve, link], index) => arrow(curve, link, signs[index], link.delay ? late(curve, lines[index]) : ""));
}

/** @param {Curve} curve @param {Drawn} link @param {Point} sign @param {string} late its bars @returns {Arrow} */
function arrow(curve, link, sign, late) {
  const neck = beforeTip(curve, 9);
  const [x, y] = sign;
  return {
    line: curvePath(piece(curve, 0, neck)),
    head: triangle(curve[curve.length - 1], curvePoint(curve, neck)),
    way: link.way,
    sign: [tenth(x), tenth(y)],
    bars: late,
  };
}
