// <sl-landscape>: people at the height of their score. Each combination that anybody ever held has a place of its own,
// so that those who hold the same one stand on the same hill; the more there are, the larger their disc is. A thin line
// is the way of somebody who has just gone over from one to another.
import { define } from "../dom.js";
import { insideOf, KEY_ROOM, MovingElement } from "../moving/moving.js";
import { ringPath } from "../moving/ring.js";
import { shape } from "../svg.js";
import { fill, plainNumber, says } from "../text.js";

/**
 * @typedef {import("../moving/trace.js").Moment} Moment
 * @typedef {import("../moving/trace.js").Trace} Trace
 * @typedef {{ many: string, one: string, none: string }} Counted
 *
 * `low`: the score at the foot of the picture; scores go from 0 to 1000.
 * @typedef {{ size: [number, number], low: number, ways: Counted, worth: string, top: string, best: string, nobody: string, people: string, foot: string }} LandscapeView
 */

const ASIDE = 30; // a disc of all people fits beside the outermost place
const WORDS_ASIDE = 14;
const SUMMIT = 84;
const VALLEY = 22 + KEY_ROOM;
const DISC = 2.6; // radius of one person, in units of the picture
const LEFT = 2.5; // radius of the ring that is left of a way
const NAMED = 8; // so many together are counted in figures
const CROWDED = 60; // and so many are called people
const GOLDEN = 0.618; // parts of a whole that it goes round and round in are spread evenly

/** @param {number} x @param {number} y */
const flag = (x, y) => `M${x.toFixed(1)} ${y}v-15l11 4-11 4`;

/**
 * What each one holds after the leaps of a tick: a tried way counts after a copied one.
 * @param {number[]} held
 * @param {Record<string, number[][]>} more
 * @param {number} tick
 */
function afterLeaps(held, { copied, tried }, tick) {
  const next = [...held];
  for (const leaps of [copied[tick], tried[tick]]) for (let leap = 0; leap < leaps.length; leap += 2) next[leaps[leap]] = leaps[leap + 1];
  return next;
}

class LandscapeDrawing {
  /** @param {SVGElement[]} sheets @param {LandscapeView} view */
  constructor([ground, people], view) {
    this.view = view;
    const [width, height] = view.size;
    this.hills = shape("path", { class: "sl-hills" });
    this.left = shape("path", { class: "sl-left" });
    ground.append(this.hills, shape("path", { class: "sl-goal", d: `M0 ${SUMMIT}H${width}` }));
    this.best = shape("path", { class: "sl-best" });
    this.seekers = shape("g", {});
    this.said = this.word(WORDS_ASIDE, 20, "");
    this.goal = this.word(0, SUMMIT - 20, "", true);
    this.goal.setAttribute("text-anchor", "middle");
    this.leaps = shape("path", { class: "sl-leap" });
    people.append(
      this.left,
      this.leaps,
      this.best,
      this.seekers,
      this.said,
      this.goal,
      this.word(width - WORDS_ASIDE, height - KEY_ROOM - 6, view.foot, true),
    );
    /** @type {Trace | null} */
    this.trace = null;
    this.tick = -1;
    /** @type {number[]} what each one holds */
    this.held = [];
    /** @type {number[]} and what at the tick before */
    this.before = [];
    /** @type {number[]} where each combination stands */
    this.places = [];
  }

  /** @param {{ mark: "up" | "people" | "best" }} sign */
  sign({ mark }) {
    if (mark === "people") return [2, 8].map((r, at) => shape("circle", { class: "sl-seeker", cx: at * 12 - 10, r }));
    return [
      mark === "up" ? shape("path", { class: "sl-up", d: "M0 9V-8m-5 6l5-6 5 6" }) : shape("path", { class: "sl-best", d: flag(-4, 10) }),
    ];
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

  /**
   * The landscape of a run. Which stands beside which says nothing: so early and late finds are mixed. Each has its place
   * by its number, so that what two runs share stands at the same places.
   * @param {Trace} trace
   */
  lay(trace) {
    this.trace = trace;
    /** @type {number[]} */
    const score = trace.more.score;
    const [width, height] = this.view.size;
    this.places = score.map((_, at) => ASIDE + ((at * GOLDEN) % 1) * (width - 2 * ASIDE));
    const turns = score.map((_, at) => at).sort((a, b) => this.places[a] - this.places[b]);
    const tops = turns.map((at) => `${this.places[at].toFixed(1)} ${this.height(score[at]).toFixed(1)}`);
    this.hills.setAttribute("d", `M-4 ${height - KEY_ROOM}L${tops.join("L")}L${width + 4} ${height - KEY_ROOM}z`);
    const x = this.places[trace.more.peaks[0]];
    this.best.setAttribute("d", flag(x, SUMMIT));
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw({ time, tick }, trace) {
    if (trace !== this.trace || tick !== this.tick) this.drawTick(tick, trace);
    const { ticks, more } = trace;
    const share = tick + 1 < ticks.length ? (time - ticks[tick]) / (ticks[tick + 1] - ticks[tick]) : 0;
    // At a tick one sees the ways that led to it; between two, those to the next as they grow.
    const [from, to] = share > 0 ? [this.held, afterLeaps(this.held, more, tick + 1)] : [this.before, this.held];
    const ways = to.flatMap((at, who) => (at === from[who] ? [] : [this.way(from[who], at, share || 1)]));
    this.leaps.setAttribute("d", [...new Set(ways)].join(""));
  }

  /** @param {number} tick @param {Trace} trace */
  drawTick(tick, trace) {
    this.tick = tick;
    if (trace !== this.trace) this.lay(trace);
    const { score, start } = trace.more;
    this.held = this.before = start;
    const ever = new Set(start);
    for (let at = 1; at <= tick; at += 1) {
      this.before = this.held;
      this.held = afterLeaps(this.held, trace.more, at);
      for (const one of this.held) ever.add(one);
    }
    /** @type {Map<number, number>} */
    const groups = new Map();
    for (const one of this.held) groups.set(one, (groups.get(one) || 0) + 1);
    const { worth, top } = this.view;
    const words = [says(this.view.ways, groups.size), fill(worth, { n: plainNumber(trace.stocks.worth[tick]) })];
    const arrived = trace.stocks.top[tick];
    this.said.textContent = words.join(" · ");
    const goal = arrived ? fill(top, { n: plainNumber(arrived) }) : this.view.nobody;
    this.goal.textContent = goal;
    this.goal.setAttribute("x", insideOf(this.places[trace.more.peaks[0]], goal, this.view.size[0]).toFixed(1));
    // What nobody does any more leaves a ring.
    const left = [...ever].filter((at) => !groups.has(at));
    this.left.setAttribute("d", left.map((at) => ringPath(this.places[at], this.height(score[at]), LEFT)).join(""));
    const largestLast = [...groups].sort((a, b) => a[1] - b[1]);
    this.seekers.replaceChildren(...largestLast.flatMap(([at, count]) => this.seeker(this.places[at], score[at], count)));
  }

  /** The way from one combination to another, or a share of it. @param {number} from @param {number} to @param {number} share */
  way(from, to, share) {
    const [[x, y], [u, v]] = [from, to].map((at) => [this.places[at], this.height(this.trace?.more.score[at])]);
    return `M${x.toFixed(1)} ${y.toFixed(1)}l${((u - x) * share).toFixed(1)} ${((v - y) * share).toFixed(1)}`;
  }

  /** Those who hold one combination. @param {number} x @param {number} score @param {number} count */
  seeker(x, score, count) {
    const radius = DISC * Math.sqrt(count);
    const y = this.height(score) + radius; // Its top is what the way is worth: a large one would stand above the best.
    const place = { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1) };
    const disc = shape("circle", { ...place, class: score === 1000 ? "sl-seeker sl-there" : "sl-seeker" });
    if (count < NAMED) return [disc];
    const crowd = count >= CROWDED;
    const figure = shape(
      "text",
      { x: place.cx, y: (y + (crowd ? 3 : 5)).toFixed(1), "text-anchor": "middle", class: "sl-together" },
      plainNumber(count),
    );
    if (!crowd) return [disc, figure];
    const people = shape(
      "text",
      { x: place.cx, y: (y + 14).toFixed(1), "text-anchor": "middle", class: "sl-together sl-each" },
      this.view.people,
    );
    return [disc, figure, people];
  }
}

class LandscapeElement extends MovingElement {
  /** @param {SVGElement[]} sheets @param {LandscapeView} view */
  drawingOn(sheets, view) {
    return new LandscapeDrawing(sheets, view);
  }
}

define("sl-landscape", LandscapeElement);
