// <sl-landscape>: people at the height of their score. Each combination that anybody ever held has a column of its own,
// so that those who hold the same one stand on the same hill; the more there are, the larger it is drawn.
import { define } from "../dom.js";
import { says } from "../scene/places.js";
import { SceneElement } from "../scene/scene.js";
import { shape } from "../svg.js";
import { plainNumber } from "../text.js";

/**
 * @typedef {import("../scene/trace.js").Moment} Moment
 * @typedef {import("../scene/trace.js").Trace} Trace
 * @typedef {{ many: string, one: string, none: string }} Words
 * @typedef {{ size: [number, number], ways: Words, top: Words, best: string }} LandscapeView
 */

const ASIDE = 10;
const SUMMIT = 44;
const VALLEY = 14;
const LARGE = 3.4; // radius of one person, in units of the picture
const NAMED = 8; // so many together are counted in figures

class LandscapeDrawing {
  /** @param {SVGElement[]} sheets @param {LandscapeView} view */
  constructor([ground, people], view) {
    this.view = view;
    this.hills = shape("path", { class: "sl-hills" });
    this.goal = shape("path", { class: "sl-goal", d: `M0 ${SUMMIT}H${view.size[0]}` });
    ground.append(this.hills, this.goal);
    this.sheet = people;
    /** @type {Trace | null} */
    this.trace = null;
    /** @type {number[]} */
    this.columns = [];
  }

  /** @param {number} score from 0 to 1000 */
  height(score) {
    return this.view.size[1] - VALLEY - ((this.view.size[1] - VALLEY - SUMMIT) * score) / 1000;
  }

  /** Combinations in the order of chance in which they were found, so that hills stand beside hollows. @param {Trace} trace */
  lay(trace) {
    this.trace = trace;
    /** @type {number[]} */
    const score = trace.more.score;
    const width = this.view.size[0] - 2 * ASIDE;
    this.columns = score.map((_, at) => ASIDE + (width * ((at * 37) % score.length)) / Math.max(1, score.length - 1));
    this.hills.setAttribute(
      "d",
      score.map((one, at) => `M${this.columns[at].toFixed(1)} ${this.view.size[1]}V${this.height(one).toFixed(1)}`).join(""),
    );
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
    const top = held.filter((one) => score[one] === 1000).length;
    const words = [says(this.view.ways, groups.size), ...(top ? [says(this.view.top, top)] : [])];
    this.sheet.replaceChildren(
      ...[...groups]
        .sort((a, b) => a[1] - b[1])
        .flatMap(([combination, count]) => {
          const at = { cx: this.columns[combination].toFixed(1), cy: this.height(score[combination]).toFixed(1) };
          const circle = shape("circle", {
            ...at,
            r: (LARGE * Math.sqrt(count)).toFixed(1),
            class: score[combination] === 1000 ? "sl-seeker sl-there" : "sl-seeker",
          });
          return count < NAMED
            ? [circle]
            : [
                circle,
                shape("text", { x: at.cx, y: Number(at.cy) + 5, "text-anchor": "middle", class: "sl-together" }, plainNumber(count)),
              ];
        }),
      shape("text", { x: ASIDE, y: 22, class: "sl-label" }, words.join(" · ")),
      shape("text", { x: this.view.size[0] - ASIDE, y: SUMMIT - 6, "text-anchor": "end", class: "sl-label sl-goal-label" }, this.view.best),
    );
  }
}

class LandscapeElement extends SceneElement {
  /** @param {SVGElement[]} sheets @param {LandscapeView} view */
  drawingOn(sheets, view) {
    return new LandscapeDrawing(sheets, view);
  }
}

define("sl-landscape", LandscapeElement);
