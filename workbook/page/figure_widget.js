// In a live notebook: a figure that Python draws anew whenever a slider moves; its open details stay open.
import { leaveKeys } from "./widget.js";

/** @param {{ model: import("./kernel_store.js").WidgetModel, el: HTMLElement }} widget */
export function renderFigure({ model, el }) {
  const draw = () => {
    const open = el.querySelector("details")?.open;
    el.innerHTML = model.get("html"); // The course's own HTML, from numbers and labels only.
    const details = el.querySelector("details");
    if (open && details) details.open = true;
  };
  el.addEventListener("focusin", leaveKeys);
  draw();
  model.on("change:html", draw);
  return () => model.off("change:html", draw);
}
