// <sl-piles>: one pile for each idea that is tried. A filled disc is a person it helped, a ring one it did not; above them
// those who are still to come. Once all are served, a crown stands on what is kept, a tick on what is better in truth, a
// cross beside a crown that stands elsewhere; and a row of such ticks and crosses says how all runs ended.
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
 * `row`: marks in a row above the piles, of a hundred runs. `truth`: what an idea is worth, and `share` what it seemed.
 * @typedef {{ size: [number, number], row: number, coming: Counted, served: string, helped: string, share: string,
 *   truth: string, better: string, kept: string, both: string, right: string, wrong: string, found: string, unfinished: string }} PilesView
 */

const LETTERS = "ABCDEFGHIJKLMNOP";
const ABOVE = 52; // where the rows above the piles begin
const VERDICT = 20; // room for what came of this run
const FOOT = 112 + KEY_ROOM; // room for the words below the piles
const LARGE = 17; // the widest place of a person
const HUNDRED = 100;
/** @param {number} x @param {number} y @param {number} r */
const tick = (x, y, r) => `M${(x - r).toFixed(1)} ${y.toFixed(1)}l${0.7 * r} ${0.8 * r} ${1.3 * r} ${-1.6 * r}`;
/** @param {number} x @param {number} y @param {number} r */
const cross = (x, y, r) =>
  `M${(x - 0.8 * r).toFixed(1)} ${(y - 0.8 * r).toFixed(1)}l${1.6 * r} ${1.6 * r}m${-1.6 * r} 0l${1.6 * r} ${-1.6 * r}`;

class PilesDrawing {
  /** @param {SVGElement[]} sheets @param {PilesView} view */
  constructor([, people], view) {
    this.view = view;
    this.helped = shape("path", { class: "sl-disc" });
    this.missed = shape("path", { class: "sl-hoop" });
    this.coming = shape("path", { class: "sl-disc sl-coming" });
    this.words = shape("g", {});
    people.append(this.helped, this.missed, this.coming, this.words);
    this.step = (view.size[0] - 24) / view.row; // of the rows above the piles
    this.head = ABOVE + (HUNDRED / view.row) * this.step + VERDICT;
  }

  /** @param {{ mark: "helped" | "missed" | "better" }} sign */
  sign({ mark }) {
    if (mark === "helped") return [shape("path", { class: "sl-disc", d: "M0 0h0", "stroke-width": 10 })];
    return [
      mark === "missed"
        ? shape("path", { class: "sl-hoop", d: ringPath(0, 0, 4.4) })
        : shape("path", { class: "sl-tick", d: tick(0, 0, 6) }),
    ];
  }

  /** So large that all people would fit on one pile. @param {number} width @param {number} people */
  size(width, people) {
    const height = this.view.size[1] - this.head - FOOT;
    let step = LARGE;
    while (Math.floor(width / step) * Math.floor(height / step) < people) step -= 0.1;
    return step;
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw({ time, tick }, trace) {
    const { offered, helped, ideas } = trace.more;
    const [across, down] = this.view.size;
    const width = across / ideas;
    const step = this.size(width - 20, offered.length);
    const columns = Math.floor((width - 20) / step);
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
      } else open += ringPath(x, y, Math.round(3.2 * step) / 10);
    }
    this.helped.setAttribute("d", full);
    this.helped.setAttribute("stroke-width", (step * 0.76).toFixed(1));
    this.missed.setAttribute("d", open);
    const left = offered.length - served;
    this.come(left, offered.length);
    const all = well.reduce((sum, one) => sum + one, 0);
    this.words.replaceChildren(
      shape("text", { x: 12, y: 20, class: "sl-label" }, fill(this.view.served, { n: plainNumber(all), of: plainNumber(served) })),
      ...(left ? [shape("text", { x: 12, y: 42, class: "sl-label sl-tally" }, says(this.view.coming, left))] : this.ending(trace)),
      ...many.flatMap((count, idea) => this.foot((idea + 0.5) * width, columns * step, idea, well[idea], count)),
      ...(left ? [] : this.ends(trace, width)),
    );
  }

  /** Those who are still to come: so many rows that all fit where the hundred runs will be. @param {number} left @param {number} all */
  come(left, all) {
    const row = (this.view.row * Math.ceil(all / HUNDRED)) / 2;
    const step = (this.view.size[0] - 24) / row;
    const spots = Array.from(
      { length: left },
      (_, one) => `M${(12 + ((one % row) + 0.5) * step).toFixed(1)} ${(ABOVE + (Math.floor(one / row) + 0.5) * step).toFixed(1)}h0`,
    );
    this.coming.setAttribute("d", spots.join(""));
    this.coming.setAttribute("stroke-width", (step * 0.6).toFixed(1));
  }

  /** What stands below a pile. @param {number} x @param {number} broad @param {number} idea @param {number} well @param {number} count */
  foot(x, broad, idea, well, count) {
    const y = this.view.size[1] - FOOT;
    const parts = { n: plainNumber(well), of: plainNumber(count), share: plainNumber(Math.round((HUNDRED * well) / (count || 1))) };
    return [
      shape("path", { class: "sl-desk", d: `M${x - broad / 2} ${y + 2}h${broad}` }),
      this.word(x, y + 17, LETTERS[idea], "sl-label"),
      this.word(x, y + 32, fill(this.view.helped, parts)),
      this.word(x, y + 47, count ? fill(this.view.share, parts) : ""),
    ];
  }

  /** @param {number} x @param {number} y @param {string} said @param {string} [classes] */
  word(x, y, said, classes = "sl-label sl-tally") {
    return shape("text", { x, y, "text-anchor": "middle", class: classes }, said);
  }

  /** Below the piles: what each idea is worth in truth, what is kept, and what is better. @param {Trace} trace @param {number} width */
  ends(trace, width) {
    const { better, chosen, truth, ideas } = trace.more;
    const { view } = this;
    const y = view.size[1] - 2 - KEY_ROOM;
    const known = Array.from({ length: ideas }, (_, idea) =>
      this.word(
        (idea + 0.5) * width,
        y - 48,
        fill(view.truth, { n: plainNumber(truth[idea === better ? 0 : 1]) }),
        idea === better ? "sl-label sl-tally sl-truly" : "sl-label sl-tally",
      ),
    );
    const told = [...new Set([chosen, better])].filter((idea) => idea !== null);
    const crowns = told.flatMap((idea) => {
      const x = (idea + 0.5) * width;
      const right = idea === better;
      const said = idea !== chosen ? view.better : right ? view.both : view.kept;
      const aside = idea === chosen ? 22 : 0;
      const mark = shape("path", { class: right ? "sl-tick" : "sl-cross", d: (right ? tick : cross)(x + aside, y - 22, 8) });
      const crown = shape("path", { class: `sl-crown${right ? " sl-truly" : ""}`, d: `M${x - 12} ${y - 16}v-11l7 5 5-7 5 7 7-5v11z` });
      return [...(aside ? [crown] : []), mark, this.word(insideOf(x, said, view.size[0]), y - 4, said)];
    });
    return [...known, ...crowns];
  }

  /** Above them: in how many of a hundred runs the better idea was kept, and what came of this one. @param {Trace} trace */
  ending(trace) {
    const { found, nothing, chosen, better } = trace.more;
    const { view, step } = this;
    const row = (/** @type {string} */ name, /** @type {typeof tick} */ mark, /** @type {number} */ from, /** @type {number} */ to) => {
      const spots = Array.from({ length: to - from }, (_, one) => from + one);
      const d = spots.map((at) => mark(12 + ((at % view.row) + 0.5) * step, ABOVE + (Math.floor(at / view.row) + 0.5) * step, step * 0.33));
      return shape("path", { class: name, d: d.join("") });
    };
    const word = (/** @type {number} */ y, /** @type {string} */ name, /** @type {string} */ said) =>
      shape("text", { x: 12, y, class: `sl-label ${name}` }, said);
    if (nothing === HUNDRED) return [word(42, "", view.unfinished), row("sl-hoop", ringPath, 0, HUNDRED)];
    const [name, said] = chosen === better ? ["sl-truly", view.right] : ["sl-warns", view.wrong];
    return [
      word(42, "", fill(view.found, { n: plainNumber(found) })),
      row("sl-tick", tick, 0, found),
      row("sl-cross", cross, found, HUNDRED),
      word(this.head - 3, name, fill(said, { kept: LETTERS[chosen], better: LETTERS[better] })),
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
