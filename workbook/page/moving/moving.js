// A model's run as a moving picture. Python says who or what is where at each moment; elements that extend this one draw
// it, each in its folder: <sl-scene>, <sl-crowd> and others. The picture is silent: beside it stand a sentence, its
// description and the table.
import { shape } from "../svg.js";
import { turnsOf, saidAt } from "./turns.js";
import { still } from "./player.js";
import { busiest, momentOf, numberOf } from "./trace.js";

/**
 * @typedef {import("./trace.js").Trace} Trace
 * @typedef {import("./trace.js").Moment} Moment
 *
 * What a way of drawing does. `walk` and `rest` are for those in which people go from place to place.
 * @typedef {Object} Drawing
 * @property {(moment: Moment, trace: Trace) => void} draw
 * @property {(flows: Record<string, number>, seconds: number) => void} [walk]
 * @property {() => void} [rest]
 * @property {(sign: any) => Element[]} [sign] one of its figures by itself, for the key
 *
 * A sign of the key: where it stands, and what is said so far beside it.
 * @typedef {{ at: [number, number], aside: number, says: string }} Sign
 * @typedef {{ size: [number, number], mark?: { at: [number, number], anchor?: string }, key?: Record<string, Sign> } & Record<string, any>} View
 * @typedef {Object} Picture
 * @property {string} draws
 * @property {string | null} time what passes while it plays, if not the axis of the chart
 * @property {number | null} until the last moment shown
 * @property {number} seconds how long all of it plays
 * @property {number} slow so much time at the start passes slowly
 * @property {import("./turns.js").Mark[]} marks moments that it turns on
 * @property {string[]} columns stocks of the table that says the same
 * @property {Record<string, { count: string, over: number }>} shows parts of the scenery that are not always there
 * @property {Record<string, string>} roles colours of the chart's lines
 * @property {View} wide
 * @property {View} narrow
 */

export const KEY_ROOM = 26; // units of the picture: for its key
const BROAD = 4.3; // units: half of a letter of a small label, and somewhat more
const FROM_FRAME = 8; // units between such a label and the frame
const WIDE = 560; // pixels from which the wide view is drawn
const COUNTS = 60; // milliseconds between two counts while it plays: people walk at every frame
const ARRIVE = 800; // milliseconds in which those who are on their way may arrive after a pause

/** Where the middle of a label is that belongs to a place and stays clear of the picture's frame. @param {number} x the place @param {string} said @param {number} width of the picture */
export function insideOf(x, said, width) {
  const half = BROAD * said.length + FROM_FRAME;
  return Math.min(Math.max(x, half), width - half);
}

export class MovingElement extends HTMLElement {
  /** @type {Picture | null} */ picture = null;
  /** @type {Trace | null} */ trace = null;
  /** @type {Drawing | null} */ drawing = null;
  /** @type {View | null} */ view = null;
  /** @type {SVGElement[]} */ sheets = [];
  /** @type {Element | null} */ mark = null;
  /** @type {import("./turns.js").Reached[]} */ marks = [];
  time = 0;
  counted = 0;
  busiest = 1;
  leaving = 0;

  connectedCallback() {
    new ResizeObserver(() => this.clientWidth && this.build()).observe(this); // Out of sight it stays as it is.
  }

  /**
   * @param {Picture} picture
   * @param {Trace} trace
   * @param {number} [time] the moment to show
   */
  set(picture, trace, time = this.time) {
    const other = picture !== this.picture;
    this.picture = picture;
    this.trace = trace;
    this.busiest = busiest(trace);
    this.marks = turnsOf(picture.marks, trace);
    this.time = time;
    if (!other && this.view) return this.draw(); // It is as wide as it was, or its observer says so.
    this.view = null;
    this.build();
  }

  /**
   * How it is drawn; each element says that for itself.
   * @param {SVGElement[]} _sheets ground, people, walkers
   * @param {any} _view
   * @returns {Drawing}
   */
  drawingOn(_sheets, _view) {
    throw new Error(`${this.localName} does not say how it is drawn`);
  }

  /** Lay the sheets out for the width there is. */
  build() {
    const { picture } = this;
    if (!picture) return;
    const name = this.clientWidth >= WIDE ? "wide" : "narrow";
    const view = picture[name];
    if (view === this.view) return;
    this.view = view;
    const [width, height] = view.size;
    const sheet = (/** @type {string} */ classes) =>
      /** @type {SVGElement} */ (
        shape("svg", { viewBox: `0 0 ${width} ${height}`, class: `sl-art ${classes}`, "aria-hidden": "true", focusable: "false" })
      );
    const ground = sheet("sl-ground");
    const scenery = this.dataset.scenery;
    if (scenery) ground.append(shape("use", { href: `#m-${scenery}-${name}`, width, height }));
    this.sheets = [ground, sheet("sl-sheet"), sheet("sl-sheet")];
    this.drawing = this.drawingOn(this.sheets, view);
    const { at, anchor = "middle" } = view.mark ?? {};
    this.mark = at ? shape("text", { class: "sl-label sl-mark", x: at[0], y: at[1], "text-anchor": anchor }) : null;
    if (this.mark) this.sheets[2].append(this.mark);
    const key = this.matches(".sl-small") ? {} : view.key; // Too small for words, and a sign without them says nothing.
    for (const { at, aside, says, ...sign } of Object.values(key ?? {})) {
      const words = shape("text", { class: "sl-label sl-means-words", x: aside, y: 4 }, says);
      this.sheets[1].append(shape("g", { class: "sl-means", transform: `translate(${at})` }, ...(this.drawing.sign?.(sign) ?? []), words));
    }
    this.replaceChildren(...this.sheets);
    this.dataset.view = name;
    this.draw();
  }

  draw() {
    if (!this.trace || !this.drawing) return;
    this.drawing.draw(momentOf(this.trace, this.time), this.trace);
    if (this.mark) this.mark.textContent = saidAt(this.marks, this.time);
    for (const [name, { count, over }] of Object.entries(this.picture?.shows || {})) {
      this.sheets[0].style.setProperty(`--m-${name}`, numberOf(this.trace, count) > over ? "1" : "0");
    }
  }

  /**
   * Show a moment.
   * @param {number} time
   * @param {number} [seconds] since the moment before, while it plays
   */
  at(time, seconds = 0) {
    this.time = time;
    const now = performance.now();
    if (!seconds || now - this.counted > COUNTS) {
      this.counted = now;
      this.draw();
    }
    if (seconds) this.walk(seconds);
  }

  /** Let people walk for a while. @param {number} seconds */
  walk(seconds) {
    if (!this.trace || !this.drawing?.walk || still()) return;
    clearTimeout(this.leaving);
    const { flows } = momentOf(this.trace, this.time);
    this.drawing.walk(Object.fromEntries(Object.entries(flows).map(([name, flow]) => [name, flow / this.busiest])), seconds);
  }

  /** Time stands still: who is on the way is let go. */
  rest() {
    this.draw();
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.drawing?.rest?.(), ARRIVE);
  }
}
