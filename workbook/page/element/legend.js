// What the marks of verdicts stand for: one line, shown once something was answered.
import { make } from "../dom.js";
import { strings } from "../strings.js";

/** @param {[string, string][]} marks verdict and word of each */
export function markLegend(marks) {
  return make(
    "ul",
    { class: "sl-legend", "data-part": "legend", "aria-label": strings.marks },
    ...marks.map(([verdict, word]) =>
      make("li", { "data-verdict": verdict }, make("span", { class: "sl-mark", "aria-hidden": "true" }), make("span", {}, word)),
    ),
  );
}
