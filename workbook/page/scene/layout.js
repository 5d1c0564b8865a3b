// Where people stand in a place: in a crowd, in rows, on a slope. The same place always gives the same spots.
import { seeded } from "../random/random.js";
import { oneDecimal } from "./forms.js";

/**
 * @typedef {import("./forms.js").Spot} Spot
 *
 * A crowd that fills a box from one corner; every other row stands half a place aside, as crowds do.
 * @typedef {Object} Crowd
 * @property {[number, number, number, number]} box left, top, width, height
 * @property {[number, number]} step across and down
 * @property {boolean} [right] it fills from the right
 * @property {boolean} [up] it fills from below
 * @property {Spot[]} [slope] corners of a slope: nobody stands above it
 *
 * Rows of places, such as beds.
 * @typedef {Object} Rows
 * @property {[number, number, number, number, number, number][]} rows left, top, columns, places, step across, step down
 *
 * Of each: how many times as large its people are drawn.
 * @typedef {(Crowd | Rows) & { scale?: number }} Layout
 */

/**
 * All spots of a place, in the order in which they are taken.
 * @param {string} name of the place: decides how its people stand aside
 * @param {Layout} layout
 * @returns {Spot[]}
 */
export function spotsOf(name, layout) {
  const spots = "rows" in layout ? inRows(layout) : inCrowd(name, layout);
  return inScale(spots, layout.scale);
}

/**
 * Spots in units of an enlarged drawing.
 * @param {Spot[]} spots
 * @param {number} [scale]
 * @returns {Spot[]}
 */
export function inScale(spots, scale = 1) {
  return scale === 1 ? spots : spots.map(([x, y]) => [oneDecimal(x / scale), oneDecimal(y / scale)]);
}

/** @param {Rows} layout @returns {Spot[]} */
function inRows({ rows }) {
  return rows.flatMap(([left, top, columns, places, across, down]) =>
    Array.from(
      { length: places },
      (_, at) => /** @type {Spot} */ ([left + (at % columns) * across, top + Math.floor(at / columns) * down]),
    ),
  );
}

/** @param {string} name @param {Crowd} layout @returns {Spot[]} */
function inCrowd(name, { box: [left, top, width, height], step: [across, down], right = false, up = false, slope }) {
  const random = seeded(name);
  const columns = Math.floor(width / across);
  const lines = Math.floor(height / down);
  /** @type {Spot[]} */
  const spots = [];
  for (let line = 0; line < lines; line += 1) {
    const aside = line % 2;
    for (let place = 0; place < columns - aside; place += 1) {
      const column = aside ? columns - 2 - place : place; // a queue winds: every other row runs back
      const x = (column + 0.5 + aside / 2) * across;
      const y = (line + 0.5) * down;
      const at = /** @type {Spot} */ ([
        oneDecimal((right ? left + width - x : left + x) + (random() - 0.5) * across * 0.34),
        oneDecimal((up ? top + height - y : top + y) + (random() - 0.5) * down * 0.26),
      ]);
      if (!slope || at[1] > heightOf(slope, at[0])) spots.push(at);
    }
  }
  return spots;
}

/** How high a slope is at a place. @param {Spot[]} slope @param {number} x */
function heightOf(slope, x) {
  const after = Math.max(
    1,
    slope.findIndex(([at]) => at >= x),
  );
  const [[x0, y0], [x1, y1]] = [slope[after - 1], slope[after]];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0 || 1);
}
