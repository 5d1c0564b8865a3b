// Data of an exercise that is too heavy for its page: it stands in the notebook, and in the book in scripts of their own
// that are loaded when they are wanted. Scripts and no request for data, which a page opened from a folder may not make.
import { loadScript } from "../../page/parts.js";

/** @type {any} where such scripts leave their data, by its key: what two exercises have in common has one */
const page = globalThis;
page.slBulk ||= {};

/**
 * The data of an exercise: all its pieces together.
 * @param {HTMLElement} exercise with script elements `data-part="bulk"`
 * @returns {Promise<any>} refused where one of its scripts cannot be loaded
 */
export async function bulkOf(exercise) {
  const places = /** @type {HTMLElement[]} */ ([...exercise.querySelectorAll("[data-part=bulk]")]);
  return Object.assign({}, ...(await Promise.all(places.map(piece))));
}

/** @param {HTMLElement} place @returns {Promise<any>} */
async function piece(place) {
  const { src, key = "" } = place.dataset;
  if (!src) return JSON.parse(place.textContent || "null");
  await loadScript(new URL(src, document.baseURI).href);
  return page.slBulk[key];
}
