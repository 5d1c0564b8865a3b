// People on their way from one place to another. They show where people go; how many there are at once follows the flow.
import { oneDecimal } from "./forms.js";

/**
 * @typedef {import("./forms.js").Spot} Spot
 * @typedef {{ way: Way, done: number, pace: number, aside: number, up: number }} Walker
 */

const BUSIEST = 7; // new walkers a second on the busiest way
const PACES = [64, 90]; // units of the picture a second

/** A way through the picture, by its corners. */
export class Way {
  /** @param {Spot[]} corners */
  constructor(corners) {
    this.length = 0;
    /** @type {{ from: number, length: number, start: Spot, end: Spot }[]} */
    this.legs = [];
    for (let at = 1; at < corners.length; at += 1) {
      const [start, end] = [corners[at - 1], corners[at]];
      const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
      this.legs.push({ from: this.length, length, start, end });
      this.length += length;
    }
  }

  /** @param {number} share of the way that is done, from 0 to 1 @returns {Spot} */
  at(share) {
    const done = share * this.length;
    const leg = this.legs.find(({ from, length }) => done <= from + length) || this.legs[this.legs.length - 1];
    const part = (done - leg.from) / (leg.length || 1);
    return [leg.start[0] + (leg.end[0] - leg.start[0]) * part, leg.start[1] + (leg.end[1] - leg.start[1]) * part];
  }
}

/** Everybody who is on some way. */
export class Walkers {
  /** @type {Walker[]} */ all = [];

  /** @param {Record<string, Way>} ways by their names */
  constructor(ways) {
    this.ways = ways;
  }

  /**
   * Let time go on: new ones set out, all go on, those who have arrived are gone.
   * @param {Record<string, number>} rates new walkers on each way, as a share of the busiest, from 0 to 1
   * @param {number} seconds
   */
  go(rates, seconds) {
    for (const [name, rate] of Object.entries(rates)) {
      const way = this.ways[name];
      if (!way || Math.random() >= rate * BUSIEST * seconds) continue;
      const pace = (PACES[0] + Math.random() * (PACES[1] - PACES[0])) / way.length;
      this.all.push({ way, done: 0, pace, aside: (Math.random() - 0.5) * 5, up: (Math.random() - 0.5) * 4 });
    }
    for (const one of this.all) one.done += one.pace * seconds;
    this.all = this.all.filter((one) => one.done < 1);
  }

  /** Where those on one way are; they bob as they walk. @param {string} name @returns {Spot[]} */
  on(name) {
    return this.all
      .filter((one) => one.way === this.ways[name])
      .map((one) => {
        const [x, y] = one.way.at(one.done);
        return [oneDecimal(x + one.aside), oneDecimal(y + one.up + Math.sin(one.done * one.way.length * 0.35) * 0.9)];
      });
  }

  clear() {
    this.all = [];
  }
}
