// Data of an exercise that is too heavy for its page: it stands in the notebook, and in the book in a script of its own
// that is loaded when it is wanted. A script and no request for data, which a page opened from a folder may not make.
import { make } from "../../page/dom.js";

/** @type {any} where such scripts leave their data, by the exercise's id */
const page = globalThis;
page.slBulk ||= {};

/**
 * The data of an exercise.
 * @param {HTMLElement} exercise with a script element `data-part="bulk"`
 * @returns {Promise<any>} refused where its script cannot be loaded
 */
export function bulkOf(exercise) {
  const place = exercise.querySelector("[data-part=bulk]");
  const source = place instanceof HTMLElement ? place.dataset.src : undefined;
  if (!source) return Promise.resolve(JSON.parse(place?.textContent || "null"));
  if (page.slBulk[exercise.id]) return Promise.resolve(page.slBulk[exercise.id]);
  return new Promise((found, failed) => {
    const script = make("script", { src: source });
    script.addEventListener("load", () => found(page.slBulk[exercise.id]));
    script.addEventListener("error", () => failed(new Error(source)));
    document.head.append(script);
  });
}
