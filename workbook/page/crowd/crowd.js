// <sl-crowd>: a hundred people, each with the number of others they wait for. Who joins stands up, arm raised. Below them,
// small, another group: it is much like this one, and fares otherwise.
import { define } from "../dom.js";
import { KEY_ROOM, MovingElement } from "../moving/moving.js";
import { shape } from "../svg.js";
import { fill, plainNumber, says } from "../text.js";

/**
 * @typedef {import("../moving/trace.js").Moment} Moment
 * @typedef {import("../moving/trace.js").Trace} Trace
 * `head`: room above the people. `gap`: what is said where the next one waits for more than there are. `ends`: how many
 * groups ended where, on a line from none to all, whose ends `scale` says. `other`: how many have come of another group.
 * @typedef {{ size: [number, number], columns: number, head: number, label: import("../scene/places.js").Label, gap: string,
 *   other: { many: string, one: string, none: string }, ends: string, scale: [string, string] }} CrowdView
 */

const FOOTROOM = 96 + KEY_ROOM; // and for how other groups ended
const SMALL_LINE = 18; // of words, or of the small people of another group
const TALLEST = 34; // of its bars

const person = () => [
  shape("path", { class: "sl-arm", d: "M8 3q5-6 4-13" }),
  shape("path", { class: "sl-body", d: "M-10 15q-1-13 4-17 6-3 12 0 5 4 4 17-10 2-20 0z" }),
  shape("circle", { class: "sl-head", cy: -8, r: 5.5 }),
];

class CrowdDrawing {
  /** @param {SVGElement[]} sheets @param {CrowdView} view */
  constructor([, people], view) {
    this.view = view;
    /** @type {{ figure: SVGElement, number: Element }[]} */
    this.people = [];
    /** @type {unknown} */
    this.shown = null;
    this.tick = -1;
    /** @type {number[]} places in the row, by whom: who waits for fewest stands first */
    this.order = [];
    const [left, top] = view.label.at;
    this.sheet = people;
    this.label = shape("text", { class: "sl-label", x: left, y: top });
    this.others = shape("g", {});
    this.why = shape("text", { class: "sl-label sl-why", x: left, y: top + 18 });
    this.lines = 20 / view.columns; // of the other group
    this.besides = view.size[1] - FOOTROOM - (this.lines + 1) * SMALL_LINE;
    this.beside = shape("text", { class: "sl-label sl-count", x: left, y: this.besides + 14 });
    this.besideIn = shape("path", { class: "sl-beside sl-role-home" });
    this.besideOut = shape("path", { class: "sl-beside sl-role-quiet" });
    people.append(this.label, this.why, this.beside, this.besideOut, this.besideIn, this.others);
  }

  /** @param {number} count */
  seat(count) {
    const { columns, size } = this.view;
    const head = this.view.head + 16;
    const [across, down] = [size[0] / columns, (this.besides - head) / Math.ceil(count / columns)];
    while (this.people.length < count) {
      const at = this.people.length;
      const [x, y] = [((at % columns) + 0.5) * across, head + (Math.floor(at / columns) + 0.5) * down];
      const number = shape("text", { y: 11, "text-anchor": "middle" });
      const figure = /** @type {SVGElement} */ (shape("g", { class: "sl-person", transform: `translate(${x} ${y})` }, ...person(), number));
      this.sheet.append(figure);
      this.people.push({ figure, number });
    }
  }

  /** @param {{ state: string, number: number }} sign */
  sign({ state, number }) {
    const figure = shape("g", { class: `sl-person sl-${state}`, transform: "scale(0.8)" }, ...person());
    figure.append(shape("text", { y: 11, "text-anchor": "middle" }, String(number)));
    return [figure];
  }

  /** The other group, so many of whom have come. @param {number} come @param {number} count */
  drawBeside(come, count) {
    const row = count / this.lines;
    const step = (this.view.size[0] - 20) / row;
    const spots = Array.from({ length: count }, (_, at) => {
      const [x, y] = [10 + ((at % row) + 0.5) * step, this.besides + (Math.floor(at / row) + 1.25) * SMALL_LINE];
      return `M${x.toFixed(1)} ${y.toFixed(1)}h0m0 5v4`;
    });
    this.besideIn.setAttribute("d", spots.slice(0, come).join(""));
    this.besideOut.setAttribute("d", spots.slice(come).join(""));
    this.beside.textContent = says(this.view.other, come);
  }

  /** How many groups ended where, from nobody on the left to all on the right. @param {number[]} ends */
  endings(ends) {
    const most = Math.max(...ends);
    if (most < 2) return [];
    const [width, height] = this.view.size;
    const floor = height - KEY_ROOM - 20;
    const step = (width - 24) / ends.length;
    const word = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ anchor, /** @type {string} */ said) =>
      shape("text", { class: "sl-label sl-count", x, y, "text-anchor": anchor }, said);
    const bars = ends.map((count, place) => {
      const high = Math.max(count && 2, (count / most) * TALLEST);
      return { x: 12 + (place + 0.5) * step, high, count };
    });
    return [
      word(12, height - FOOTROOM + 15, "start", this.view.ends),
      shape("path", { class: "sl-desk", d: `M8 ${floor}h${width - 16}` }),
      shape("path", {
        class: "sl-ends",
        "stroke-width": (step * 0.7).toFixed(1),
        d: bars.map(({ x, high }) => `M${x.toFixed(1)} ${floor}v${-high.toFixed(1)}`).join(""),
      }),
      // Of two neighbours the higher one says its number: both have no room.
      ...bars
        .filter(({ count }, at) => count >= most / 8 && count >= (bars[at - 1]?.count ?? 0) && count > (bars[at + 1]?.count ?? 0))
        .map(({ x, high, count }) => word(x, floor - high - 3, "middle", plainNumber(count))),
      word(12, height - KEY_ROOM - 6, "start", this.view.scale[0]),
      word(width - 12, height - KEY_ROOM - 6, "end", this.view.scale[1]),
    ];
  }

  /** Who would have to come next, and does not. @param {boolean} stopped @param {number[]} waits @param {number} here */
  gap(stopped, waits, here) {
    const next = this.order[here];
    this.people.forEach(({ figure }, place) => {
      figure.classList.toggle("sl-off", stopped && place > here);
      figure.classList.toggle("sl-next", stopped && place === here);
    });
    this.why.textContent = stopped ? fill(this.view.gap, { n: plainNumber(waits[next]), here: plainNumber(here) }) : "";
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw({ tick }, trace) {
    if (trace === this.shown && tick === this.tick) return; // between two ticks nobody comes
    this.tick = tick;
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
    this.others.replaceChildren(...(round >= trace.more.end ? this.endings(trace.more.ends) : []));
    this.label.textContent = says(this.view.label, trace.stocks.joined[tick]);
    this.drawBeside(trace.stocks.other[tick], waits.length);
    const { stop } = trace.more;
    this.gap(stop !== null && stop <= round, waits, trace.stocks.joined[tick]);
  }
}

class CrowdElement extends MovingElement {
  /** @param {SVGElement[]} sheets @param {CrowdView} view */
  drawingOn(sheets, view) {
    return new CrowdDrawing(sheets, view);
  }
}

define("sl-crowd", CrowdElement);
