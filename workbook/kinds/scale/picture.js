// The radar picture, drawn as SVG from its data.
import { shape } from "../../page/svg.js";
import { folded } from "../../page/text.js";
import { labelSide, radarPath, spokeEnd } from "./radar.js";

/**
 * @typedef {Object} RadarData
 * @property {string} id
 * @property {string} title
 * @property {string} told the picture in words
 * @property {string[]} names one for each spoke
 * @property {number[][]} points of each spoke's statements, 1 to 5
 * @property {(number | null)[]} middles of each spoke's points
 * @property {(number | null)[] | null} before the same of an earlier round
 */

const STEPS = 5;
export const ROOM_FOR_WORDS = 560; // pixels
export const SPOKE_LETTERS = "ABCDEFGH";

/**
 * Words stand at the spokes where there is room for them, and letters where there is not.
 * @param {RadarData} data
 * @param {number} room the width there is, in pixels
 */
export function radarPicture({ id, title, told, names, points, middles, before }, room) {
  const wide = room >= ROOM_FOR_WORDS;
  const width = wide ? Math.min(room, 680) : Math.max(240, Math.min(room, 360));
  const radius = wide ? 130 : Math.min(120, width / 2 - 26);
  const edge = wide ? 50 : 34;
  const height = 2 * (radius + edge);
  const levels = (/** @type {(number | null)[]} */ all) => all.map((one) => (one === null ? null : one / STEPS));
  const steps = Array.from({ length: STEPS }, (_, step) => (step + 1) / STEPS);
  return shape(
    "svg",
    { viewBox: `${-width / 2} ${-height / 2} ${width} ${height}`, width, height, role: "img", "aria-labelledby": `${id}-title ${id}-desc` },
    shape("title", { id: `${id}-title` }, title),
    shape("desc", { id: `${id}-desc` }, told),
    ...steps.map((step) =>
      shape("path", {
        class: "sl-ring",
        d: radarPath(
          names.map(() => step),
          radius,
        ),
      }),
    ),
    ...names.flatMap((name, index) => {
      const [x, y] = spokeEnd(index, names.length, radius);
      return [
        shape("line", { class: "sl-ring", x1: 0, y1: 0, x2: x, y2: y }),
        spokeLabel(wide ? `${SPOKE_LETTERS[index]}. ${name}` : SPOKE_LETTERS[index], index, names.length, radius),
      ];
    }),
    ...(before ? [shape("path", { class: "sl-then", d: radarPath(levels(before), radius) })] : []),
    shape("path", { class: "sl-shape", d: radarPath(levels(middles), radius) }),
    ...points.flatMap((all, index) =>
      [...new Set(all)].map((point) => {
        const [cx, cy] = spokeEnd(index, names.length, (point / STEPS) * radius);
        return shape("circle", { class: "sl-dot", cx, cy, r: 5 });
      }),
    ),
  );
}

/**
 * A spoke's label, broken into lines that stay clear of the picture.
 * @param {string} text
 * @param {number} index
 * @param {number} count
 * @param {number} radius
 */
function spokeLabel(text, index, count, radius) {
  const [x, y] = spokeEnd(index, count, radius + 16);
  const side = labelSide(index, count);
  const lines = folded(text, side === "middle" ? 44 : 20);
  const first = side === "middle" ? (y < 0 ? y - 16 * (lines.length - 1) : y + 12) : y + 5 - 8 * (lines.length - 1);
  return shape("text", { "text-anchor": side }, ...lines.map((line, row) => shape("tspan", { x, y: first + 16 * row }, line)));
}
