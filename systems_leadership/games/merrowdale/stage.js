// How one screen takes the place of another.
import { make } from "workbook/page/dom.js";

/**
 * Show these, and leave where it is what stands there already: a picture that is taken out is drawn anew. It keeps its
 * neighbours, too, and only what these hold is replaced: beside a new neighbour the browser would style all of it again.
 * @param {Element} place @param {Element[]} shown
 */
export function replaceAround(place, shown) {
  const at = shown.findIndex((one) => one.parentElement === place);
  if (at < 0) return place.replaceChildren(...shown);
  const kept = shown[at];
  if (!kept.previousElementSibling?.matches(".sl-live-beside")) {
    for (const one of [...place.children]) if (one !== kept) one.remove();
    kept.before(make("div", { class: "sl-live-beside" }));
    kept.after(make("div", { class: "sl-live-beside" }));
  }
  kept.previousElementSibling?.replaceChildren(...shown.slice(0, at));
  kept.nextElementSibling?.replaceChildren(...shown.slice(at + 1));
}

/** What stands first: neighbours of a kept picture have no box of their own. @param {Element} place */
export function beginningOf(place) {
  return place.querySelector(":scope > :not(.sl-live-beside), .sl-live-beside > *");
}

/** Let go of the focus before anything changes: taken out with what had it, the browser would style a page half changed. @param {Element} place */
export function letGo(place) {
  if (document.activeElement instanceof HTMLElement && place.contains(document.activeElement)) document.activeElement.blur();
}

/** Drawn again by a choice: the focus stays on what was pressed, or goes to the button that ends the quarter. @param {Element} place @param {() => void} draw */
export function keepingFocus(place, draw) {
  const at = document.activeElement;
  const [name, value, top] = at instanceof HTMLInputElement ? [at.name, at.value, at.getBoundingClientRect().top] : ["", "", 0];
  draw();
  const same = place.querySelector(name ? `input[name="${name}"][value="${value}"]` : '[data-part="live-pass"]');
  if (!(same instanceof HTMLElement)) return;
  same.focus({ preventScroll: true });
  if (name) window.scrollBy(0, same.getBoundingClientRect().top - top);
}
