// Where the points of a network stand: the same list always gives the same picture.

const TO_MIDDLE = 0.9;

/**
 * Points that talk are drawn together and all others held apart, from a ring as the start
 * (after Fruchterman and Reingold, without chance).
 * @param {number} count
 * @param {[number, number][]} links
 * @param {number} width in pixels
 * @param {number} height in pixels
 * @param {number} side kept free at the left and at the right
 * @param {number} edge kept free above and below
 * @returns {[number, number][]} in pixels, inside the margins
 */
export function placedPoints(count, links, width, height, side, edge) {
  const [across, down] = [width - 2 * side, height - 2 * edge];
  const points = Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return /** @type {[number, number]} */ ([(across / 2) * (1 + 0.8 * Math.sin(angle)), (down / 2) * (1 - 0.8 * Math.cos(angle))]);
  });
  if (count === 1) return [[width / 2, height / 2]];
  const ideal = 0.8 * Math.sqrt((across * down) / Math.max(count, 1));
  const rounds = 160;
  for (let round = 0; round < rounds; round += 1) {
    const step = (Math.min(across, down) / 8) * (1 - round / rounds);
    const moves = points.map(() => [0, 0]);
    for (let one = 0; one < count; one += 1) {
      for (let other = one + 1; other < count; other += 1) push(points, moves, one, other, (gap) => (ideal * ideal) / gap);
    }
    for (const [one, other] of links) push(points, moves, one, other, (gap) => -(gap * gap) / ideal);
    points.forEach((point, index) => {
      // A light pull to the middle, or those who talk with nobody would all stand at the walls.
      moves[index][0] += (across / 2 - point[0]) * TO_MIDDLE;
      moves[index][1] += (down / 2 - point[1]) * TO_MIDDLE * (across / down);
      const length = Math.hypot(...moves[index]) || 1;
      const far = Math.min(length, step);
      point[0] = clamped(point[0] + (moves[index][0] / length) * far, across);
      point[1] = clamped(point[1] + (moves[index][1] / length) * far, down);
    });
  }
  apart(points, Math.min(2.4 * edge, ideal), across, down);
  return points.map(([x, y]) => [x + side, y + edge]);
}

/**
 * Names beside points, none over another name or over a point: under its point or above it, whole or cut short.
 * @param {[number, number][]} points
 * @param {[number, number][]} links
 * @param {string[][]} names of each point, the one to try first before the shorter ones
 * @param {(text: string) => number} measure how wide a text is, in pixels
 * @param {number} width of the picture
 * @returns {({ x: number, y: number, text: string } | null)[]} middle and base line; null where there is no room
 */
export function placedNames(points, links, names, measure, width) {
  const taken = points.map(([x, y]) => [x - 17, x + 17, y - 17, y + 17]);
  /** @type {({ x: number, y: number, text: string } | null)[]} */
  const placed = points.map(() => null);
  // Whole names first, all of them: a short one must not take the room of a whole one.
  for (let turn = 0; turn < names[0].length; turn += 1) {
    points.forEach(([x, y], index) => {
      if (placed[index]) return;
      const text = names[index][turn];
      const half = measure(text) / 2 + 4;
      const middle = clamped(x - half, width - 2 * half) + half;
      // Away from where the links lead.
      const falls = links.reduce((sum, [a, b]) => (a === index || b === index ? sum + points[a][1] + points[b][1] - 2 * y : sum), 0);
      const boxAt = (/** @type {number} */ base) => [middle - half, middle + half, base - 14, base + 5];
      const free = (/** @type {number[]} */ box) =>
        taken.every((one) => box[1] <= one[0] || box[0] >= one[1] || box[3] <= one[2] || box[2] >= one[3]);
      const base = (falls > 0 ? [y - 22, y + 31] : [y + 31, y - 22]).find((one) => free(boxAt(one)));
      if (base === undefined) return;
      placed[index] = { x: middle, y: base, text };
      taken.push(boxAt(base));
    });
  }
  return placed;
}

/**
 * Move two points from each other, or towards each other where the strength is negative.
 * @param {[number, number][]} points
 * @param {number[][]} moves
 * @param {number} one
 * @param {number} other
 * @param {(gap: number) => number} strength
 */
function push(points, moves, one, other, strength) {
  // Two points on one spot part in a direction that their places in the list give.
  const dx = points[one][0] - points[other][0] || 0.01 * (one - other);
  const dy = points[one][1] - points[other][1] || 0.01 * (other - one);
  const gap = Math.hypot(dx, dy);
  const pull = strength(gap) / gap;
  moves[one][0] += dx * pull;
  moves[one][1] += dy * pull;
  moves[other][0] -= dx * pull;
  moves[other][1] -= dy * pull;
}

/**
 * Part points that would cover each other.
 * @param {[number, number][]} points
 * @param {number} least the gap wanted between any two
 * @param {number} across
 * @param {number} down
 */
function apart(points, least, across, down) {
  for (let round = 0; round < 40; round += 1) {
    for (let one = 0; one < points.length; one += 1) {
      for (let other = one + 1; other < points.length; other += 1) {
        const dx = points[one][0] - points[other][0] || 0.01;
        const dy = points[one][1] - points[other][1] || 0.01 * (one - other);
        const gap = Math.hypot(dx, dy);
        if (gap >= least) continue;
        const shift = (least - gap) / 2 / gap;
        for (const [index, sign] of [
          [one, 1],
          [other, -1],
        ]) {
          points[index][0] = clamped(points[index][0] + sign * dx * shift, across);
          points[index][1] = clamped(points[index][1] + sign * dy * shift, down);
        }
      }
    }
  }
}

/** @param {number} value @param {number} most */
function clamped(value, most) {
  return Math.max(0, Math.min(most, value));
}
