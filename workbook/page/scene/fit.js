// Places that fit a number: few of them are drawn large, many small. Also a box that several share side by side.
/**
 * @typedef {import("./forms.js").Spot} Spot
 * @typedef {Object} Fit
 * @property {[number, number, number, number]} fit left, top, width, height
 * @property {[number, number]} cell width and height of one place at its own size
 * @property {number} [most] it is drawn no larger than this
 * @property {number} [part] which part of the box, from 0
 */

/**
 * Spots for a number of places, and how large they are drawn.
 * @param {Fit} layout
 * @param {number} count
 * @param {number} parts of the box, side by side
 * @returns {{ spots: Spot[], scale: number }} spots in units of the enlarged picture
 */
export function fitted({ fit: [left, top, width, height], cell: [across, down], most = 3, part = 0 }, count, parts) {
  const wide = width / parts - (parts > 1 ? GAP : 0);
  const from = left + part * (width / parts) + (parts > 1 ? GAP / 2 : 0);
  let scale = most;
  const places = () => Math.floor(wide / (across * scale)) * Math.floor(height / (down * scale));
  while (places() < count && scale > SMALLEST) scale *= 0.98;
  const columns = Math.max(1, Math.floor(wide / (across * scale)));
  const rows = Math.ceil(count / columns);
  const aside = (wide / scale - columns * across) / 2 + from / scale;
  const above = (height / scale - rows * down) / 2 + top / scale;
  const spots = Array.from(
    { length: count },
    (_, at) =>
      /** @type {Spot} */ ([round(aside + ((at % columns) + 0.5) * across), round(above + (Math.floor(at / columns) + 0.5) * down)]),
  );
  return { spots, scale: Math.round(scale * 1000) / 1000 };
}

const GAP = 8; // units between two parts
const SMALLEST = 0.2;

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;
