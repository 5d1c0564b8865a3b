// <sl-causal-map>: a causal map, given to explore or the learner's own to build.
import { ExerciseElement, defineKind, unfolded } from "../base/exercise.js";
import { labelOf } from "../base/fields.js";
import { part, wellFormed } from "../base/text.js";
import { BuildMap } from "./build.js";
import { ExploreMap } from "./explore.js";
import { isMapValue } from "./value.js";

/**
 * @typedef {import("./value.js").MapValue} MapValue
 */

export class CausalMapElement extends ExerciseElement {
  /** @type {ExploreMap | BuildMap} what this map is for */ side = /** @type {any} */ (null);

  wake() {
    const model = JSON.parse(part(this, "model").textContent || "");
    this.side = model.mode === "explore" ? new ExploreMap(this, model) : new BuildMap(this, model);
  }

  /** @returns {HTMLTextAreaElement[]} */
  areas() {
    return [...this.querySelectorAll("textarea")];
  }

  read() {
    return { ...this.side.read(), debrief: this.areas().map((area) => wellFormed(area.value)) };
  }

  /** @param {MapValue} value */
  show(value) {
    const areas = this.areas();
    areas.forEach((area, index) => {
      area.value = value.debrief[index] ?? "";
    });
    return this.side.show(value) && value.debrief.length <= areas.length;
  }

  /** @param {MapValue} value */
  said(value) {
    return [...this.side.said(value), ...this.areas().map((area, index) => [labelOf(this, area), value.debrief[index] ?? ""])];
  }

  answerKey() {
    return unfolded(this.querySelectorAll("[data-part=loops]"));
  }
}

defineKind("causal-map", CausalMapElement, {
  valid: isMapValue,
  done: (value) => value.runs.length >= 2 || value.links.length >= 3,
});
