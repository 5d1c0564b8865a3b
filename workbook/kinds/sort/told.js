// What a place is told, in parts that cards and list share. Texts are copied from the folds of the HTML.
import { make, textOf } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";

/** @typedef {"fits" | "can" | "off"} Fit */
/** @typedef {{ id: string, text: string, means: string, picture: Element | null }} Place */

/** The mark of each, as all verdicts have them. */
export const FIT_MARKS = { fits: "right", can: "defensible", off: "not-quite" };

/** The words beside each mark in the legend. @type {[string, string][]} */
export const FIT_WORDS = Object.entries(FIT_MARKS).map(([fit, mark]) => [mark, strings[`sort_${fit}`]]);

/** @param {HTMLElement} item @param {string} place @returns {Fit} */
export function fitOf(item, place) {
  if (place === item.dataset.best) return "fits";
  return (item.dataset.also || "").split(" ").includes(place) ? "can" : "off";
}

/**
 * What an item is told at its place.
 * @param {HTMLElement} item
 * @param {Place} place
 * @param {{ open: boolean, word: string }} how open: a second try is still to come, so that the best place stays unsaid
 * @returns {HTMLElement}
 */
export function toldOf(item, place, { open, word }) {
  const fit = fitOf(item, place.id);
  const best = item.dataset.best || "";
  const others = [...item.querySelectorAll("details[data-group]")].filter(
    (one) => one instanceof HTMLElement && one.dataset.group !== place.id,
  );
  const said = [make("p", { class: "sl-verdict" }, word)];
  if (fit !== "off") said.push(make("p", {}, ...wordsOf(item, `[data-group="${place.id}"]`)));
  else said.push(make("p", {}, make("strong", {}, place.text.endsWith("?") ? place.text : `${place.text}?`), " ", ...misfit(item, place)));
  if (fit === "off" && !open) {
    const whole = item.querySelector(`[data-group="${best}"] p`)?.cloneNode(true);
    if (whole) said.push(/** @type {HTMLElement} */ (whole));
  }
  if (fit === "can" || !open) said.push(...others.filter((one) => fit !== "off" || !one.matches(`[data-group="${best}"]`)).map(closedCopy));
  return make("div", { class: "sl-told-here", "data-verdict": FIT_MARKS[fit] }, ...said);
}

/** Why a place does not fit: its own reason, or else what it is for. @param {HTMLElement} item @param {Place} place */
function misfit(item, place) {
  const own = wordsOf(item, `[data-misfit="${place.id}"]`);
  if (own.length) return own;
  return [place.means ? fill(strings.sort_means, { means: place.means }) : strings.sort_look];
}

/** @param {HTMLElement} item @param {string} fold @returns {Node[]} */
function wordsOf(item, fold) {
  return [...(item.querySelector(`${fold} [data-part="why"]`)?.childNodes ?? [])].map((one) => one.cloneNode(true));
}

/** @param {Element} fold */
function closedCopy(fold) {
  const copy = make("details", {}, ...[...fold.children].map((one) => one.cloneNode(true)));
  return copy;
}

/** @param {HTMLElement} told @returns {string} what is spoken of it: all but what stays folded */
export function spokenOf(told) {
  return [...told.children]
    .filter((one) => one.localName === "p")
    .map((one) => (one.matches(".sl-verdict") ? `${textOf(one)}.` : textOf(one)))
    .join(" ");
}
