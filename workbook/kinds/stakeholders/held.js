// Taking up a person and putting them down: by drag, or by a press and a second one.

const SLACK = 6; // pixels that a press may wander

/**
 * Let the chips in a place be dragged. Where the pointer lets go, `drop` is told what lies there.
 * @param {HTMLElement} place
 * @param {{ moved?: (chip: HTMLElement, x: number, y: number) => void, drop: (chip: HTMLElement, target: Element | null) => void, end: () => void }} hand
 */
export function draggablePeople(place, { moved, drop, end }) {
  /** @type {{ chip: HTMLElement, x: number, y: number, moving: boolean, pointer: number } | null} */
  let held = null;
  place.addEventListener("pointerdown", (event) => {
    const chip = event.target instanceof Element ? event.target.closest("[data-chip]") : null;
    if (!(chip instanceof HTMLElement) || event.button) return;
    held = { chip, x: event.clientX, y: event.clientY, moving: false, pointer: event.pointerId };
  });
  place.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moving && Math.hypot(dx, dy) < SLACK) return;
    if (!held.moving) place.setPointerCapture(held.pointer);
    held.moving = true;
    held.chip.classList.add("sl-dragged");
    if (moved) moved(held.chip, event.clientX, event.clientY);
    else held.chip.style.translate = `${dx}px ${dy}px`;
    for (const one of place.querySelectorAll(".sl-over")) one.classList.remove("sl-over");
    targetAt(event.clientX, event.clientY)?.classList.add("sl-over");
  });
  /** @param {PointerEvent} event */
  const up = (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const { chip, moving } = held;
    held = null;
    if (!moving) return;
    const target = event.type === "pointerup" ? targetAt(event.clientX, event.clientY) : null;
    for (const one of place.querySelectorAll(".sl-over")) one.classList.remove("sl-over");
    chip.classList.remove("sl-dragged");
    chip.style.translate = "";
    // The click that follows a drag is none; not every browser makes one.
    const swallow = (/** @type {Event} */ click) => click.stopPropagation();
    place.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => place.removeEventListener("click", swallow, { capture: true }), 0);
    end();
    drop(chip, target);
  };
  place.addEventListener("pointerup", up);
  place.addEventListener("pointercancel", up);
}

/** @param {number} x @param {number} y */
function targetAt(x, y) {
  // The chip in hand lets the pointer through, see the style of .sl-dragged.
  return document.elementFromPoint(x, y)?.closest("[data-target]") ?? null;
}
