// <sl-chain>: desks that pass a request along. Below stand requests and places, above the orders of each desk so far.
import { define } from "../dom.js";
import { PlacesDrawing } from "../scene/places.js";
import { MovingElement } from "../moving/moving.js";
import { shape } from "../svg.js";
import { fill, plainNumber } from "../text.js";

/**
 * @typedef {import("../moving/trace.js").Moment} Moment
 * @typedef {import("../moving/trace.js").Trace} Trace
 * @typedef {{ flow: string, box: [number, number, number, number] }} Desk
 *
 * `most`: what the bars show at least; `need`: a line at what is needed in truth; `total`: what it all comes to so far.
 * @typedef {{ stock: string, says: string, at: [number, number], anchor: string }} Total
 * @typedef {import("../scene/places.js").PlacesView & { desks: Desk[], names: Record<string, string>, most: number, orders: string, need: { flow: string, says: string }, total: Total }} ChainView
 */

class ChainDrawing extends PlacesDrawing {
  /** @param {SVGElement[]} sheets @param {ChainView} view */
  constructor(sheets, view) {
    super(sheets, view);
    this.chain = view;
    const [, , top] = sheets;
    this.desks = view.desks.map((desk) => {
      const [left, upper, width, height] = desk.box;
      const word = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ anchor, classes = "") =>
        shape("text", { class: `sl-label ${classes}`, x, y, "text-anchor": anchor });
      const bars = shape("path", { class: "sl-orders" });
      const need = shape("path", { class: "sl-need" });
      const name = word(left, upper - 22, "start");
      name.textContent = view.names[desk.flow];
      const figure = word(left, upper - 6, "start", "sl-ordered");
      const needed = word(left + width, upper + 12, "end", "sl-ordered");
      top.append(bars, need, shape("path", { class: "sl-desk", d: `M${left} ${upper + height}h${width}` }), name, figure);
      return { ...desk, bars, need, figure, needed };
    });
    top.append(this.desks[0].needed);
    const { at, anchor } = view.total;
    this.total = shape("text", { class: "sl-label", x: at[0], y: at[1], "text-anchor": anchor });
    top.append(this.total);
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw(moment, trace) {
    super.draw(moment, trace);
    const { need, orders, total } = this.chain;
    const { tick } = moment;
    // One scale for all desks and the whole run: it does not jump while time passes.
    const most = Math.max(this.chain.most, ...this.desks.map(({ flow }) => Math.max(...trace.flows[flow])));
    const needs = trace.flows[need.flow];
    for (const desk of this.desks) {
      const [left, upper, width, height] = desk.box;
      const ordered = trace.flows[desk.flow];
      const step = width / (ordered.length - 1);
      let path = "";
      for (let week = 1; week <= tick; week += 1) {
        path += `M${(left + (week - 0.5) * step).toFixed(1)} ${upper + height}v${((-ordered[week] / most) * height).toFixed(1)}`;
      }
      desk.bars.setAttribute("d", path);
      desk.bars.setAttribute("stroke-width", (step * 0.8).toFixed(1));
      const level = (/** @type {number} */ week) => (upper + height * (1 - needs[week] / most)).toFixed(1);
      desk.need.setAttribute(
        "d",
        `M${left} ${level(1)}${needs
          .slice(1)
          .map((_, at) => `V${level(at + 1)}h${step.toFixed(2)}`)
          .join("")}`,
      );
      desk.needed.textContent = fill(need.says, { n: plainNumber(needs[Math.max(1, tick)]) });
      desk.figure.textContent = tick ? fill(orders, { n: plainNumber(ordered[tick]) }) : "";
    }
    this.total.textContent = fill(total.says, { n: plainNumber(trace.stocks[total.stock][tick]) });
  }
}

class ChainElement extends MovingElement {
  /** @param {SVGElement[]} sheets @param {ChainView} view */
  drawingOn(sheets, view) {
    return new ChainDrawing(sheets, view);
  }
}

define("sl-chain", ChainElement);
