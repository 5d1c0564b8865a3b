// Curves of a map's drawing, as pure arithmetic; curve.py is its twin for the stored page.

/**
 * @typedef {[number, number]} Point
 * @typedef {Point[]} Curve control points: three for a bow, four for a bracket
 */

export const SAMPLES = 160; // places looked at along a curve

/**
 * De Casteljau's construction with a time of its own at each level; equal times give a point of the curve.
 * @param {Curve} curve
 * @param {number[]} times
 * @returns {Point}
 */
function blossom(curve, times) {
  let points = curve;
  for (const t of times) {
    points = points.slice(1).map((q, index) => {
      const p = points[index];
      return /** @type {Point} */ ([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]);
    });
  }
  return points[0];
}

/** Where the curve is at time t, from 0 to 1. @param {Curve} curve @param {number} t */
export function curvePoint(curve, t) {
  return blossom(curve, Array(curve.length - 1).fill(t));
}

/** The part between two times. @param {Curve} curve @param {number} start @param {number} end @returns {Curve} */
export function piece(curve, start, end) {
  const last = curve.length - 1;
  return curve.map((_, index) => blossom(curve, [...Array(last - index).fill(start), ...Array(index).fill(end)]));
}

/** The distance of two points, px. @param {Point} p @param {Point} q */
export function away(p, q) {
  return Math.sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]));
}

/** The last time at which the curve is at least so far from its end. @param {Curve} curve @param {number} distance px */
export function beforeTip(curve, distance) {
  const tip = curve[curve.length - 1];
  for (let step = SAMPLES; step >= 0; step -= 1) if (away(curvePoint(curve, step / SAMPLES), tip) >= distance) return step / SAMPLES;
  return 0;
}

/** An SVG path along two, three or four control points. @param {Curve} curve */
export function curvePath(curve) {
  return `M${pair(curve[0])}${"LQC"[curve.length - 2]}${curve.slice(1).map(pair).join(" ")}`;
}

/** An arrow's head. @param {Point} tip @param {Point} base */
export function triangle(tip, base) {
  const length = away(tip, base) || 1;
  const [x, y] = [((tip[0] - base[0]) / length) * 5, ((tip[1] - base[1]) / length) * 5];
  return `M${pair(tip)}L${pair([base[0] - y, base[1] + x])} ${pair([base[0] + y, base[1] - x])}Z`;
}

/** Two short bars across at time t: the usual mark of a delay. @param {Curve} curve @param {number} t */
export function bars(curve, t) {
  const middle = curvePoint(curve, t);
  const ahead = curvePoint(curve, t + 0.05);
  const length = away(middle, ahead) || 1;
  const [x, y] = [(ahead[0] - middle[0]) / length, (ahead[1] - middle[1]) / length];
  const end = (/** @type {number} */ shift, /** @type {number} */ side) =>
    /** @type {Point} */ ([middle[0] + x * shift - y * side, middle[1] + y * shift + x * side]);
  return [-2.5, 2.5].map((shift) => curvePath([end(shift, -7), end(shift, 7)])).join("");
}

/** A point as SVG writes it, to a tenth of a pixel. @param {Point} p */
function pair(p) {
  return `${tenth(p[0])} ${tenth(p[1])}`;
}

/** To one decimal, halves up, as Python rounds them. @param {number} value */
export function tenth(value) {
  return Math.floor(value * 10 + 0.5) / 10 + 0;
}
