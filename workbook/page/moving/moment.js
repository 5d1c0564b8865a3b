// What a moving picture shows at a moment, in words: its own labels, for those who hear it.
import { plainNumber } from "../text.js";

/** @param {Element} scene @param {string} axis such as "Week" @param {number} time */
export function sceneInWords(scene, axis, time) {
  const labels = [...scene.querySelectorAll("text:not(.sl-means-words)")].map((text) => text.textContent || "").filter(Boolean);
  return `${axis} ${plainNumber(Math.round(time))}. ${labels.join(". ")}.`;
}
