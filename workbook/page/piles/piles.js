// <sl-piles>: one pile for each idea that is tried. A filled disc is a person it helped, a ring one it did not.
import { define } from "../dom.js";
import { SceneElement } from "../scene/scene.js";
import { shape } from "../svg.js";
import { fill, plainNumber } from "../text.js";

/**
 * @typedef {import("../scene/trace.js").Moment} Moment
 * @typedef {import("../scene/trace.js").Trace} Trace
 * @typedef {{ size: [number, number], step: number, offered: string, helped: string, better: string, chosen: string, both: string }} PilesView
 */

const FOOTROOM = 58; // room for the words below
const LETTERS = "ABCDEFGHIJKLMNOP";

class PilesDrawing {
  /** @param {SVGElement[]} sheets @param {PilesView} view */
  constructor([, people], view) {
    this.view = view;
    this.sheet = people;
    this.helped = shape("path", { class: "sl-disc" });
    this.missed = shape("path", { class: "sl-hoop" });
    this.words = shape("g", {});
    people.append(this.helped, this.missed, this.words);
  }

  /** @param {Moment} moment @param {Trace} trace */
  draw({ time }, trace) {
    const { offered, helped, better, chosen, ideas } = trace.more;
    const { size } = this.view;
    const served = Math.min(offered.length, Math.round(time));
    const width = size[0] / ideas;
    // Everybody must find room on a single pile, should one idea be offered to all.
    const step = Math.min(this.view.step, Math.sqrt(((width - 8) * (size[1] - FOOTROOM - 12)) / offered.length) * 0.94);
    const columns = Math.max(1, Math.floor((width - 8) / step));
    const many = Array(ideas).fill(0);
    const well = Array(ideas).fill(0);
    let [full, open] = ["", ""];
    for (let person = 0; person < served; person += 1) {
      const idea = parseInt(offered[person], 16);
      const x = idea * width + 4 + ((many[idea] % columns) + 0.5) * step;
      const y = size[1] - FOOTROOM - (Math.floor(many[idea] / columns) + 0.5) * step;
      many[idea] += 1;
      if (helped[person] === "1") {
        well[idea] += 1;
        full += `M${x} ${y}h0`;
      } else
        open += `M${x - step * 0.3} ${y}a${step * 0.3} ${step * 0.3} 0 1 0 ${step * 0.6} 0a${step * 0.3} ${step * 0.3} 0 1 0 ${-step * 0.6} 0z`;
    }
    this.helped.setAttribute("d", full);
    this.helped.setAttribute("stroke-width", String(step * 0.74));
    this.missed.setAttribute("d", open);
    const ended = served === offered.length;
    const line = (/** @type {number} */ idea, /** @type {number} */ row, /** @type {string} */ text, classes = "") =>
      shape(
        "text",
        { x: (idea + 0.5) * width, y: size[1] - FOOTROOM + 16 + row * 17, "text-anchor": "middle", class: `sl-label ${classes}` },
        text,
      );
    this.words.replaceChildren(
      ...many.flatMap((count, idea) => [
        line(
          idea,
          0,
          count ? fill(this.view.helped, { idea: LETTERS[idea], n: plainNumber(well[idea]), of: plainNumber(count) }) : LETTERS[idea],
        ),
        ...(ended && (idea === better || idea === chosen)
          ? [
              line(
                idea,
                1,
                idea === better && idea === chosen ? this.view.both : idea === chosen ? this.view.chosen : this.view.better,
                "sl-ending",
              ),
              shape("path", {
                class: idea === chosen ? "sl-crown" : "sl-crown sl-missed",
                d: `M${(idea + 0.5) * width - 14} ${size[1] - 2}v-14l8 7 6-9 6 9 8-7v14z`,
              }),
            ]
          : []),
      ]),
    );
  }
}

class PilesElement extends SceneElement {
  /** @param {SVGElement[]} sheets @param {PilesView} view */
  drawingOn(sheets, view) {
    return new PilesDrawing(sheets, view);
  }
}

define("sl-piles", PilesElement);
