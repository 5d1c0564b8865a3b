// <sl-crowd>: a hundred people, each with the number of others they wait for. Who joins stands up, arm raised.
import { define } from "../dom.js";
import { MovingElement } from "../moving/moving.js";
import { shape } from "../svg.js";
import { fill, says } from "../text.js";

/**
 * @typedef {import("../moving/trace.js").Moment} Moment
 * @typedef {import("../moving/trace.js").Trace} Trace
 * `stopped`: what is said of the one for whom too few are there; `ends`: what is said of how this and other groups ended, on a line from none to all.
 * @typedef {{ size: [number, number], columns: number, label: import("../scene/places.js").Label, stopped: string, ends: string }} CrowdView
 */

const HEADROOM = 34; // room for the label
const FOOTROOM = 62; // room for how other groups ended

class CrowdDrawing {
  /** @param {SVGElement[]} sheets @param {CrowdView} view */
  constructor([, people], view) {
    this.view = view;
    /** @type {{ figure: SVGElement, number: Element }[]} */
    this.people = [];
    /** @type {unknown} */
    this.shown = null;
    /** @type {number[]} places in the row, by whom: who waits for fewest stands first */
    this.order = [];
    const [left, top] = view.label.at;
    this.sheet = people;
    this.label = shape("text", { class: "sl-label", x: left, y: top });
    this.others = shape("g", {});
    people.append(this.label, this.others);
  }

  /** @param {number} count */
  seat(count) {
    const { columns, size } = this.view;
    const [across, down] = [size[0] / columns, (size[1] - HEADROOM - FOOTROOM) / Math.ceil(count / columns)];
    while (this.people.length < count) {
      const at = this.people.length;
      const number = shape("text", { y: 11, "text-anchor": "middle" });
      const figure = /** @type {SVGElement} */ (
        shape(
          "g",
          {
            class: "sl-person",
            transform: `translate(${((at % columns) + 0.5) * across} ${HEADROOM + (Math.floor(at / columns) + 0.5) * down})`,
          },
          shape("path", { class: "sl-arm", d: "M8 3q5-6 4-13" }),
          shape("path", { class: "sl-body", d: "M-10 15q-1-13 4-17 6-3 12 0 5 4 4 17-10 2-20 0z" }),
          shape("circle", { class: "sl-head", cy: -8, r: 5.5 }),
          number,
        )
      );
      this.sheet.append(figure);
      this.people.push({ figure, number });
    }
  }

  /** Where each group ended, from nobody on the left to all on the right: a ring each. @param {number[]} ends */
  endings(ends) {
    if (ends.length < 2) return [];
    const [width, height] = this.view.size;
    const floor = height - 10;
    /** @type {Map<number, number>} */
    const above = new Map();
    const rings = ends.map((end) => {
      const place = Math.round(end);
      const at = above.get(place) || 0;
      above.set(place, at + 1);
      const high = Math.min(4, 30 / Math.max(1, ends.filter((one) => Math.round(one) === place).length));
      return `M${(14 + ((width - 28) * place) / 100).toFixed(1)} ${(floor - 4 - at * high).toFixed(1)}h0`;
    });
    return [
      shape("text", { class: "sl-label sl-count", x: 12, y: height - FOOTROOM + 16 }, this.view.ends),
      shape("path", { class: "sl-desk", d: `M8 ${floor}h${width - 16}` }),
      shape("path", { class: "sl-ends", d: rings.join("") }),
    ];
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw({ tick }, trace) {
    const { joins } = trace.more;
    /** @type {number[]} */
    const waits = trace.more.waits_for;
    this.seat(waits.length);
    const round = trace.ticks[tick];
    if (this.shown !== trace) {
      this.shown = trace;
      const order = waits.map((_, at) => at).sort((a, b) => waits[a] - waits[b] || a - b);
      this.order = order;
      this.people.forEach(({ number }, place) => (number.textContent = String(waits[order[place]])));
    }
    this.people.forEach(({ figure }, place) => {
      const joined = joins[this.order[place]];
      figure.classList.toggle("sl-in", joined >= 0 && joined <= round);
    });
    this.others.replaceChildren(...(tick === trace.ticks.length - 1 ? this.endings(trace.more.ends) : []));
    const { joined } = trace.stocks;
    const count = joined[tick];
    // Where nobody else will come, it is told for whom the next one waits, and shown who that is.
    const next = count === joined[joined.length - 1] && tick > 0 ? this.order[count] : undefined;
    this.people.forEach(({ figure }, place) => figure.classList.toggle("sl-next", next !== undefined && place === count));
    const said = [says(this.view.label, count), ...(next === undefined ? [] : [fill(this.view.stopped, { next: waits[next] })])];
    this.label.textContent = said.join(". ");
  }
}

class CrowdElement extends MovingElement {
  /** @param {SVGElement[]} sheets @param {CrowdView} view */
  drawingOn(sheets, view) {
    return new CrowdDrawing(sheets, view);
  }
}

define("sl-crowd", CrowdElement);
