// In a live notebook: the same HTML and behaviours in the cell, the answer mirrored in Python.
import { define } from "./dom.js";
import { ExerciseElement } from "./element/element.js";
import { KernelStore } from "./kernel_store.js";
import { OwnWordsElement } from "./own_words.js";

/** @typedef {import("./kernel_store.js").WidgetModel} WidgetModel */

define("sl-own-words", OwnWordsElement);

/**
 * JupyterLab would take arrows and Enter away from sliders, radios and buttons; it looks at the focused element.
 * @param {FocusEvent} event
 */
export function leaveKeys(event) {
  if (event.target instanceof HTMLElement) event.target.dataset.lmSuppressShortcuts = "true";
}

/** @param {{ model: WidgetModel, el: HTMLElement }} widget */
export function renderWidget({ model, el }) {
  const host = document.createElement("div");
  host.className = "sl-host";
  host.addEventListener("focusin", leaveKeys);
  const store = new KernelStore(model);
  Object.assign(host, { slStore: store });
  // The course's own HTML, made in Python from its data; nothing that a learner typed is in it.
  host.innerHTML = model.get("html");
  store.id = host.querySelector(".sl-exercise")?.id || "";
  el.append(host);
  const complain = () => {
    const element = host.querySelector(".sl-exercise");
    if (element instanceof ExerciseElement && model.get("problem")) element.report(model.get("problem"));
  };
  complain();
  model.on("change:problem", complain);
  return () => model.off("change:problem", complain);
}
