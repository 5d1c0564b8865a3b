// The geometry of a radar picture, as pure functions. Spokes run clockwise, the first one upwards.

/**
 * The end of one spoke, seen from the centre.
 * @param {number} index
 * @param {number} count how many spokes there are
 * @param {number} radius in pixels
 * @returns {[number, number]} across and down, in pixels
 */
export function spokeEnd(index, count, radius) {
  const angle = (2 * Math.PI * index) / count;
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}

/**
 * A closed line through one level on each spoke. A spoke without a level is passed over.
 * @param {(number | null)[]} levels from 0 at the centre to 1 at the rim
 * @param {number} radius in pixels
 * @returns {string} a path around the centre
 */
export function radarPath(levels, radius) {
  const ends = levels.flatMap((level, index) => (level === null ? [] : [spokeEnd(index, levels.length, level * radius)]));
  return ends.length ? `M${ends.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}z` : "";
}

/**
 * How a label beside a spoke's end is tied to it.
 * @param {number} index
 * @param {number} count
 * @returns {"start" | "middle" | "end"}
 */
export function labelSide(index, count) {
  const [x] = spokeEnd(index, count, 1);
  if (Math.abs(x) < 0.1) return "middle";
  return x > 0 ? "start" : "end";
}
