// <sl-chart>: one line chart for the whole course, drawn as SVG from its data.
import { define, make } from "../dom.js";
import { smoothPath } from "./curve.js";
import { strings } from "../strings.js";
import { shape } from "../svg.js";
import { fill, folded, plainNumber } from "../text.js";
import { niceTicks, pathThrough, spread, straight } from "./scale.js";

/**
 * @typedef {Object} ChartLine
 * @property {string} name a letter
 * @property {number[]} values one for each point of the axis
 * @property {boolean} current drawn thick, with its band
 * @property {[number[], number[]]} [band] lower and upper edge of the spread
 *
 * @typedef {Object} ChartData
 * @property {string} title
 * @property {{ label: string, points: number[] }} x
 * @property {{ label: string, unit: string, high?: number }} y
 * @property {ChartLine[]} lines
 * @property {[number, number][]} marks the learner's prediction, where it was a level or a curve
 * @property {string} markLabel
 * @property {string} [role] the colour of what is measured: a role of tokens.css
 * @property {number} [read] the point of the axis at which reading starts; the last one, if it is left out
 * @property {number} [bars] show bars at this point of the axis, by its place, in place of lines
 */

const HEIGHT = 318;
const LETTER = 8; // px across, and no less
const EDGE = { top: 48, right: 44, bottom: 46, left: 56 };

export class ChartElement extends HTMLElement {
  /** @type {ChartData | null} */ shown = null;
  width = 0;
  at = 0;

  connectedCallback() {
    if (this.querySelector("svg")) return;
    const given = this.querySelector("script[type='application/json']");
    if (given) this.data = JSON.parse(given.textContent || "null");
    new ResizeObserver(() => {
      if (this.clientWidth && Math.abs(this.clientWidth - this.width) > 4) this.draw();
    }).observe(this);
  }

  /** @param {ChartData} data */
  set data(data) {
    if (this.shown === null || this.at >= data.x.points.length) {
      const asked = data.read === undefined ? -1 : data.x.points.indexOf(data.read);
      this.at = asked < 0 ? data.x.points.length - 1 : asked;
    }
    this.shown = data;
    this.draw();
  }

  draw() {
    const data = this.shown;
    if (!data) return;
    this.width = this.clientWidth || 640;
    const old = this.querySelector("svg");
    const svg = this.picture(data);
    if (old) old.replaceWith(svg);
    else this.append(svg);
    const readable = data.lines.length > 0 && data.bars === undefined;
    const reader = this.querySelector(".sl-reader");
    if (readable && !reader) this.append(this.reader(data));
    else if (!readable) reader?.remove();
    this.readOut();
  }

  /** @param {ChartData} data */
  picture(data) {
    const width = Math.max(this.width, 240);
    const id = `${this.closest(".sl-exercise")?.id || "chart"}-${this.dataset.part || "figure"}-svg`;
    const drawn = data.bars === undefined ? this.linesOf(data, width) : this.barsOf(data, width, data.bars);
    this.dataset.role = data.role || "plain";
    return shape(
      "svg",
      {
        viewBox: `0 0 ${width} ${HEIGHT}`,
        width,
        height: HEIGHT,
        role: "img",
        "aria-labelledby": `${id}-title`,
        "aria-describedby": `${id}-desc`,
      },
      shape("title", { id: `${id}-title` }, data.title),
      shape("desc", { id: `${id}-desc` }, this.described(data)),
      ...drawn,
      ...folded(`${data.y.label} (${data.y.unit})`, (width - 8) / 9.8).map((text, row) =>
        shape("text", { class: "sl-axis", x: 4, y: 14 + row * 16 }, text),
      ),
    );
  }

  /** The chart in words. @param {ChartData} data */
  described(data) {
    const { bars } = data;
    if (bars !== undefined) {
      const told = data.lines.map((line) => `${line.name}: ${plainNumber(line.values[bars])}.`);
      return fill(strings.chart_bars, { y: data.y.label, x: `${data.x.label} ${plainNumber(data.x.points[bars])}`, bars: told.join(" ") });
    }
    const told = data.lines.map((line) =>
      fill(strings.chart_line, {
        name: line.name,
        first: plainNumber(line.values[0]),
        last: plainNumber(line.values[line.values.length - 1]),
      }),
    );
    if (data.lines.some((line) => line.current && line.band)) told.push(strings.chart_band);
    if (data.marks.length > 1)
      told.push(fill(strings.chart_sketch, { points: data.marks.map(([x, y]) => `${plainNumber(x)}: ${plainNumber(y)}`).join(", ") }));
    return fill(strings.chart_desc, { y: data.y.label, x: data.x.label, lines: told.join(" ") || strings.chart_nothing });
  }

  /** Grid and labels of the upright axis. @param {number[]} ticks @param {(value: number) => number} y @param {number} width */
  grid(ticks, y, width) {
    return ticks.flatMap((tick) => [
      shape("line", { class: "sl-grid", x1: EDGE.left, x2: width - EDGE.right, y1: y(tick), y2: y(tick) }),
      shape("text", { class: "sl-tick", x: EDGE.left - 8, y: y(tick) + 5, "text-anchor": "end" }, plainNumber(tick)),
    ]);
  }

  /** @param {ChartData} data @param {number} width */
  linesOf(data, width) {
    const bands = data.lines.filter((line) => line.current).flatMap((line) => (line.band ? line.band[1] : []));
    const values = [...data.lines.flatMap((line) => line.values), ...data.marks.map(([, level]) => level), ...bands, data.y.high ?? 0];
    const yTicks = niceTicks(Math.min(0, ...values), Math.max(1, ...values), 4);
    const xs = data.x.points;
    const last = xs[xs.length - 1];
    const within = (/** @type {number} */ many) => niceTicks(xs[0], last, many).filter((tick) => tick >= xs[0] && tick <= last);
    const few = within(width < 420 ? 3 : 6);
    const xTicks = few.length > 1 ? few : within(6); // From week 1 to week 36, of 0, 20 and 40 one is left.
    const x = straight([xs[0], last], [EDGE.left, width - EDGE.right]);
    const y = straight([yTicks[0], yTicks[yTicks.length - 1]], [HEIGHT - EDGE.bottom, EDGE.top]);
    const path = (/** @type {number[]} */ levels) => pathThrough(levels.map((level, index) => [x(xs[index]), y(level)]));
    const ends = spread(
      data.lines.map((line) => y(line.values[line.values.length - 1])),
      15,
    );
    return [
      ...this.grid(yTicks, y, width),
      ...xTicks.map((tick) =>
        shape("text", { class: "sl-tick", x: x(tick), y: HEIGHT - EDGE.bottom + 20, "text-anchor": "middle" }, plainNumber(tick)),
      ),
      shape("text", { class: "sl-axis", x: width - EDGE.right, y: HEIGHT - 6, "text-anchor": "end" }, data.x.label),
      ...data.lines
        .filter((line) => line.current && line.band)
        .map(({ band }) =>
          shape("path", {
            class: "sl-band",
            d: band
              ? `${path(band[0])}${pathThrough([...xs.keys()].reverse().map((index) => [x(xs[index]), y(band[1][index])])).replace("M", "L")}z`
              : "",
          }),
        ),
      ...this.gap(data, x, y), // Below the lines: over them it would make the last run pale.
      ...data.lines.flatMap((line, index) => [
        shape("path", { class: `sl-line sl-line-${index % 6}${line.current ? " sl-now" : ""}`, d: path(line.values) }),
        shape("text", { class: "sl-end", x: width - EDGE.right + 10, y: ends[index] + 5 }, line.name),
      ]),
      ...this.prediction(data, x, y, width),
      ...(data.lines.length
        ? [shape("line", { class: "sl-cursor", x1: x(xs[this.at]), x2: x(xs[this.at]), y1: EDGE.top, y2: HEIGHT - EDGE.bottom })]
        : []),
    ];
  }

  /**
   * What lies between a drawn prediction and the first run, which it was made for.
   * @param {ChartData} data
   * @param {(value: number) => number} x
   * @param {(value: number) => number} y
   */
  gap({ marks, lines, x: { points } }, x, y) {
    if (marks.length < 2 || !lines.length) return [];
    const end = marks[marks.length - 1][0];
    const run = points
      .map((point, at) => /** @type {[number, number]} */ ([x(point), y(lines[0].values[at])]))
      .filter(([at]) => at <= x(end) + 0.5);
    const guess = marks.map(([at, level]) => /** @type {[number, number]} */ ([x(at), y(level)])).reverse();
    return [shape("path", { class: "sl-gap", d: `${pathThrough(run)}${pathThrough(guess).replace("M", "L")}z` })];
  }

  /**
   * The prediction: a diamond at each level given, a dashed line between them.
   * @param {ChartData} data
   * @param {(value: number) => number} x
   * @param {(value: number) => number} y
   * @param {number} width
   */
  prediction(data, x, y, width) {
    const points = data.marks.map(([at, level]) => /** @type {[number, number]} */ ([x(at), y(level)]));
    const end = points.at(-1);
    if (!end) return [];
    const leftwards = end[0] > width * 0.6;
    const left = end[0] - LETTER * data.markLabel.length;
    // Its name stands beside the last diamond, and where the line is there, above or below that part of it. The name of
    // the axis stands above the chart, its numbers below.
    const line = leftwards ? points.filter((_, at) => points[at + 1]?.[0] > left).map(([, level]) => level) : [];
    const [level = EDGE.top + 5] = line.length
      ? [Math.min(end[1], ...line) - 14, Math.max(end[1], ...line) + 23]
          .filter((one) => one > EDGE.top + 4 && one < HEIGHT - EDGE.bottom - 3)
          .sort((a, b) => Math.abs(a - end[1]) - Math.abs(b - end[1]))
      : [end[1] + 5];
    return [
      ...(points.length > 1 ? [shape("path", { class: "sl-guess", d: smoothPath(points) })] : []),
      shape(
        "text",
        { class: "sl-mark-label", x: end[0] + (leftwards ? -13 : 13), y: level, "text-anchor": leftwards ? "end" : "start" },
        data.markLabel,
      ),
      ...points.map(([px, py]) => shape("path", { class: "sl-diamond", d: `M${px} ${py - 8}l8 8l-8 8l-8-8z` })),
    ];
  }

  /** One bar a run, at one point of the axis. @param {ChartData} data @param {number} width @param {number} at */
  barsOf(data, width, at) {
    const values = data.lines.map((line) => line.values[at]);
    const ticks = niceTicks(Math.min(0, ...values), Math.max(1, ...values), 4);
    const y = straight([ticks[0], ticks[ticks.length - 1]], [HEIGHT - EDGE.bottom, EDGE.top]);
    const step = (width - EDGE.left - EDGE.right) / values.length;
    return [
      ...this.grid(ticks, y, width),
      ...data.lines.flatMap((line, index) => {
        const middle = EDGE.left + step * (index + 0.5);
        const half = Math.min(step * 0.3, 40);
        const top = Math.min(y(values[index]), y(0));
        return [
          shape("rect", {
            class: `sl-bar${line.current ? " sl-now" : ""}`,
            x: middle - half,
            y: top,
            width: half * 2,
            height: Math.abs(y(values[index]) - y(0)),
          }),
          shape("text", { x: middle, y: top - 5, "text-anchor": "middle" }, plainNumber(values[index])),
          shape("text", { class: "sl-end", x: middle, y: HEIGHT - EDGE.bottom + 20, "text-anchor": "middle" }, line.name),
        ];
      }),
    ];
  }

  /** A native slider that reads the lines out, point by point. @param {ChartData} data */
  reader(data) {
    const id = `${this.closest(".sl-exercise")?.id || "chart"}-${this.dataset.part || "figure"}-read`;
    const slider = make("input", { type: "range", id, min: "0", max: String(data.x.points.length - 1), step: "1", value: String(this.at) });
    slider.addEventListener("input", () => {
      this.at = Number(/** @type {HTMLInputElement} */ (slider).value);
      this.draw();
    });
    return make(
      "div",
      { class: "sl-reader" },
      make("label", { for: id }, strings.chart_read),
      slider,
      make("output", { for: id, "aria-live": "off" }),
    );
  }

  readOut() {
    const data = this.shown;
    const slider = this.querySelector("input");
    const output = this.querySelector("output");
    if (!data || !slider || !output) return;
    const values = data.lines.map((line) => `${line.name}: ${plainNumber(line.values[this.at])}`);
    const text = `${data.x.label} ${plainNumber(data.x.points[this.at])}. ${values.join(", ")}`;
    slider.setAttribute("aria-valuetext", text);
    output.textContent = text;
  }
}

define("sl-chart", ChartElement);
