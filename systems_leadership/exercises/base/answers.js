// Where answers are kept: the browser's storage in the book, the kernel in a live notebook.
import { isObject } from "./record.js";

/**
 * @typedef {import("./record.js").AnswerRecord} AnswerRecord
 * @typedef {{ id: string, kind: string, title: string, lesson: string, page: string, optional?: boolean }} Entry
 * @typedef {{ course: string, root: string, lessons: Record<string, string>, exercises: Entry[] }} Manifest
 * @typedef {{ found: any, problem: "" | "blocked" | "corrupt" | "corrupt_stuck" }} Reading
 * @typedef {{ id: string, title: string, href: string, value: any }} PlanLine as stored, not yet checked
 *
 * @typedef {Object} Answers
 * @property {(id: string) => Reading} read
 * @property {(id: string, record: AnswerRecord) => "" | "blocked" | "full"} write
 * @property {(id: string) => Reading} setAside a value that cannot be used
 * @property {(id: string) => boolean} hasAside
 * @property {(heard: (id: string) => void) => void} watch
 * @property {(what: "issue" | "place") => string} echo the learner's own issue or place, or ""
 * @property {() => PlanLine[]} planLines the if-then lines of all lessons, in order
 * @property {"page" | "kernel"} where
 */

/** @returns {Manifest} what the page says of the whole course */
export function readManifest() {
  const script = document.getElementById("sl-course");
  const found = script ? JSON.parse(script.textContent || "null") : null;
  return isObject(found) ? /** @type {Manifest} */ (found) : { course: "course", root: "", lessons: {}, exercises: [] };
}

/**
 * The browser's storage, one key for each exercise, so that two tabs never overwrite each other.
 * @implements {Answers}
 */
export class PageAnswers {
  /** @param {Manifest} manifest @param {() => Storage} storage may throw where it is blocked */
  constructor(manifest, storage) {
    this.manifest = manifest;
    this.storage = storage;
    /** @type {"page"} */
    this.where = "page";
    /** @type {((id: string) => void)[]} */
    this.listeners = [];
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
      return { found: JSON.parse(text), problem: "" };
    } catch {
      return { found: text, problem: "" }; // No record; the exercise itself sets it aside and says so.
    }
  }

  /** @param {string} id @param {AnswerRecord} record @returns {"" | "blocked" | "full"} */
  write(id, record) {
    try {
      this.storage().setItem(this.key(id), JSON.stringify(record));
    } catch (error) {
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
    }
    this.tell(id);
    return "";
  }

  /**
   * Move a value that cannot be used out of the way; the copy comes first, so that it is never lost.
   * @param {string} id
   * @returns {Reading}
   */
  setAside(id) {
    try {
      const storage = this.storage();
      const text = storage.getItem(this.key(id));
      if (text !== null) {
        storage.setItem(`${this.manifest.course}/aside/${id}/${new Date().toISOString()}`, text);
        storage.removeItem(this.key(id));
      }
      return { found: null, problem: "corrupt" };
    } catch {
      return { found: null, problem: "corrupt_stuck" };
    }
  }

  /** @param {(id: string) => void} heard called with the id of an answer that changed, here or in another tab */
  watch(heard) {
    if (this.listeners.length === 0) {
      window.addEventListener("storage", (event) => {
        const start = this.key("");
        if (event.key === null) this.manifest.exercises.forEach((entry) => this.tell(entry.id));
        else if (event.key.startsWith(start)) this.tell(event.key.slice(start.length));
      });
    }
    this.listeners.push(heard);
  }

  /** @param {string} id */
  tell(id) {
    for (const heard of this.listeners) heard(id);
  }

  /** @returns {Record<string, any>} every stored value that is JSON, by exercise */
  all() {
    const start = this.key("");
    const storage = this.storage();
    const ids = keysOf(storage).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    const pairs = ids.map((id) => [id, this.read(id).found]);
    return Object.fromEntries(pairs.filter(([, found]) => found !== null));
  }

  /** Has an answer to this exercise ever been set aside? @param {string} id */
  hasAside(id) {
    return Object.keys(this.aside()).some((key) => key.startsWith(`${this.manifest.course}/aside/${id}/`));
  }

  /** @returns {Record<string, string>} what was set aside, by key */
  aside() {
    const storage = this.storage();
    const keys = keysOf(storage).filter((key) => key.startsWith(`${this.manifest.course}/aside/`));
    return Object.fromEntries(keys.map((key) => [key, storage.getItem(key) || ""]));
  }

  /**
   * Store several records or, where that fails, none of them.
   * @param {Record<string, AnswerRecord>} records
   * @returns {"" | "blocked" | "full"}
   */
  writeAll(records) {
    const storage = this.storage();
    const before = Object.keys(records).map((id) => /** @type {[string, string | null]} */ ([id, storage.getItem(this.key(id))]));
    for (const [id, record] of Object.entries(records)) {
      const problem = this.write(id, record);
      if (!problem) continue;
      for (const [old] of before) storage.removeItem(this.key(old));
      for (const [old, text] of before) if (text !== null) storage.setItem(this.key(old), text);
      for (const [old] of before) this.tell(old);
      return problem;
    }
    return "";
  }

  /** Take everything of this course away, from this device and from this tab. */
  erase() {
    for (const storage of [window.localStorage, window.sessionStorage]) {
      for (const key of keysOf(storage)) if (key.startsWith(`${this.manifest.course}/`)) storage.removeItem(key);
    }
  }

  /** @returns {PlanLine[]} */
  planLines() {
    return this.manifest.exercises.flatMap(({ id, kind, title, page }) => {
      const found = kind === "if-then" ? this.read(id).found : null;
      return isObject(found) ? [{ id, title, href: `${this.manifest.root}${page}.html#${id}`, value: found.value }] : [];
    });
  }

  /** @param {"issue" | "place"} what */
  echo(what) {
    const entry = this.manifest.exercises.find((one) => one.kind === "issue");
    const found = entry ? this.read(entry.id).found : null;
    const word = isObject(found) && isObject(found.value) ? found.value[what === "issue" ? "name" : "place"] : "";
    return typeof word === "string" ? word.trim() : "";
  }
}

/** @param {Storage} storage @returns {string[]} */
function keysOf(storage) {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) || "");
}

/** @type {PageAnswers | null} */
let page = null;

/** @returns {PageAnswers} the store of this page: the device's or, on a shared computer, the tab's */
export function pageAnswers() {
  const manifest = readManifest();
  page ||= new PageAnswers(manifest, () => (isShared(manifest.course) ? window.sessionStorage : window.localStorage));
  return page;
}

/**
 * Has this tab been told that the computer is shared? Kept in the tab, so that nothing stays behind.
 * @param {string} course
 */
export function isShared(course) {
  try {
    return window.sessionStorage.getItem(`${course}/shared`) === "yes";
  } catch {
    return false;
  }
}

/**
 * The store that an element's host names, or else the page's.
 * @param {Element} element
 * @returns {Answers}
 */
export function answersFor(element) {
  const host = /** @type {{ slAnswers?: Answers } | null} */ (/** @type {unknown} */ (element.closest(".sl-host")));
  if (host && host.slAnswers) return host.slAnswers;
  return pageAnswers();
}
