// How one screen takes the place of another.

/** Show these, and leave where it is what stands there already: a picture that is taken out is drawn anew. @param {Element} place @param {Element[]} shown */
export function replaceAround(place, shown) {
  const at = shown.findIndex((one) => one.parentElement === place);
  if (at < 0) return place.replaceChildren(...shown);
  for (const one of [...place.children]) if (one !== shown[at]) one.remove();
  shown[at].before(...shown.slice(0, at));
  shown[at].after(...shown.slice(at + 1));
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
