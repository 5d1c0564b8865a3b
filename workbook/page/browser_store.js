// Answers in the browser's storage, one key for each exercise, so that two tabs never overwrite each other.
import { isObject, isShallow, MAX_DEPTH } from "./record.js";
import { isAnswer, sharedBy } from "./rules.js";
import { GONE, SharedTabs } from "./shared_tabs.js";
import { NEAREST } from "./store.js";
import { keysOf, storageOrNull } from "./storage.js";

/**
 * @typedef {import("./store.js").AnswerStore} AnswerStore
 * @typedef {import("./store.js").Reading} Reading
 * @typedef {import("./store.js").WriteProblem} WriteProblem
 * @typedef {import("./record.js").AnswerRecord} AnswerRecord
 * @typedef {import("./manifest.js").Manifest} Manifest
 */

const HEARD = 5000; // ms after which every tab has heard of what another one wrote

/** @implements {AnswerStore} */
export class BrowserStore {
  /** @type {Set<import("./store.js").Heard>} */ #listeners = new Set();
  /** @type {Set<string>} keys of answers that belonged to what was erased */ #gone = new Set();
  /** @type {Set<string> | null} changes to tell of together */ #held = null;

  /** @param {Manifest} manifest */
  constructor(manifest) {
    this.manifest = manifest;
    this.tabs = new SharedTabs(manifest.course, (key) => (key === null ? this.tell(null) : this.#changed(key)));
    window.addEventListener("storage", ({ key, newValue, storageArea }) => {
      if (storageArea !== this.tabs.storageOrNull()) return;
      if (key !== null && newValue === GONE) this.#gone.add(key);
      if (key !== null) this.#changed(key);
      else for (const { id } of this.manifest.exercises) this.tell(id); // Emptied, and not by the course.
    });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.wasErased());
  }

  /** Where an exercise says that its answer is kept. @returns {"page" | "tabs"} */
  get where() {
    return this.tabs.storageOrNull() === storageOrNull("localStorage") ? "page" : "tabs";
  }

  /** May throw where the browser blocks it. @returns {Storage} the device's or, on a shared computer, the tab's */
  storage() {
    return this.tabs.storage();
  }

  /** @param {string} id */
  key(id) {
    return `${this.manifest.course}/v1/${id}`;
  }

  /** @param {string} id @returns {Reading} */
  read(id) {
    let text;
    try {
      text = this.storage().getItem(this.key(id));
    } catch {
      return { found: null, problem: "blocked" };
    }
    if (text === null) return { found: null, problem: "" };
    try {
      const found = JSON.parse(text);
      if (isShallow(found, MAX_DEPTH)) return { found, problem: "" };
    } catch {
      // Nor is this a record.
    }
    return { found: text, problem: "" }; // The exercise itself sets it aside and says so.
  }

  /** @param {string} id @param {AnswerRecord} record @returns {WriteProblem} */
  write(id, record) {
    try {
      const text = JSON.stringify(record);
      this.tabs.write(this.key(id), text);
      if (this.where === "page") this.#holdOn(id, text); // On a shared computer each tab has its own.
    } catch (error) {
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
    }
    this.tell(id);
    return "";
  }

  /**
   * Another tab may write over it before it hears of it, and this one may come anew before it hears of that: so it
   * stays at hand for a moment.
   * @param {string} id @param {string} text
   */
  #holdOn(id, text) {
    const tab = storageOrNull("sessionStorage");
    const key = `${this.manifest.course}/written/${id}`;
    try {
      tab?.setItem(key, text);
    } catch {
      // No room: it is only for that moment.
    }
    setTimeout(() => tab?.getItem(key) === text && tab.removeItem(key), HEARD);
  }

  /** What this tab wrote in the moment before it came anew: told once. @param {string} id @returns {any} null where there is nothing */
  justWritten(id) {
    try {
      const tab = storageOrNull("sessionStorage");
      const key = `${this.manifest.course}/written/${id}`;
      const text = tab?.getItem(key);
      tab?.removeItem(key);
      return JSON.parse(text || "null");
    } catch {
      return null;
    }
  }

  /**
   * Move a value that cannot be used out of the way; the copy comes first, so that it is never lost.
   * @param {string} id
   * @returns {Reading}
   */
  quarantine(id) {
    try {
      const storage = this.storage();
      const text = storage.getItem(this.key(id));
      if (text !== null) {
        storage.setItem(this.#freeKey(storage, id), text);
        storage.removeItem(this.key(id));
      }
      return { found: null, problem: "corrupt" };
    } catch {
      return { found: null, problem: "corrupt_stuck" };
    }
  }

  /** A key for a value set aside; two in one millisecond get one each. @param {Storage} storage @param {string} id */
  #freeKey(storage, id) {
    const start = `${this.manifest.course}/aside/${id}/${new Date().toISOString()}`;
    let [key, count] = [start, 1];
    while (storage.getItem(key) !== null) key = `${start}-${(count += 1)}`;
    return key;
  }

  /** @returns {Record<string, string>} what was set aside, by key */
  quarantined() {
    const storage = this.storage();
    const keys = keysOf(storage, `${this.manifest.course}/aside/`);
    return Object.fromEntries(keys.map((key) => [key, storage.getItem(key) || ""]));
  }

  /** @param {import("./store.js").Heard} heard */
  watch(heard) {
    this.#listeners.add(heard);
    return () => {
      this.#listeners.delete(heard);
    };
  }

  /**
   * Call once after any number of changes that come together.
   * @param {() => void} refresh
   * @returns {() => void} how to stop it
   */
  watchTogether(refresh) {
    let due = false;
    return this.watch(() => {
      if (due) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        refresh();
      });
    });
  }

  /** @param {string | null} id */
  tell(id) {
    if (this.#held && id !== null) this.#held.add(id);
    else for (const heard of [...this.#listeners]) heard(id);
  }

  /** Something changed elsewhere. @param {string} key */
  #changed(key) {
    const start = this.key("");
    if (key.startsWith(start)) this.tell(key.slice(start.length));
    else if (key === this.#keptKey(NEAREST)) this.tell(`kept/${NEAREST}`);
  }

  /** Was all erased elsewhere? Who watches has then been told. @param {string} [id] or this answer, which had come late */
  wasErased(id) {
    return this.tabs.wasErased() || (id !== undefined && this.#gone.delete(this.key(id)));
  }

  /** @returns {Record<string, any>} every stored value that is JSON, by exercise */
  all() {
    const start = this.key("");
    const ids = keysOf(this.storage(), start).map((key) => key.slice(start.length));
    const pairs = ids.map((id) => [id, this.read(id).found]);
    return Object.fromEntries(pairs.filter(([, found]) => found !== null));
  }

  /**
   * Store several records or, where that fails, none of them; who watches is told once.
   * @param {Record<string, AnswerRecord>} records
   * @returns {WriteProblem}
   */
  writeAll(records) {
    this.#held = new Set();
    /** @type {[string, string | null][]} */
    const written = [];
    let problem = /** @type {WriteProblem} */ ("");
    for (const [id, record] of Object.entries(records)) {
      let before = null;
      try {
        before = this.storage().getItem(this.key(id));
      } catch {
        problem = "blocked"; // What stands there cannot be seen, so it may not be replaced.
        break;
      }
      problem = this.write(id, record);
      if (problem) break;
      written.push([id, before]);
    }
    if (problem) this.#takeBack(written);
    const changed = this.#held;
    this.#held = null;
    for (const id of changed) this.tell(id);
    return problem;
  }

  /** Undo writes, one by one: a key that cannot be written back keeps what was just put there. @param {[string, string | null][]} written */
  #takeBack(written) {
    for (const [id, before] of written.reverse()) {
      try {
        if (before === null) this.tabs.remove(this.key(id));
        else this.tabs.write(this.key(id), before);
      } catch {
        // The new record holds the old answer under its earlier ones.
      }
    }
  }

  /** Kept beside the answers, and erased with them. @param {string} name @returns {string} "" where there is none */
  setting(name) {
    return this.tabs.storageOrNull()?.getItem(this.#keptKey(name)) || "";
  }

  /** @param {string} name @param {string} value */
  keep(name, value) {
    try {
      this.tabs.write(this.#keptKey(name), value);
    } catch {
      // Blocked or full: it holds for this page.
    }
    this.tell(`kept/${name}`);
  }

  /** @param {string} name */
  #keptKey(name) {
    return `${this.manifest.course}/kept/${name}`;
  }

  /** Take everything of this course away: from this device, from this tab and from every other one. */
  erase() {
    this.tabs.erase();
    this.tell(null);
  }

  /** Every answer that can be used, in the order of the course. */
  #usable() {
    return this.manifest.exercises.flatMap((entry) => {
      const { found } = this.read(entry.id);
      return isObject(found) && isAnswer(entry.kind, found.value) ? [{ entry, shared: sharedBy(entry.kind, found.value) }] : [];
    });
  }

  planLines() {
    return this.#usable().flatMap(({ entry: { id, title, page }, shared }) =>
      shared.line ? [{ id, title, href: `${this.manifest.root}${page}.html#${id}`, ...shared.line }] : [],
    );
  }

  /** @param {"issue" | "place"} what */
  ownWords(what) {
    return this.#usable().find(({ shared }) => shared[what])?.shared[what] || "";
  }
}
