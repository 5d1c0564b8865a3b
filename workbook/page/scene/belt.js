// A belt that people ride: whoever gets on first gets off first. Where each one is follows from the table alone: how many
// are on it at each tick, and how many got off since the tick before.
import { oneDecimal } from "./forms.js";
import { Way } from "./walkers.js";

/**
 * @typedef {import("./forms.js").Spot} Spot
 * @typedef {import("../moving/trace.js").Trace} Trace
 * @typedef {{ belt: Spot[], off: string, lanes?: number, apart?: number }} BeltLayout its corners; the flow of those who get off
 * @typedef {{ on: number, off: number }} Rider
 */

/**
 * When each person gets on and off.
 * @param {number[]} ticks
 * @param {number[]} stock people on the belt at each tick
 * @param {number[]} left people who got off since the tick before
 * @returns {Rider[]}
 */
export function ridersOf(ticks, stock, left) {
  /** @type {number[]} */
  const on = Array(stock[0]).fill(ticks[0]);
  /** @type {number[]} */
  const off = [];
  for (let now = 1; now < ticks.length; now += 1) {
    const start = ticks[now - 1];
    const span = ticks[now] - start;
    const came = stock[now] - stock[now - 1] + left[now];
    for (let one = 0; one < came; one += 1) on.push(start + ((one + 0.5) / came) * span);
    for (let one = 0; one < left[now]; one += 1) off.push(start + ((one + 0.5) / left[now]) * span);
  }
  // Those who are still on it at the end ride as long as the last one who got off.
  const last = off.length - 1;
  const ride = last >= 0 ? off[last] - on[last] : ticks[ticks.length - 1] - ticks[0];
  const end = ticks[ticks.length - 1];
  return on.map((start, one) => ({ on: start, off: off[one] ?? Math.max(end + 1e-6, start + ride) }));
}

const BEND = 12; // units before and behind somebody between which the way is taken for straight

export class Belt {
  /** @type {Trace | null} */ trace = null;
  /** @type {Rider[]} */ riders = [];

  /** @param {BeltLayout} layout @param {string} stock @param {number} scale */
  constructor({ belt, off, lanes = 3, apart = 5 }, stock, scale) {
    this.way = new Way(belt.map(([x, y]) => [x / scale, y / scale]));
    this.stock = stock;
    this.off = off;
    this.lanes = lanes;
    this.apart = apart;
  }

  /** Where everybody is who is on it. @param {Trace} trace @param {number} time @returns {Spot[]} */
  at(trace, time) {
    if (trace !== this.trace) {
      this.trace = trace;
      this.riders = ridersOf(trace.ticks, trace.stocks[this.stock], trace.flows[this.off]);
    }
    /** @type {Spot[]} */
    const spots = [];
    this.riders.forEach(({ on, off }, one) => {
      if (on > time || off <= time || off <= on) return;
      const done = (time - on) / (off - on);
      const [x, y] = this.way.at(done);
      // Lanes lie beside the way, and turn with it: a lane that is the outer one at one bend is so at the next.
      const near = BEND / this.way.length;
      const [[x0, y0], [x1, y1]] = [this.way.at(Math.max(0, done - near)), this.way.at(Math.min(1, done + near))];
      const aside = (((one % this.lanes) - (this.lanes - 1) / 2) * this.apart) / Math.hypot(x1 - x0, y1 - y0);
      spots.push([oneDecimal(x + (y1 - y0) * aside), oneDecimal(y - (x1 - x0) * aside)]);
    });
    return spots.sort((one, other) => one[1] - other[1]);
  }
}
