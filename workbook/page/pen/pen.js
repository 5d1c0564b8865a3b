// <sl-pen>: a prediction drawn on the chart itself, with a finger, a mouse, single presses, or keys. Each point that is
// asked for is a native slider over the chart: a finger never meets it, keys and screen readers do.
import { smoothPath } from "../chart/curve.js";
import { straight } from "../chart/scale.js";
import { define, make } from "../dom.js";
import { strings } from "../strings.js";
import { shape } from "../svg.js";
import { folded, plainNumber } from "../text.js";

/**
 * What is drawn. `stops`: points of the axis that are asked for; `begins`: where the line sets out.
 * @typedef {Object} Sheet
 * @property {string} title
 * @property {{ label: string, low: number, high: number, ticks: number[] }} x
 * @property {{ label: string, low: number, high: number, step: number, ticks: number[], words?: string[] }} y `words`: what
 *   the levels are called, from the lowest up, where they are no numbers
 * @property {number[]} stops
 * @property {number} begins
 */

const WIDE_SHEET = 560;
const SHEETS = { wide: [720, 320], narrow: [360, 300] };
const MARGIN = { top: 40, right: 18, bottom: 46, left: 52 };
const NAME_LINE = 15; // a further line of the name above takes that much of the height
const NEAR = 40; // units within which a press counts for a point
const MOVES = /^(Arrow|Page|Home|End)/;

export class PenElement extends HTMLElement {
  /** @type {Sheet | null} */ sheet = null;
  /** @type {(number | null)[]} */ levels = [];
  /** @type {HTMLInputElement[]} */ sliders = [];
  size = SHEETS.wide;
  /** @type {string[]} what is drawn, in lines */ name = [];
  /** @type {string[]} */ trail = [];
  /** @type {number | null} where the finger was last */ last = null;
  drawing = false;
  focused = -1;

  connectedCallback() {
    new ResizeObserver(() => {
      const size = this.clientWidth >= WIDE_SHEET ? SHEETS.wide : SHEETS.narrow;
      if (this.clientWidth && this.sheet && size !== this.size) this.build();
    }).observe(this);
  }

  /** @param {Sheet} sheet @param {(number | null)[]} levels */
  set(sheet, levels) {
    this.sheet = sheet;
    this.levels = sheet.stops.map((_, at) => levels[at] ?? null);
    this.build();
  }

  /** Where the grid begins, below the name. */
  get top() {
    return MARGIN.top + (this.name.length - 1) * NAME_LINE;
  }

  /** Whether every point has a level. */
  get whole() {
    return this.levels.every((level) => level !== null);
  }

  build() {
    const { sheet } = this;
    if (!sheet) return;
    this.size = this.clientWidth >= WIDE_SHEET ? SHEETS.wide : SHEETS.narrow;
    const [width, height] = this.size;
    this.x = straight([sheet.x.low, sheet.x.high], [MARGIN.left, width - MARGIN.right]);
    this.name = folded(sheet.y.label, (width - 20) / 9.8);
    this.y = straight([sheet.y.low, sheet.y.high], [height - MARGIN.bottom, this.top]);
    this.line = shape("path", { class: "sl-guess" });
    this.stroke = shape("path", { class: "sl-trail" });
    this.dots = shape("g", {});
    const picture = shape(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" },
      ...this.grid(sheet),
      this.stroke,
      this.line,
      this.dots,
    );
    const pad = make("div", { class: "sl-pad" });
    this.listenTo(pad);
    const hint = make("p", { class: "sl-pen-hint", "aria-hidden": "true" }, make("span", {}, strings.pen_hint));
    this.sliders = sheet.stops.map((stop, at) => this.slider(sheet, stop, at));
    this.replaceChildren(picture, pad, make("div", { class: "sl-stops" }, ...this.sliders), hint);
    this.draw();
  }

  /** Grid, numbers and names of the axes. @param {Sheet} sheet */
  grid({ x, y }) {
    const [width, height] = this.size;
    const across = this.x || Number;
    const up = this.y || Number;
    return [
      ...y.ticks.map((tick) => shape("path", { class: "sl-grid", d: `M${MARGIN.left} ${up(tick)}H${width - MARGIN.right}` })),
      ...y.ticks.map((tick, at) =>
        shape("text", { x: MARGIN.left - 6, y: up(tick) + 4, "text-anchor": "end" }, y.words ? y.words[at] : plainNumber(tick)),
      ),
      ...x.ticks.map((tick, at) =>
        shape(
          "text",
          { x: across(tick), y: height - MARGIN.bottom + 18, "text-anchor": at === x.ticks.length - 1 ? "end" : "middle" },
          plainNumber(tick),
        ),
      ),
      shape("text", { class: "sl-axis", x: width - MARGIN.right, y: height - 10, "text-anchor": "end" }, x.label),
      ...this.name.map((line, at) => shape("text", { class: "sl-axis", x: 14, y: 21 + at * NAME_LINE }, line)),
    ];
  }

  /** @param {Sheet} sheet @param {number} stop @param {number} at */
  slider(sheet, stop, at) {
    const { low, high, step } = sheet.y;
    const level = this.levels[at];
    const name = sheet.stops.length > 1 ? `${sheet.x.label} ${plainNumber(stop)}. ${sheet.title}` : sheet.title;
    const input = /** @type {HTMLInputElement} */ (
      make("input", {
        type: "range",
        min: `${low}`,
        max: `${high}`,
        step: `${step}`,
        value: `${level ?? sheet.begins}`,
        "aria-label": name,
      })
    );
    input.style.insetInlineStart = `calc(${(100 * (this.x || Number)(stop)) / this.size[0]}% - 22px)`;
    this.speak(input, level);
    input.addEventListener("input", (event) => {
      event.stopPropagation();
      this.put(at, input.valueAsNumber);
      this.changed();
    });
    input.addEventListener("keydown", (event) => {
      const presses = event.key === "Enter" || event.key === " ";
      // Where it stands is a guess too, and at its end a slider tells of no arrow.
      if (this.levels[at] !== null || !(presses || MOVES.test(event.key))) return;
      if (presses) event.preventDefault();
      this.put(at, input.valueAsNumber);
      this.changed();
    });
    input.addEventListener("focus", () => this.focusOn(at));
    input.addEventListener("blur", () => this.focusOn(-1));
    return input;
  }

  /** @param {HTMLInputElement} input @param {number | null} level */
  speak(input, level) {
    const words = this.sheet?.y.words;
    const said = level === null ? strings.pen_unset : words ? words[Math.round(level - (this.sheet?.y.low ?? 0))] : plainNumber(level);
    input.setAttribute("aria-valuetext", said);
  }

  /** @param {number} at */
  focusOn(at) {
    this.focused = at;
    this.draw();
  }

  /** @param {number} at @param {number} level */
  put(at, level) {
    const { sheet } = this;
    if (!sheet) return;
    const { low, high, step } = sheet.y;
    const kept = Math.min(high, Math.max(low, low + Math.round((level - low) / step) * step));
    this.levels[at] = Number(kept.toPrecision(12));
    this.sliders[at].value = String(kept);
    this.speak(this.sliders[at], kept);
    this.draw();
  }

  /** Tell the exercise around it. */
  changed() {
    this.dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
  }

  /** @returns {[number, number][]} the line so far, in units of the picture */
  points() {
    const { sheet, x = Number, y = Number } = this;
    if (!sheet) return [];
    const set = sheet.stops.flatMap((stop, at) => {
      const level = this.levels[at];
      return level === null ? [] : [/** @type {[number, number]} */ ([x(stop), y(level)])];
    });
    return [[x(sheet.x.low), y(sheet.begins)], ...set];
  }

  draw() {
    const { sheet, x = Number, y = Number } = this;
    if (!sheet) return;
    const points = this.points();
    this.line?.setAttribute("d", points.length > 1 ? smoothPath(points) : "");
    this.stroke?.setAttribute("d", this.trail.length > 1 ? `M${this.trail.join("L")}` : "");
    const [start] = points;
    const dots = sheet.stops.flatMap((stop, at) => {
      const level = this.levels[at];
      const top = y(level ?? sheet.begins);
      const dot = shape("circle", { class: level === null ? "sl-dot sl-off" : "sl-dot", cx: x(stop), cy: top, r: 8 });
      const ring = at === this.focused ? [shape("circle", { class: "sl-ring", cx: x(stop), cy: top, r: 14 })] : [];
      const near = at === this.focused || this.drawing || sheet.stops.length === 1;
      const said = level !== null && near && !sheet.y.words;
      const number = said
        ? [shape("text", { class: "sl-at", x: Math.min(x(stop), this.size[0] - 26), y: top - 17 }, plainNumber(level))]
        : [];
      return [dot, ...ring, ...number];
    });
    this.dots?.replaceChildren(shape("circle", { class: "sl-start", cx: start[0], cy: start[1], r: 5 }), ...dots);
    this.classList.toggle("sl-begun", this.focused >= 0 || this.levels.some((level) => level !== null));
  }

  /** @param {HTMLElement} pad */
  listenTo(pad) {
    pad.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      pad.setPointerCapture(event.pointerId);
      this.drawing = true;
      this.trail = [];
      this.last = null;
      this.stroked(event, true);
    });
    pad.addEventListener("pointermove", (event) => {
      if (!this.drawing) return;
      const moves = event.getCoalescedEvents?.() ?? [];
      for (const one of moves.length ? moves : [event]) this.stroked(one, false);
    });
    const lift = () => {
      if (!this.drawing) return;
      this.drawing = false;
      this.trail = [];
      this.draw();
      this.changed();
    };
    pad.addEventListener("pointerup", lift);
    pad.addEventListener("pointercancel", lift);
  }

  /** The finger has moved: every point that it passed takes its level. @param {PointerEvent} event @param {boolean} press */
  stroked(event, press) {
    const { sheet, x = Number } = this;
    if (!sheet) return;
    const [width, height] = this.size;
    const box = this.getBoundingClientRect();
    const scale = width / box.width;
    const across = Math.max(MARGIN.left, Math.min(width - MARGIN.right, (event.clientX - box.left) * scale));
    const down = Math.max(this.top, Math.min(height - MARGIN.bottom, (event.clientY - box.top) * scale));
    const level = sheet.y.high - ((down - this.top) / (height - MARGIN.bottom - this.top)) * (sheet.y.high - sheet.y.low);
    this.trail.push(`${across.toFixed(0)} ${down.toFixed(0)}`);
    const places = sheet.stops.map((stop) => x(stop));
    if (press || sheet.stops.length === 1) {
      const distances = places.map((place) => Math.abs(place - across));
      const nearest = distances.indexOf(Math.min(...distances));
      if (distances[nearest] < NEAR || sheet.stops.length === 1) this.put(nearest, level);
    } else {
      const from = this.last ?? across;
      places.forEach((place, at) => {
        const passed = (from - place) * (across - place) <= 0;
        // A finger seldom reaches the very edge.
        if (passed || (at === places.length - 1 && across > place - NEAR / 2)) this.put(at, level);
      });
    }
    this.last = across;
    this.draw();
  }
}

define("sl-pen", PenElement);
