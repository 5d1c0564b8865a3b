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

const BESIDE = 22; // pixels between two names at least: a line between them must be seen

/**
 * Move names apart until none covers another; where they find no room, they stand in rows, and the picture grows.
 * @param {[number, number][]} points the middles of the names, in pixels
 * @param {[number, number][]} sizes width and height of each
 * @param {number} width of the picture
 * @param {number} height of the picture
 * @returns {{ points: [number, number][], height: number }}
 */
export function apartBoxes(points, sizes, width, height) {
  const found = points.map(([x, y]) => /** @type {[number, number]} */ ([x, y]));
  for (let tall = height; tall <= 2 * height; tall += Math.ceil(height / 4)) {
    for (let round = 0; round < 120; round += 1) {
      found.forEach((point, index) => {
        const [w, h] = sizes[index];
        point[0] = Math.min(Math.max(point[0], w / 2), Math.max(w / 2, width - w / 2));
        point[1] = Math.min(Math.max(point[1], h / 2 + 2), tall - h / 2 - 2);
      });
      if (!partOverlaps(found, sizes)) return { points: found, height: tall };
    }
  }
  return inRows(points, sizes, width);
}

const STEP = 12; // pixels between two places that are tried

/**
 * Where there is most room for one more name, beside names and lines; below them all where there is none.
 * @param {[number, number]} size of the name
 * @param {{ at: [number, number], size: [number, number] }[]} taken by the others
 * @param {[number, number][][]} lines between the others
 * @param {number} width of the picture
 * @param {number} height of the picture
 * @returns {[number, number]}
 */
export function freeSpot([w, h], taken, lines, width, height) {
  /** @type {[number, number]} */
  let best = [width / 2, height + BESIDE + h / 2];
  let most = BESIDE;
  for (let y = h / 2 + 2; y <= height - h / 2 - 2; y += STEP) {
    for (let x = w / 2; x <= width - w / 2; x += STEP) {
      const gaps = taken.map(({ at, size }) => Math.max(Math.abs(at[0] - x) - (size[0] + w) / 2, Math.abs(at[1] - y) - (size[1] + h) / 2));
      const room = Math.min(...gaps, ...lines.map(([one, other]) => besideLine([x, y], one, other) - Math.hypot(w, h) / 2 + BESIDE));
      if (room > most) [best, most] = [[x, y], room];
    }
  }
  return best;
}

/** How far a point is from a line between two others. @param {[number, number]} p @param {[number, number]} a @param {[number, number]} b */
function besideLine([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const share = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x1 + share * dx - x, y1 + share * dy - y);
}

/**
 * @param {[number, number][]} points changed where two names come too close
 * @param {[number, number][]} sizes
 * @returns {boolean} whether any did
 */
function partOverlaps(points, sizes) {
  let some = false;
  for (let one = 0; one < points.length; one += 1) {
    for (let other = one + 1; other < points.length; other += 1) {
      const dx = points[other][0] - points[one][0] || 0.01;
      const dy = points[other][1] - points[one][1] || 0.01;
      const across = (sizes[one][0] + sizes[other][0]) / 2 + BESIDE - Math.abs(dx);
      const down = (sizes[one][1] + sizes[other][1]) / 2 + BESIDE - Math.abs(dy);
      if (across <= 0.01 || down <= 0.01) continue;
      some = true;
      const axis = down < across ? 1 : 0;
      const shift = (Math.min(across, down) / 2 + 0.01) * Math.sign(axis ? dy : dx);
      points[one][axis] -= shift;
      points[other][axis] += shift;
    }
  }
  return some;
}

/**
 * Names one after the other in rows, those from above first.
 * @param {[number, number][]} points
 * @param {[number, number][]} sizes
 * @param {number} width
 */
function inRows(points, sizes, width) {
  /** @type {[number, number][]} */
  const placed = points.map(() => [0, 0]);
  let [x, y, tall] = [0, 2, 0];
  const order = points.map((_, index) => index).sort((a, b) => points[a][1] - points[b][1] || a - b);
  for (const index of order) {
    const [w, h] = sizes[index];
    if (x && x + w > width) [x, y, tall] = [0, y + tall + 2 * BESIDE, 0];
    placed[index] = [x + w / 2, y + h / 2];
    x += w + BESIDE;
    tall = Math.max(tall, h);
  }
  return { points: placed, height: y + tall + 2 };
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
