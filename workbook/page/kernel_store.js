// Answers kept by the kernel of a live notebook: one widget, one exercise.
import { isObject } from "./record.js";

/**
 * @typedef {import("./store.js").AnswerStore} AnswerStore
 * @typedef {import("./store.js").Reading} Reading
 * @typedef {import("./record.js").AnswerRecord} AnswerRecord
 * @typedef {{ get: (name: string) => any, set: (name: string, value: any) => void, save_changes: () => void,
 *   on: (name: string, heard: () => void) => void, off: (name: string, heard: () => void) => void }} WidgetModel
 */

/** Settings of this page, which a kernel has no use for. @type {Map<string, string>} */
const keptHere = new Map();

/** @implements {AnswerStore} */
export class KernelStore {
  /** @type {"kernel"} */ where = "kernel";
  id = "";

  /** @param {WidgetModel} model */
  constructor(model) {
    this.model = model;
  }

  /** @param {string} _id @returns {Reading} */
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

  /** Python has checked the record: what it let through and the page cannot use stays where it is. @param {string} _id @returns {Reading} */
  quarantine(_id) {
    return { found: null, problem: "corrupt_stuck" };
  }

  wasErased() {
    return false;
  }

  /** @param {import("./store.js").Heard} heard */
  watch(heard) {
    const tell = () => heard(this.id);
    const names = ["change:record", "change:shared"];
    for (const name of names) this.model.on(name, tell);
    return () => {
      for (const name of names) this.model.off(name, tell);
    };
  }

  /** What Python keeps for all exercises; or else what this notebook's page did since it was opened. @param {string} name */
  setting(name) {
    return String(this.#shared()[name] || keptHere.get(name) || "");
  }

  /** @param {string} name @param {string} value */
  keep(name, value) {
    keptHere.set(name, value);
  }

  /** @returns {Record<string, any>} */
  #shared() {
    const shared = this.model.get("shared");
    return isObject(shared) ? shared : {};
  }

  planLines() {
    return (this.#shared().lines || []).map((/** @type {any} */ line) => ({ title: "", href: "", ...line }));
  }

  /** @param {"issue" | "place"} what */
  ownWords(what) {
    return String(this.#shared()[what] || "").trim();
  }
}
