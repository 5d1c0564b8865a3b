// Where the factors of a small map of one's own stand: on a ring, so that a loop is seen as one; or where they were put.

import { exchanged } from "./layout.js";

/**
 * @typedef {import("./curve.js").Point} Point
 * @typedef {"wide" | "narrow"} Form
 * @typedef {Record<string, [number, number]>} Places thousandths of a drawing's width and height, by factor
 */

export const RING = 12; // factors; more are laid as bricks, or in a column
export const RING_WIDTH = { wide: 646, narrow: 330 }; // px
const REACH = { wide: 250, narrow: 106 }; // px from the middle to the sides
const RING_ROW = 88; // px between factors at one side of a phone's ring

/**
 * The order round the ring, clockwise: each exchange must pay, so that a drawing changes little.
 * @param {number[]} before an order to begin with
 * @param {[number, number][]} ends numbers of cause and effect
 * @returns {number[]} factors, by number, from the top
 */
export function ringOrder(before, ends) {
  const order = [...before];
  const count = order.length;
  const cost = () => {
    const at = order.map((_, factor) => order.indexOf(factor));
    return ends.reduce((sum, [a, b]) => {
      const on = (at[b] - at[a] + count) % count;
      return sum + Math.min(on, count - on) ** 2 + (2 * on > count ? 0.5 : 0); // Clockwise where it can be.
    }, 0);
  };
  return exchanged(order, cost);
}

/** How tall a ring is. @param {number} count of factors @param {Form} form */
export function ringHeight(count, form) {
  return form === "wide" ? 180 + 28 * count : 70 + RING_ROW * Math.max(1, Math.ceil((count - 1) / 2));
}

/**
 * Places on the ring, clockwise from the top. A phone's has two sides with room for the links between them.
 * @param {number} count
 * @param {Form} form
 * @returns {Point[]}
 */
export function ringPoints(count, form) {
  const middle = RING_WIDTH[form] / 2;
  const height = ringHeight(count, form);
  return Array.from({ length: count }, (_, step) => {
    if (form === "wide") {
      const angle = (2 * Math.PI * step) / count - Math.PI / 2;
      return /** @type {Point} */ ([middle + REACH.wide * Math.cos(angle), height / 2 + (height / 2 - 45) * Math.sin(angle)]);
    }
    const row = Math.min(step, count - step);
    const side = 2 * step === count || step === 0 ? 0 : 2 * step < count ? 1 : -1;
    return /** @type {Point} */ ([middle + side * REACH.narrow, 35 + row * RING_ROW]);
  });
}

/**
 * A free place for a factor that has none, as far from all others as there is.
 * @param {[number, number][]} taken
 * @returns {[number, number]}
 */
export function freePlace(taken) {
  const all = Array.from({ length: 63 }, (_, n) => /** @type {[number, number]} */ ([200 + 100 * (n % 7), 100 + 100 * Math.floor(n / 7)]));
  const room = (/** @type {[number, number]} */ [x, y]) => Math.min(...taken.map(([a, b]) => Math.hypot(a - x, b - y)));
  return all.reduce((best, one) => (room(one) > room(best) ? one : best));
}
