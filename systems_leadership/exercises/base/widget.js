// In a live notebook: the same HTML and behaviours in the cell, the answer mirrored in Python.
import { ExerciseElement } from "./exercise.js";
import { isObject } from "./record.js";

/**
 * @typedef {import("./record.js").AnswerRecord} AnswerRecord
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {{ get: (name: string) => any, set: (name: string, value: any) => void, save_changes: () => void,
 *   on: (name: string, heard: () => void) => void, off: (name: string, heard: () => void) => void }} WidgetModel
 */

/**
 * Answers kept by the kernel: one widget, one exercise.
 * @implements {Answers}
 */
export class KernelAnswers {
  /** @param {WidgetModel} model */
  constructor(model) {
    this.model = model;
    this.id = "";
    /** @type {"kernel"} */
    this.where = "kernel";
    /** @type {(() => void)[]} */
    this.stops = [];
  }

  /** @param {string} _id @returns {import("./answers.js").Reading} */
  read(_id) {
    const record = this.model.get("record");
    return { found: isObject(record) && "kind" in record ? record : null, problem: "" };
  }

  /** @param {string} _id @param {AnswerRecord} record @returns {""} */
  write(_id, record) {
    this.model.set("record", record);
    this.model.save_changes();
    return "";
  }

  /** @param {string} _id @returns {import("./answers.js").Reading} */
  setAside(_id) {
    return { found: null, problem: "corrupt" };
  }

  /** @param {string} _id */
  hasAside(_id) {
    return false;
  }

  /** @param {(id: string) => void} heard */
  watch(heard) {
    const tell = () => heard(this.id);
    for (const name of ["change:record", "change:shared"]) {
      this.model.on(name, tell);
      this.stops.push(() => this.model.off(name, tell));
    }
  }

  /** @returns {import("./answers.js").PlanLine[]} */
  planLines() {
    const shared = this.model.get("shared");
    const lines = isObject(shared) && Array.isArray(shared.plan) ? shared.plan : [];
    return lines.map(({ id, value }) => ({ id, title: "", href: "", value }));
  }

  /** @param {"issue" | "place"} what */
  echo(what) {
    const shared = this.model.get("shared");
    const word = isObject(shared) ? shared[what] : "";
    return typeof word === "string" ? word.trim() : "";
  }
}

/**
 * JupyterLab would take arrows and Enter away from sliders, radios and buttons; it looks at the focused element.
 * @param {FocusEvent} event
 */
function leaveKeys(event) {
  if (event.target instanceof HTMLElement) event.target.dataset.lmSuppressShortcuts = "true";
}

/** @param {{ model: WidgetModel, el: HTMLElement }} widget */
export function renderWidget({ model, el }) {
  const host = document.createElement("div");
  host.className = "sl-host";
  host.addEventListener("focusin", leaveKeys);
  const answers = new KernelAnswers(model);
  Object.assign(host, { slAnswers: answers });
  // The course's own HTML, made in Python from its data; nothing that a learner typed is in it.
  host.innerHTML = model.get("html");
  answers.id = host.querySelector(".sl-exercise")?.id || "";
  el.append(host);
  const complain = () => {
    const element = host.querySelector(".sl-exercise");
    if (element instanceof ExerciseElement && model.get("problem")) element.report(model.get("problem"));
  };
  model.on("change:problem", complain);
  answers.stops.push(() => model.off("change:problem", complain));
  return () => answers.stops.forEach((stop) => stop());
}

/**
 * A figure that Python draws anew whenever a slider moves; its open details stay open.
 * @param {{ model: WidgetModel, el: HTMLElement }} widget
 */
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
