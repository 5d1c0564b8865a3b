// A factor that is pulled: let go on another factor it is linked, on an empty place it is moved.
import { svgPart } from "./shape.js";

const SLACK = 6; // px that a tap may slip

/**
 * @param {HTMLElement} room where the drawing stands
 * @param {{ link: (cause: string, effect: string) => void, move: (factor: string, x: number, y: number) => void }} to x and y of its middle in the drawing
 */
export function pullFactors(room, to) {
  /** @type {{ group: SVGGElement, x: number, y: number, at: [number, number], mark: SVGElement | null } | null} */
  let held = null;
  const over = (/** @type {PointerEvent} */ event) => {
    const found = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-factor]");
    return found && held && room.contains(found) && found !== held.group ? found : null;
  };
  const drop = () => {
    held?.mark?.remove();
    room.classList.remove("sl-map-pulled");
    for (const one of room.querySelectorAll(".sl-map-target")) one.classList.remove("sl-map-target");
    held = null;
  };
  room.addEventListener("pointerdown", (event) => {
    const group = event.target instanceof Element ? event.target.closest("[data-factor]") : null;
    drop();
    if (!(group instanceof SVGGElement) || event.button || !event.isPrimary) return;
    held = { group, x: event.clientX, y: event.clientY, at: [0, 0], mark: null };
  });
  room.addEventListener("pointermove", (event) => {
    if (!held || (!held.mark && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK)) return;
    const svg = /** @type {SVGSVGElement} */ (held.group.ownerSVGElement);
    const scale = svg.clientWidth / svg.viewBox.baseVal.width || 1;
    const box = /** @type {SVGRectElement} */ (held.group.querySelector("rect"));
    const [x, y] = [box.x.baseVal.value + box.width.baseVal.value / 2, box.y.baseVal.value + box.height.baseVal.value / 2];
    const [dx, dy] = [(event.clientX - held.x) / scale, (event.clientY - held.y) / scale];
    if (!held.mark) room.setPointerCapture(event.pointerId); // Not before: a tap's click would miss its factor.
    held.at = [x + dx, y + dy];
    held.mark ??= svg.appendChild(svgPart("g", { class: "sl-map-pull" }));
    const target = over(event);
    const ghost = /** @type {SVGElement} */ (box.cloneNode());
    ghost.setAttribute("transform", `translate(${dx} ${dy})`);
    held.mark.replaceChildren(svgPart("path", { d: `M${x} ${y}l${dx} ${dy}` }), ghost);
    room.classList.add("sl-map-pulled");
    for (const one of room.querySelectorAll("[data-factor]")) one.classList.toggle("sl-map-target", one === target);
  });
  room.addEventListener("pointerup", (event) => {
    if (!held?.mark) return drop();
    const { group, at } = held;
    const id = group.getAttribute("data-factor") ?? "";
    const target = over(event);
    drop();
    // The click that ends a pull, where there is one, is no tap.
    const still = (/** @type {Event} */ click) => click.stopImmediatePropagation();
    room.addEventListener("click", still, { capture: true, once: true });
    setTimeout(() => room.removeEventListener("click", still, { capture: true }), 0);
    if (target) to.link(id, target.getAttribute("data-factor") ?? "");
    else to.move(id, ...at);
  });
  room.addEventListener("pointercancel", drop);
  // A finger on a factor pulls it and does not scroll; touch-action is not heeded on parts of a drawing everywhere.
  room.addEventListener("touchmove", (event) => held && event.preventDefault(), { passive: false });
  document.addEventListener("keydown", (event) => {
    if (held && event.key === "Escape") drop();
  });
}
