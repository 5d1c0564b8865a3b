// A smooth line through points that never overshoots them: a monotone cubic (Fritsch and Carlson 1980).

/**
 * @param {[number, number][]} points rising in x
 * @returns {string} an SVG path
 */
export function smoothPath(points) {
  const last = points.length - 1;
  if (last < 1) return points.length ? `M${points[0][0].toFixed(1)} ${points[0][1].toFixed(1)}h0` : "";
  const slopes = points.slice(1).map(([x, y], at) => (y - points[at][1]) / (x - points[at][0]));
  const tangents = points.map((_, at) => {
    if (at === 0) return slopes[0];
    if (at === last) return slopes[last - 1];
    const [before, after] = [slopes[at - 1], slopes[at]];
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  let path = `M${points[0][0].toFixed(1)} ${points[0][1].toFixed(1)}`;
  for (let at = 0; at < last; at += 1) {
    const [[x0, y0], [x1, y1]] = [points[at], points[at + 1]];
    const third = (x1 - x0) / 3;
    const numbers = [x0 + third, y0 + tangents[at] * third, x1 - third, y1 - tangents[at + 1] * third, x1, y1];
    path += `C${numbers.map((number) => number.toFixed(1)).join(" ")}`;
  }
  return path;
}
