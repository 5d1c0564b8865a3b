// <sl-landscape>: people at the height of their score. Each combination that anybody ever held has a place of its own,
// so that those who hold the same one stand on the same hill; the more there are, the larger their disc is.
import { define } from "../dom.js";
import { MovingElement } from "../moving/moving.js";
import { shape } from "../svg.js";
import { fill, plainNumber, says } from "../text.js";

/**
 * @typedef {import("../moving/trace.js").Moment} Moment
 * @typedef {import("../moving/trace.js").Trace} Trace
 * @typedef {{ many: string, one: string, none: string }} Counted
 *
 * `low`: the score at the foot of the picture; scores go from 0 to 1000.
 * @typedef {{ size: [number, number], low: number, ways: Counted, worth: string, top: string, best: string, foot: string }} LandscapeView
 */

const ASIDE = 10;
const SUMMIT = 60;
const VALLEY = 22;
const DISC = 3.3; // radius of one person, in units of the picture
const NAMED = 8; // so many together are counted in figures

class LandscapeDrawing {
  /** @param {SVGElement[]} sheets @param {LandscapeView} view */
  constructor([ground, people], view) {
    this.view = view;
    const [width, height] = view.size;
    this.hills = shape("path", { class: "sl-hills" });
    ground.append(this.hills, shape("path", { class: "sl-goal", d: `M0 ${SUMMIT}H${width}` }));
    this.seekers = shape("g", {});
    this.said = this.word(ASIDE, 20, "");
    people.append(this.seekers, this.said);
    people.append(this.word(width - ASIDE, SUMMIT - 18, view.best, true), this.word(width - ASIDE, height - 6, view.foot, true));
    /** @type {Trace | null} */
    this.trace = null;
    /** @type {number[]} where each combination stands */
    this.places = [];
  }

  /** @param {number} x @param {number} y @param {string} text @param {boolean} [end] */
  word(x, y, text, end = false) {
    return shape("text", { x, y, class: end ? "sl-label sl-goal-label" : "sl-label", "text-anchor": end ? "end" : "start" }, text);
  }

  /** @param {number} score */
  height(score) {
    const { low, size } = this.view;
    const floor = size[1] - VALLEY;
    return floor - ((floor - SUMMIT) * (score - low)) / (1000 - low);
  }

  /** The landscape of a run. Which stands beside which says nothing: so early and late finds are mixed. @param {Trace} trace */
  lay(trace) {
    this.trace = trace;
    /** @type {number[]} */
    const score = trace.more.score;
    const [width, height] = this.view.size;
    const step = (width - 2 * ASIDE) / score.length;
    const turns = score.map((_, at) => at).sort((a, b) => ((a * 0.618) % 1) - ((b * 0.618) % 1));
    turns.forEach((at, place) => (this.places[at] = ASIDE + (place + 0.5) * step));
    const tops = turns.map((at) => `${this.places[at].toFixed(1)} ${this.height(score[at]).toFixed(1)}`);
    this.hills.setAttribute("d", `M-4 ${height + 4}L${tops.join("L")}L${width + 4} ${height + 4}z`);
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw({ tick }, trace) {
    if (trace !== this.trace) this.lay(trace);
    const { score, start, copied, tried } = trace.more;
    const held = [...start];
    for (let at = 1; at <= tick; at += 1) {
      for (const leaps of [copied[at], tried[at]]) for (let leap = 0; leap < leaps.length; leap += 2) held[leaps[leap]] = leaps[leap + 1];
    }
    /** @type {Map<number, number>} */
    const groups = new Map();
    for (const one of held) groups.set(one, (groups.get(one) || 0) + 1);
    const { ways, worth, top } = this.view;
    const words = [says(ways, groups.size), fill(worth, { n: plainNumber(trace.stocks.worth[tick]) })];
    const arrived = trace.stocks.top[tick];
    if (arrived) words.push(fill(top, { n: plainNumber(arrived) }));
    this.said.textContent = words.join(" · ");
    const largestLast = [...groups].sort((a, b) => a[1] - b[1]);
    this.seekers.replaceChildren(...largestLast.flatMap(([at, count]) => this.seeker(this.places[at], score[at], count)));
  }

  /** Those who hold one combination. @param {number} x @param {number} score @param {number} count */
  seeker(x, score, count) {
    const y = this.height(score);
    const place = { cx: x.toFixed(1), cy: y.toFixed(1), r: (DISC * Math.sqrt(count)).toFixed(1) };
    const disc = shape("circle", { ...place, class: score === 1000 ? "sl-seeker sl-there" : "sl-seeker" });
    if (count < NAMED) return [disc];
    const figure = shape("text", { x: place.cx, y: (y + 5).toFixed(1), "text-anchor": "middle", class: "sl-together" });
    figure.textContent = plainNumber(count);
    return [disc, figure];
  }
}

class LandscapeElement extends MovingElement {
  /** @param {SVGElement[]} sheets @param {LandscapeView} view */
  drawingOn(sheets, view) {
    return new LandscapeDrawing(sheets, view);
  }
}

define("sl-landscape", LandscapeElement);
