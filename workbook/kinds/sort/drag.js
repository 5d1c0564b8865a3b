// A card follows the finger or the pointer to a place; pressing the place does the same.

const REACH = 24; // px around a place that count as over it

/**
 * @param {HTMLElement} card
 * @param {HTMLElement[]} bins
 * @param {(bin: HTMLElement) => void} dropped
 */
export function dragged(card, bins, dropped) {
  /** @type {[number, number] | null} where the foot of the card was, which goes with the pointer */ let from = null;
  /** @type {HTMLElement | undefined} */ let over;
  card.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const { left, right, bottom } = card.getBoundingClientRect();
    from = [(left + right) / 2, bottom];
    card.setPointerCapture(event.pointerId);
  });
  card.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (!from) return;
    card.classList.add("sl-held");
    card.style.translate = `${clientX - from[0]}px ${clientY - from[1]}px`;
    over = bins.find((bin) => {
      const { left, right, top, bottom } = bin.getBoundingClientRect();
      return clientX > left && clientX < right && clientY > top - REACH && clientY < bottom + REACH / 3;
    });
    for (const bin of bins) bin.classList.toggle("sl-over", bin === over);
  });
  const end = (/** @type {boolean} */ drop) => {
    if (!from) return;
    from = null;
    for (const bin of bins) bin.classList.remove("sl-over");
    if (drop && over) return dropped(over);
    card.classList.remove("sl-held");
    card.style.translate = "";
  };
  card.addEventListener("pointerup", () => end(true));
  card.addEventListener("pointercancel", () => end(false));
}

/** A copy of the card goes to its place, where it is not there yet, and is gone; what is told does not wait for it. @param {Element | null} card @param {HTMLElement} bin */
export function flyTo(card, bin) {
  if (!(card instanceof HTMLElement) || card.matches(".sl-held") || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const [from, to] = [card.getBoundingClientRect(), bin.getBoundingClientRect()];
  const copy = /** @type {HTMLElement} */ (card.cloneNode(true));
  copy.setAttribute("aria-hidden", "true");
  copy.removeAttribute("tabindex");
  copy.classList.replace("sl-sorting", "sl-flying");
  Object.assign(copy.style, {
    position: "fixed",
    zIndex: "5",
    translate: "",
    left: `${from.left}px`,
    top: `${from.top}px`,
    width: `${from.width}px`,
    height: `${from.height}px`,
    pointerEvents: "none",
  });
  card.closest(".sl-desk")?.append(copy);
  const across = to.left + to.width / 2 - from.left - from.width / 2;
  const down = to.top + to.height / 2 - from.top - from.height / 2;
  const flight = copy.animate([{ opacity: 0.9 }, { transform: `translate(${across}px, ${down}px) scale(0.15)`, opacity: 0.3 }], {
    duration: 220,
    easing: "ease-in",
  });
  flight.onfinish = () => copy.remove();
  flight.oncancel = () => copy.remove();
}
