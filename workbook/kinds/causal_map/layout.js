// Where the factors of a map stand, in whole numbers; layout.py has the same rules for given maps.

/**
 * @typedef {[number, number]} Cell column in half columns, and row
 * @typedef {[number, number]} Ends numbers of cause and effect
 */

export const COLUMN = 83; // half a column in the wide drawing, px
const ROW = 110; // px
const COVERED = 120000; // cost of a line that runs behind a factor
const CROSSED = 12000; // cost of two lines that cross

/** Rows of four and three by turns, as bricks lie, some left free. @param {number} count @returns {Cell[]} */
export function brickCells(count) {
  /** @type {Cell[]} */
  const cells = [];
  for (let row = 0; cells.length < count + Math.floor(count / 6) + 1; row += 1) {
    for (let column = 0; column < 4 - (row % 2); column += 1) cells.push([column * 2 + (row % 2), row]);
  }
  return cells;
}

/**
 * Better places for factors that stand somewhere already: each swap must pay, so a drawing moves little.
 * @param {number[]} places a cell for each factor, then the free cells
 * @param {number} count of factors
 * @param {Ends[]} links
 * @param {Cell[]} cells
 * @returns {number[]} a cell for each factor, then the free cells
 */
export function improved(places, count, links, cells) {
  const now = [...places];
  // Plain numbers in plain loops: a large map asks for some million comparisons.
  const x = now.map((place) => cells[place][0] * COLUMN);
  const y = now.map((place) => cells[place][1] * ROW);
  const swap = (/** @type {number} */ one, /** @type {number} */ other) => {
    for (const list of [now, x, y]) {
      const kept = list[one];
      list[one] = list[other];
      list[other] = kept;
    }
  };
  for (let better = true; better; ) {
    better = false;
    for (let one = 0; one < count; one += 1) {
      for (let other = one + 1; other < now.length; other += 1) {
        const before = shareOf(one, other, x, y, count, links);
        swap(one, other);
        if (shareOf(one, other, x, y, count, links) < before) better = true;
        else swap(one, other);
      }
    }
  }
  return now;
}

/**
 * What two factors have a part in: squared lengths, lines behind factors, crossings.
 * @param {number} one
 * @param {number} other
 * @param {number[]} x places of the factors, px
 * @param {number[]} y
 * @param {number} count of factors; what stands after them is free
 * @param {Ends[]} links
 */
function shareOf(one, other, x, y, count, links) {
  let total = 0;
  for (let index = 0; index < links.length; index += 1) {
    const [a, b] = links[index];
    if (a !== one && b !== one && a !== other && b !== other) {
      if (one < count && covers(one, a, b, x, y)) total += COVERED;
      if (other < count && covers(other, a, b, x, y)) total += COVERED;
      continue;
    }
    total += (x[a] - x[b]) ** 2 + (y[a] - y[b]) ** 2;
    for (let factor = 0; factor < count; factor += 1) if (factor !== a && factor !== b && covers(factor, a, b, x, y)) total += COVERED;
    for (let before = 0; before < links.length; before += 1) {
      const [c, d] = links[before];
      const once = before < index || (c !== one && d !== one && c !== other && d !== other);
      if (once && a !== c && a !== d && b !== c && b !== d && crosses(a, b, c, d, x, y)) total += CROSSED;
    }
  }
  return total;
}

/**
 * Does the line from p to q run behind the factor c?
 * @param {number} c
 * @param {number} p
 * @param {number} q
 * @param {number[]} x
 * @param {number[]} y
 */
function covers(c, p, q, x, y) {
  if (x[c] <= Math.min(x[p], x[q]) - 50 || x[c] >= Math.max(x[p], x[q]) + 50) return false;
  if (y[c] <= Math.min(y[p], y[q]) - 30 || y[c] >= Math.max(y[p], y[q]) + 30) return false;
  const aside = turn(p, q, c, x, y);
  return aside * aside < 1600 * ((x[q] - x[p]) ** 2 + (y[q] - y[p]) ** 2);
}

/**
 * Do two lines cross?
 * @param {number} p
 * @param {number} q
 * @param {number} r
 * @param {number} s
 * @param {number[]} x
 * @param {number[]} y
 */
function crosses(p, q, r, s, x, y) {
  return turn(p, q, r, x, y) > 0 !== turn(p, q, s, x, y) > 0 && turn(r, s, p, x, y) > 0 !== turn(r, s, q, x, y) > 0;
}

/**
 * On which side of the line from p to q does r lie?
 * @param {number} p
 * @param {number} q
 * @param {number} r
 * @param {number[]} x
 * @param {number[]} y
 */
function turn(p, q, r, x, y) {
  return (x[q] - x[p]) * (y[r] - y[p]) - (y[q] - y[p]) * (x[r] - x[p]);
}

/**
 * Exchange two places of a list as long as that lowers a cost.
 * @param {number[]} list changed in place
 * @param {() => number} cost of the list as it stands
 */
export function exchanged(list, cost) {
  let total = cost();
  for (let better = true; better; ) {
    better = false;
    for (let one = 0; one < list.length; one += 1) {
      for (let other = one + 1; other < list.length; other += 1) {
        [list[one], list[other]] = [list[other], list[one]];
        const now = cost();
        if (now < total) {
          total = now;
          better = true;
        } else [list[one], list[other]] = [list[other], list[one]];
      }
    }
  }
  return list;
}

/**
 * The order of the factors in the narrow drawing: linked ones near each other.
 * @param {number} count
 * @param {Ends[]} links
 * @returns {number[]} the row of each factor
 */
export function inColumn(count, links) {
  const rows = Array.from({ length: count }, (_, index) => index);
  return exchanged(rows, () => links.reduce((sum, [a, b]) => sum + (rows[a] - rows[b]) ** 2, 0));
}
