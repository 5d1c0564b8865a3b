// Dot lines: each statement stands over a line of its own from the first point to the last, so that no answer hides another.
import { shape } from "../../page/svg.js";
import { folded } from "../../page/text.js";

/**
 * @typedef {{ text: string, now: number | null, before: number | null }} DotLine the point of a statement, 1 to 5; null: left out
 * @typedef {Object} DotLines
 * @property {string} id
 * @property {string} title
 * @property {string} told the picture in words
 * @property {string[]} points the five in words
 * @property {{ name: string, lines: DotLine[] }[]} groups
 */

const WIDEST = 640; // pixels, as all below
const ROOM_FOR_WORDS = 520;
const EDGE = 12;
const LANE = 18;
const LETTER = 7.6;
const SMALL_LINE = 16;
const SMALL_LETTER = 7.2;
export const GROUP_LETTERS = "ABCDEFGH";

/**
 * Where each point lies across a picture.
 * @param {number} point 1 to 5
 * @param {number} width
 */
export function acrossOf(point, width) {
  return EDGE + ((width - 2 * EDGE) * (point - 1)) / 4;
}

/** @param {DotLines} data @param {number} room the width there is */
export function dotLines({ id, title, told, points, groups }, room) {
  const width = Math.max(220, Math.min(room, WIDEST));
  /** @type {Element[]} */
  const drawn = [];
  const words = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ side, more = "") =>
    drawn.push(shape("text", { x, y, "text-anchor": side, class: more }, text));
  points.forEach((point, index) => {
    if (index > 0 && index < 4 && width < ROOM_FOR_WORDS) return;
    const side = index === 0 ? "start" : index === 4 ? "end" : "middle";
    words(point, index === 0 ? 0 : index === 4 ? width : acrossOf(index + 1, width), 13, side, "sl-point");
  });
  let y = 20;
  groups.forEach(({ name, lines }, index) => {
    for (const line of folded(`${GROUP_LETTERS[index]}. ${name}`, Math.floor(width / LETTER))) words(line, 0, (y += 20), "start");
    y += 4;
    for (const line of lines) {
      for (const row of folded(line.text, Math.floor(width / SMALL_LETTER))) words(row, 0, (y += SMALL_LINE), "start", "sl-point");
      drawn.push(...oneLine(line, y + 6 + LANE / 2, width));
      y += LANE + 8;
    }
  });
  return shape(
    "svg",
    {
      viewBox: `0 0 ${width} ${y + 4}`,
      width,
      height: y + 4,
      role: "img",
      "aria-labelledby": `${id}-title`,
      "aria-describedby": `${id}-desc`,
    },
    shape("title", { id: `${id}-title` }, title),
    shape("desc", { id: `${id}-desc` }, told),
    ...drawn,
  );
}

/**
 * The line of one statement: where it lies, and where it has come from.
 * @param {DotLine} line
 * @param {number} y
 * @param {number} width
 * @returns {Element[]}
 */
function oneLine({ now, before }, y, width) {
  const rules = [1, 2, 3, 4, 5].map((point) => `M${acrossOf(point, width)} ${y - LANE / 2}v${LANE}`).join("");
  const drawn = [
    shape("path", { class: "sl-rule-of", d: rules }),
    shape("line", { class: "sl-lane", x1: EDGE, x2: width - EDGE, y1: y, y2: y }),
  ];
  const moved = now !== null && before !== null && now !== before;
  if (moved) drawn.push(shape("line", { class: "sl-moved", x1: acrossOf(before, width), x2: acrossOf(now, width), y1: y, y2: y }));
  if (before !== null && before !== now) drawn.push(shape("circle", { class: "sl-then", cx: acrossOf(before, width), cy: y, r: 5 }));
  if (now !== null) drawn.push(shape("circle", { class: "sl-dot", cx: acrossOf(now, width), cy: y, r: 6 }));
  return drawn;
}
