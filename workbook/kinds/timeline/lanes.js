// Where the points of a timeline stand: one lane for each field, points close in time one above the other.
import { niceTicks, straight } from "../../page/chart/scale.js";

/**
 * @typedef {{ year: number, lane: string }} Dated
 * @typedef {{ spots: { x: number, y: number }[], lanes: { id: string, top: number, y: number }[], ticks: { x: number, year: number }[], height: number }} Lanes
 */

const LANE_HEAD = 10; // pixels above and below the points
const LANE_ROW = 28; // from one point to the one above it: a finger must meet one alone
const LANE_SIDE = 18;
const LANE_FOOT = 30;

/**
 * @param {Dated[]} all by year
 * @param {string[]} ids of the lanes to show, from above
 * @param {number} width in pixels
 * @param {[number, number]} years the first and the last on the line
 * @returns {Lanes}
 */
export function placedInLanes(all, ids, width, years) {
  const x = straight(years, [LANE_SIDE, width - LANE_SIDE]);
  /** @type {{ x: number, y: number }[]} */
  const spots = [];
  /** @type {Lanes["lanes"]} */
  const lanes = [];
  let top = 0;
  for (const id of ids) {
    const mine = all.flatMap((one, index) => (one.lane === id ? [index] : []));
    /** @type {number[]} the last place taken in each row, from below */
    const taken = [];
    const rows = mine.map((index) => {
      const at = x(all[index].year);
      const free = taken.findIndex((last) => at - last >= LANE_ROW);
      const row = free < 0 ? taken.length : free;
      taken[row] = at;
      return row;
    });
    const y = top + 2 * LANE_HEAD + Math.max(1, taken.length) * LANE_ROW;
    mine.forEach((index, place) => {
      spots[index] = { x: x(all[index].year), y: y - LANE_HEAD - LANE_ROW / 2 - rows[place] * LANE_ROW };
    });
    lanes.push({ id, top, y });
    top = y + 8;
  }
  const [first, last] = years;
  const ticks = niceTicks(first, last, width < 480 ? 3 : 7).filter((year) => Number.isInteger(year) && year >= first && year <= last);
  return { spots, lanes, ticks: ticks.map((year) => ({ x: x(year), year })), height: top + LANE_FOOT };
}
