// The one session with a learning platform, by SCORM 1.2. A platform that answers oddly never stops the course.

/**
 * @typedef {Object} Api the functions of SCORM 1.2; all give text
 * @property {(empty: "") => string} LMSInitialize
 * @property {(empty: "") => string} LMSFinish
 * @property {(name: string) => string} LMSGetValue
 * @property {(name: string, value: string) => string} LMSSetValue
 * @property {(empty: "") => string} LMSCommit
 */

const FRAMES = 8; // how far up the platform's own window may be

/** @param {Window} from @returns {Api | null} */
function apiAbove(from) {
  let at = from;
  for (let level = 0; level < FRAMES; level += 1) {
    try {
      const api = /** @type {any} */ (at).API;
      if (api) return api;
    } catch {
      return null; // Another site's window.
    }
    if (at.parent === at) return null;
    at = at.parent;
  }
  return null;
}

/** The platform's functions, in a window around this one or in the one that opened it. @returns {Api | null} */
export function findApi() {
  const above = apiAbove(window);
  if (above) return above;
  try {
    return window.opener ? apiAbove(window.opener) : null;
  } catch {
    return null;
  }
}

/** A length of time as SCORM 1.2 writes it. @param {number} seconds */
export function sessionTime(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return `${String(Math.floor(whole / 3600)).padStart(4, "0")}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

export class Session {
  #open = false;
  #began = Date.now();

  /** @param {Api | null} api */
  constructor(api) {
    this.api = api;
    this.#open = api !== null && this.#ask(() => api.LMSInitialize("")) === "true";
  }

  /** Does the platform take part? */
  get connected() {
    return this.#open;
  }

  /** Only looked at, by somebody who tries it or has done it: then nothing is reported. */
  get watched() {
    return ["browse", "review"].includes(this.get("cmi.core.lesson_mode"));
  }

  /** @param {string} name */
  get(name) {
    return this.#open && this.api ? String(this.#ask(() => this.api?.LMSGetValue(name)) ?? "") : "";
  }

  /** @param {Record<string, string>} values */
  set(values) {
    if (!this.#open || this.watched) return;
    for (const [name, value] of Object.entries(values)) this.#ask(() => this.api?.LMSSetValue(name, value));
  }

  commit() {
    if (this.#open && !this.watched) this.#ask(() => this.api?.LMSCommit(""));
  }

  /** Once only: a second end is an error to most platforms. */
  finish() {
    if (!this.#open) return;
    this.set({ "cmi.core.session_time": sessionTime((Date.now() - this.#began) / 1000), "cmi.core.exit": "suspend" });
    this.commit();
    this.#open = false;
    this.#ask(() => this.api?.LMSFinish(""));
  }

  /** @param {() => unknown} what */
  #ask(what) {
    try {
      return what();
    } catch {
      return "";
    }
  }
}
