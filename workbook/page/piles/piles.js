// <sl-piles>: one pile for each idea that is tried. A filled disc is a person it helped, a ring one it did not. Once all
// are served, a crown stands on what is kept, and a strip shows how often the better idea was kept in a hundred runs.
import { define } from "../dom.js";
import { MovingElement } from "../moving/moving.js";
import { shape } from "../svg.js";
import { fill, plainNumber } from "../text.js";

/**
 * @typedef {import("../moving/trace.js").Moment} Moment
 * @typedef {import("../moving/trace.js").Trace} Trace
 * @typedef {{ size: [number, number], served: string, helped: string, better: string, kept: string, both: string, found: string, unfinished: string }} PilesView
 */

const LETTERS = "ABCDEFGHIJKLMNOP";
const HEAD = 92; // room for the words above, and for the strip
const FOOT = 78; // and for those below
const LARGE = 17; // the widest place of a person
const STRIP = 50; // marks of a row of the strip

/** @param {number} x @param {number} y @param {number} radius */
const ring = (x, y, radius) => `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;

class PilesDrawing {
  /** @param {SVGElement[]} sheets @param {PilesView} view */
  constructor([, people], view) {
    this.view = view;
    this.helped = shape("path", { class: "sl-disc" });
    this.missed = shape("path", { class: "sl-hoop" });
    this.words = shape("g", {});
    people.append(this.helped, this.missed, this.words);
  }

  /** So large that all people would fit on one pile. @param {number} width @param {number} people */
  step(width, people) {
    const height = this.view.size[1] - HEAD - FOOT;
    let step = LARGE;
    while (Math.floor(width / step) * Math.floor(height / step) < people) step -= 0.1;
    return step;
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw({ time, tick }, trace) {
    const { offered, helped, ideas } = trace.more;
    const [across, down] = this.view.size;
    const width = across / ideas;
    const step = this.step(width - 8, offered.length);
    const columns = Math.floor((width - 8) / step);
    const served = time < trace.ticks[tick] + 0.5 ? trace.ticks[tick] : Math.min(offered.length, Math.floor(time));
    /** @type {number[]} */
    const many = Array(ideas).fill(0);
    /** @type {number[]} */
    const well = Array(ideas).fill(0);
    let [full, open] = ["", ""];
    for (let person = 0; person < served; person += 1) {
      const idea = parseInt(offered[person], 16);
      const x = Math.round(10 * ((idea + 0.5) * width + ((many[idea] % columns) + 0.5 - columns / 2) * step)) / 10;
      const y = Math.round(10 * (down - FOOT - (Math.floor(many[idea] / columns) + 0.5) * step)) / 10;
      many[idea] += 1;
      if (helped[person] === "1") {
        well[idea] += 1;
        full += `M${x} ${y}h0`;
      } else open += ring(x, y, Math.round(3.2 * step) / 10);
    }
    this.helped.setAttribute("d", full);
    this.helped.setAttribute("stroke-width", (step * 0.76).toFixed(1));
    this.missed.setAttribute("d", open);
    const all = well.reduce((sum, one) => sum + one, 0);
    this.words.replaceChildren(
      shape("text", { x: 10, y: 20, class: "sl-label" }, fill(this.view.served, { n: plainNumber(all), of: plainNumber(served) })),
      ...many.flatMap((count, idea) => this.foot((idea + 0.5) * width, idea, well[idea], count)),
      ...(served === offered.length ? this.ending(trace, width) : []),
    );
  }

  /** What stands below a pile. @param {number} x @param {number} idea @param {number} well @param {number} count */
  foot(x, idea, well, count) {
    const y = this.view.size[1] - FOOT;
    const said = fill(this.view.helped, { n: plainNumber(well), of: plainNumber(count) });
    return [
      shape("path", { class: "sl-desk", d: `M${x - 14} ${y + 2}h28` }),
      shape("text", { x, y: y + 17, "text-anchor": "middle", class: "sl-label" }, LETTERS[idea]),
      shape("text", { x, y: y + 32, "text-anchor": "middle", class: "sl-label sl-tally" }, said),
    ];
  }

  /** How it ended: what is kept, what is better, and what became of a hundred such runs. @param {Trace} trace @param {number} width */
  ending(trace, width) {
    const { better, chosen, strip } = trace.more;
    const { view } = this;
    const y = view.size[1] - 2;
    const drawn = [...new Set([chosen, better])].filter((idea) => idea !== null);
    const crowns = drawn.flatMap((idea) => {
      const x = (idea + 0.5) * width;
      const said = idea !== chosen ? view.better : idea === better ? view.both : view.kept;
      const classes = idea === chosen ? "sl-crown" : "sl-crown sl-missed";
      return [
        shape("path", { class: classes, d: `M${x - 12} ${y - 14}v-11l7 5 5-7 5 7 7-5v11z` }),
        shape("text", { x, y: y - 2, "text-anchor": "middle", class: "sl-label sl-tally" }, said),
      ];
    });
    const marks = [...strip];
    const step = Math.min(10, (view.size[0] - 20) / STRIP);
    const at = (/** @type {number} */ place) => [14 + (place % STRIP) * step, 58 + Math.floor(place / STRIP) * 12];
    const path = (/** @type {boolean} */ right) =>
      marks.map((mark, place) => ((mark === "1") === right ? ring(at(place)[0], at(place)[1], step * 0.34) : "")).join("");
    const found = marks.filter((mark) => mark === "1").length;
    return [
      ...crowns,
      shape("text", { x: 10, y: 44, class: "sl-label sl-tally" }, strip.includes("-") ? view.unfinished : fill(view.found, { n: found })),
      shape("path", { class: "sl-found", d: path(true) }),
      shape("path", { class: "sl-hoop", d: path(false) }),
    ];
  }
}

class PilesElement extends MovingElement {
  /** @param {SVGElement[]} sheets @param {PilesView} view */
  drawingOn(sheets, view) {
    return new PilesDrawing(sheets, view);
  }
}

define("sl-piles", PilesElement);
