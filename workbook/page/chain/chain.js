// <sl-chain>: desks that pass a request along. Below stand people and places, above the orders of each desk so far.
import { define } from "../dom.js";
import { PlacesDrawing } from "../scene/places.js";
import { SceneElement } from "../scene/scene.js";
import { shape } from "../svg.js";
import { fill, plainNumber } from "../text.js";

/**
 * @typedef {import("../scene/trace.js").Moment} Moment
 * @typedef {import("../scene/trace.js").Trace} Trace
 * @typedef {{ flow: string, name: string, box: [number, number, number, number] }} Desk
 * @typedef {import("../scene/places.js").PlacesView & { desks: Desk[], most: number, orders: string }} ChainView
 */

class ChainDrawing extends PlacesDrawing {
  /** @param {SVGElement[]} sheets @param {ChainView} view */
  constructor(sheets, view) {
    super(sheets, view);
    this.desks = view.desks.map((desk) => {
      const [left, top, width, height] = desk.box;
      const bars = shape("path", { class: "sl-orders" });
      const name = shape("text", { class: "sl-label", x: left + width / 2, y: top - 22, "text-anchor": "middle" }, desk.name);
      const figure = shape("text", { class: "sl-label sl-ordered", x: left + width / 2, y: top - 6, "text-anchor": "middle" });
      sheets[2].append(shape("path", { class: "sl-desk", d: `M${left} ${top + height}h${width}` }), bars, name, figure);
      return { ...desk, bars, figure };
    });
    this.most = view.most;
    this.orders = view.orders;
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw(moment, trace) {
    super.draw(moment, trace);
    for (const { flow, box, bars, figure } of this.desks) {
      const [left, top, width, height] = box;
      const orders = trace.flows[flow];
      const step = width / (orders.length - 1);
      let path = "";
      for (let week = 1; week <= moment.tick; week += 1) {
        const high = Math.min(1, orders[week] / this.most) * height;
        path += `M${(left + (week - 0.5) * step).toFixed(1)} ${top + height}v${(-high).toFixed(1)}`;
      }
      bars.setAttribute("d", path);
      bars.setAttribute("stroke-width", (step * 0.8).toFixed(1));
      figure.textContent = moment.tick ? fill(this.orders, { n: plainNumber(orders[moment.tick]) }) : "";
    }
  }
}

class ChainElement extends SceneElement {
  /** @param {SVGElement[]} sheets @param {ChainView} view */
  drawingOn(sheets, view) {
    return new ChainDrawing(sheets, view);
  }
}

define("sl-chain", ChainElement);
