// The arithmetic of a chart, as pure functions.

/**
 * Round steps from 0 or below to the largest value.
 * @param {number} low
 * @param {number} high
 * @param {number} about how many steps
 * @returns {number[]} rising, the first at most `low`, the last at least `high`
 */
export function niceTicks(low, high, about) {
  const span = high - low || 1;
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) || 10);
  const first = Math.floor(low / step) * step;
  const ticks = [];
  for (let tick = first; tick < high + step * 0.999; tick += step) ticks.push(Number(tick.toPrecision(12)));
  return ticks;
}

/**
 * A straight scale from data to pixels.
 * @param {[number, number]} domain
 * @param {[number, number]} range
 * @returns {(value: number) => number}
 */
export function straight([a, b], [from, to]) {
  return (value) => from + ((value - a) / (b - a || 1)) * (to - from);
}

/**
 * The path of a line through points, to a tenth of a pixel.
 * @param {[number, number][]} points in pixels
 */
export function pathThrough(points) {
  return points.map(([x, y], index) => `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/**
 * Shift labels apart so that none covers another, keeping their order.
 * @param {number[]} wanted where each would stand
 * @param {number} gap
 * @returns {number[]} in the order given
 */
export function spread(wanted, gap) {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
  const placed = [...wanted];
  order.forEach((index, rank) => {
    if (rank > 0) placed[index] = Math.max(placed[index], placed[order[rank - 1]] + gap);
  });
  return placed;
}
