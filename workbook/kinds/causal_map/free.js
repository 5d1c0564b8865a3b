// The drawing of a map whose factors stand anywhere: links bow round what is in their way. free.py is its twin.
import { away, curvePoint } from "./curve.js";
import { arrows, bow, inside, LINE, PAD, wrapped } from "./picture.js";

/**
 * @typedef {import("./curve.js").Curve} Curve
 * @typedef {import("./curve.js").Point} Point
 * @typedef {import("./picture.js").Box} Box
 * @typedef {import("./picture.js").Drawn} Drawn
 */

const FREE = { wide: { width: 646, box: 124, letters: 16 }, narrow: { width: 330, box: 106, letters: 14 } };
const ROOM_BETWEEN = 16; // px between two factors, at least
const BENDS = [-0.16, 0.12, -0.35, 0.35, 0.6, -0.6, 0.9, -0.9, 1.3, -1.3]; // below 0 to the outside
const BOTH_WAYS = [0.2, 0.4, 0.7, -0.2, -0.4, 1, -1];
const ENDS_APART = 15; // px between the ends of two links

/**
 * @param {string[]} names
 * @param {Point[]} points the middle of each factor, as near as there is room
 * @param {Drawn[]} links
 * @param {"wide" | "narrow"} form
 * @param {number} least height, px
 * @returns {import("./picture.js").Drawing}
 */
export function freePicture(names, points, links, form, least) {
  const { width, box, letters } = FREE[form];
  const boxes = names.map((name, index) => {
    const lines = wrapped(name, letters);
    const h = lines.length * LINE + 2 * PAD;
    const x = Math.min(Math.max(points[index][0], box / 2 + 4), width - box / 2 - 4);
    return { x, y: Math.max(points[index][1], h / 2 + 8), w: box, h, lines };
  });
  partBoxes(boxes);
  const height = Math.max(least, ...boxes.map((one) => one.y + one.h / 2 + 10));
  return { width, height, boxes, arrows: arrows(bowsRound(boxes, links, width, height), boxes) };
}

/** Move down what would lie on another. @param {Box[]} boxes changed in place */
function partBoxes(boxes) {
  const order = boxes.map((_, index) => index).sort((one, two) => boxes[one].y - boxes[two].y);
  order.forEach((index, place) => {
    const box = boxes[index];
    for (let moved = true; moved; ) {
      moved = false;
      for (const before of order.slice(0, place)) {
        const other = boxes[before];
        const apart = (box.h + other.h) / 2 + ROOM_BETWEEN;
        // Half a pixel less: a sum of fractions may fall short by a hair, and the box would be moved for ever.
        if (Math.abs(box.x - other.x) >= box.w + 6 || Math.abs(box.y - other.y) >= apart - 0.5) continue;
        box.y = other.y + apart;
        moved = true;
      }
    }
  });
}

/**
 * A bow for each link: the first that runs behind no factor, stays on the sheet and ends where no other does.
 * @param {Box[]} boxes
 * @param {Drawn[]} links
 * @param {number} width
 * @param {number} height
 */
function bowsRound(boxes, links, width, height) {
  /** @type {Point[]} */
  const ends = [];
  return links.map((link) => {
    const [a, b] = link.ends.map((end) => boxes[end]);
    const back = links.some((other) => other.ends[0] === link.ends[1] && other.ends[1] === link.ends[0]);
    // On which side of the link does the middle of the sheet lie?
    const inward = (a.y - b.y) * (width - a.x - b.x) + (b.x - a.x) * (height - a.y - b.y) >= 0 ? 1 : -1;
    const bends = back ? BOTH_WAYS : BENDS.map((bend) => bend * inward);
    let best = /** @type {Curve} */ ([]);
    let lowest = Infinity;
    bends.forEach((bend, place) => {
      const curve = bow(a, b, bend);
      let cost = place;
      for (let step = 0; step <= 40; step += 1) {
        const p = curvePoint(curve, step / 40);
        if (p[0] < 5 || p[0] > width - 5 || p[1] < 5 || p[1] > height - 5) cost += 40;
        for (const one of boxes) if (one !== a && one !== b && inside(p, one)) cost += 40;
      }
      for (const end of ends) for (const own of [curve[0], curve[2]]) if (away(end, own) < ENDS_APART) cost += 12;
      if (cost < lowest) [best, lowest] = [curve, cost];
    });
    ends.push(best[0], best[2]);
    return /** @type {[Curve, Drawn]} */ ([best, link]);
  });
}
