// Signs on buttons, filled, in 16 units; beside words, or with a label that is spoken.
import { shape } from "../svg.js";

/** @type {Record<string, string>} */
const FORMS = {
  play: "M4 2.5v11l9.5-5.5z",
  pause: "M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z",
  step: "M3 2.5v11l7-5.5zM11 2.5h2.2v11H11z",
  again: "M8 2a6 6 0 1 0 6 6h-2a4 4 0 1 1-4-4v2.5L12.5 3 8-.5z",
  up: "M8 2.5 14.5 12h-13z",
  down: "M8 13.5 1.5 4h13z",
  cross: "M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4z",
};

/** @param {string} form */
export function icon(form) {
  return shape(
    "svg",
    { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", focusable: "false" },
    shape("path", { d: FORMS[form], fill: "currentColor" }),
  );
}
