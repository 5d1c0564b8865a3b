// <sl-causal-map>: a causal map, given to explore or the learner's own to build.
import { unfolded } from "../../page/element/answer_key.js";
import { part } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { labelOf } from "../../page/element/fields.js";
import { strings } from "../../page/strings.js";
import { wellFormed } from "../../page/text.js";
import { BuildMap } from "./build.js";
import { ExploreMap } from "./explore.js";

/**
 * @typedef {import("./value.js").MapValue} MapValue
 */

export class CausalMapElement extends ExerciseElement {
  /** @type {ExploreMap | BuildMap} what this map is for */ side = /** @type {any} */ (null);

  enhance() {
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
      const fold = area.closest("details");
      if (fold && area.value) fold.open = true;
    });
    return this.side.show(value) && value.debrief.length <= areas.length;
  }

  /** @param {MapValue} value */
  summary(value) {
    return [...this.side.summary(value), ...this.areas().map((area, index) => [labelOf(this, area), value.debrief[index] ?? ""])];
  }

  /** A map of one's own, once something is linked in it. */
  takeaway() {
    const drawn = this.side instanceof BuildMap && this.side.map.links.length ? part(this, "picture").querySelector("svg") : null;
    return drawn && { sheets: [drawn], words: strings.map_yours };
  }

  answerKey() {
    return unfolded(this.querySelectorAll("[data-part=loops]"));
  }
}

defineKind("causal-map", CausalMapElement);
