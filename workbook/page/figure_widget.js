// In a live notebook: a figure that Python draws anew whenever a slider moves; its open details stay open.
import { played } from "./played.js";
import { leaveKeys } from "./widget.js";

/** @param {{ model: import("./kernel_store.js").WidgetModel, el: HTMLElement }} widget */
export function renderFigure({ model, el }) {
  /** @type {import("./moving/player.js").Player | null} */
  let player = null;
  const draw = () => {
    const open = el.querySelector("details")?.open;
    player?.pause();
    const share = player ? (player.time - player.first) / (player.last - player.first || 1) : 1;
    el.innerHTML = model.get("html"); // The course's own HTML, from numbers and labels only.
    const details = el.querySelector("details");
    if (open && details) details.open = true;
    const moving = el.querySelector("[data-part=moving]");
    player = moving instanceof HTMLElement ? played(moving, share) : null;
  };
  el.addEventListener("focusin", leaveKeys);
  draw();
  model.on("change:html", draw);
  return () => {
    player?.pause();
    model.off("change:html", draw);
  };
}
