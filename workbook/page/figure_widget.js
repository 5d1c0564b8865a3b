// In a live notebook: a figure that Python draws anew whenever a slider moves; its open details stay open, and whoever
// moves a slider goes on looking at the moment at which they were.
import "./played/played.js";
import { leaveKeys } from "./widget.js";

/** @typedef {import("./played/played.js").PlayedElement} PlayedElement */

/** @param {{ model: import("./kernel_store.js").WidgetModel, el: HTMLElement }} widget */
export function renderFigure({ model, el }) {
  const played = () => /** @type {PlayedElement | null} */ (el.querySelector("sl-played"));
  const draw = () => {
    const open = el.querySelector("details")?.open;
    const share = played()?.passed ?? 1;
    el.innerHTML = model.get("html"); // The course's own HTML, from numbers and labels only.
    const details = el.querySelector("details");
    if (open && details) details.open = true;
    const now = played();
    if (now) now.share = share;
  };
  el.addEventListener("focusin", leaveKeys);
  draw();
  model.on("change:html", draw);
  return () => model.off("change:html", draw);
}
