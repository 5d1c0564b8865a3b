// A ring as a path.

/** A circle as a path, so that many are one shape. @param {number} x @param {number} y @param {number} radius */
export function ringPath(x, y, radius) {
  const [left, across] = [(x - radius).toFixed(1), 2 * radius];
  return `M${left} ${y.toFixed(1)}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 ${-across} 0z`;
}
