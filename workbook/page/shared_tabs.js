// A shared computer: answers live in the tabs that are open and go with the last of them. Every tab of the course
// knows of it by a mark without words in the device's storage, and tabs hand one another their answers. Another such
// mark says when all was erased: a tab that was away, or a page that Back brings out again, still has old answers.
import { deviceStorage, keysOf, shelf, storageOrNull } from "./storage.js";

/**
 * @typedef {Object} Message
 * @property {string} era of answers: what was sent before they were erased may arrive after
 * @property {true} [ask] for the answers of the other tabs
 * @property {Record<string, string>} [answers] by key
 * @property {string} [wrote] a key
 * @property {string} [text] what it holds now
 * @property {string} [removed] a key
 * @property {true} [off] the computer is not shared any more
 */

/** ms until a tab that had no room for another's answer tries once more, and that others have to answer one that was away. */
const AGAIN = 1000;

/** What stands for a moment in the place of an answer that belongs to what was erased: JSON for nothing. */
export const GONE = "null";

/** @param {string} text of an answer @returns {number} when it was saved; a tab that came anew may have missed a later one */
const savedAt = (text) => {
  try {
    return Date.parse(JSON.parse(text).saved);
  } catch {
    return NaN; // Nothing is later than this, nor it than anything.
  }
};

export class SharedTabs {
  /** Once known it stays: a read that fails may not turn it off. */ #on = false;
  #asked = false;
  /** @type {BroadcastChannel | null} */ #channel = null;
  /** @type {Map<string, string>} what this page has stored, by key */ #wrote = new Map();
  /** Has this page just come back, so that the others' answers are newer? */ #behind = false;
  /** @type {Map<string, string>} what another tab wrote and this one found no room for, by key */ #untaken = new Map();
  /** The time of the last erasing that this page knows of, and a random end. */ #era = "";

  /**
   * @param {string} course
   * @param {(key: string | null) => void} changed called with a key that another tab changed; null: all
   */
  constructor(course, changed) {
    this.course = course;
    this.changed = changed;
    this.mark = `${course}/shared/${Math.random().toString(36).slice(2)}`;
    this.eraMark = `${course}.erased`;
    this.#era = this.#eraIn("localStorage");
    // What this tab holds from before all was erased, while it was elsewhere.
    if (this.#era && this.#eraIn("sessionStorage") !== this.#era) this.#forget(["sessionStorage"]);
    if (typeof BroadcastChannel === "function") {
      // Two learners of one platform may be at this browser: what one erases is not the other's.
      this.#channel = new BroadcastChannel(`${course}${shelf()?.name ?? ""}`);
      this.#channel.addEventListener("message", ({ data }) => this.#hear(data));
    }
    window.addEventListener("storage", ({ key }) => {
      if (key === this.eraMark) this.wasErased();
      if (key?.startsWith(`${course}/shared/`) && !this.#on && this.#isOnOrBlocked()) this.#join();
    });
    window.addEventListener("pagehide", () => storageOrNull("localStorage")?.removeItem(this.mark));
    window.addEventListener("pageshow", ({ persisted }) => {
      if (!persisted || !this.#isOnOrBlocked()) return;
      this.#behind = true; // What was written while this page was away, it has not heard.
      setTimeout(() => (this.#behind = false), AGAIN);
      this.#join();
    });
    if (this.#isOnOrBlocked()) this.#join(true);
  }

  /** Is the computer shared? May throw: a storage that cannot be read does not say no. */
  isOn() {
    if (this.#on) return true;
    if (this.#asked) return false;
    const here = storageOrNull("sessionStorage")?.getItem(`${this.course}/shared`) === "yes";
    const device = storageOrNull("localStorage");
    this.#on = here || (device !== null && keysOf(device, `${this.course}/shared/`).length > 0);
    this.#asked = true; // Once in a turn: hundreds of answers may be read in one.
    queueMicrotask(() => {
      this.#asked = false;
    });
    return this.#on;
  }

  /** Does this page know that the computer is shared? */
  #isOnOrBlocked() {
    try {
      return this.isOn();
    } catch {
      return false; // Asked again before each write.
    }
  }

  /** @param {"localStorage" | "sessionStorage"} name */
  #eraIn(name) {
    try {
      return storageOrNull(name)?.getItem(this.eraMark) || "";
    } catch {
      return "";
    }
  }

  /** Was all erased, in another tab or since this page was left? Then nothing of it may stay here. */
  wasErased() {
    const era = this.#eraIn("localStorage");
    if (!era || era === this.#era) return false;
    this.#follow(era);
    return true;
  }

  /** Another tab erased all: what this one holds goes, and what it wrote in the moment before it heard. @param {string} era */
  #follow(era) {
    this.#era = era;
    this.#forget(["sessionStorage"]);
    this.#forget(["localStorage"], (key, storage) => storage.getItem(key) === this.#wrote.get(key));
    this.#wrote.clear();
    this.changed(null);
  }

  /** May throw where the browser blocks it. @returns {Storage} */
  storage() {
    return this.isOn() ? window.sessionStorage : deviceStorage();
  }

  storageOrNull() {
    return storageOrNull(this.#isOnOrBlocked() ? "sessionStorage" : "localStorage");
  }

  /** Write, and tell the other tabs where they cannot see it. May throw. @param {string} key @param {string} text */
  write(key, text) {
    this.storage().setItem(key, text);
    this.#untaken.delete(key); // The tab that wrote it puts it under the earlier ones of this.
    this.#wrote.set(key, text);
    if (this.#on) this.#send({ wrote: key, text });
  }

  /** May throw. @param {string} key */
  remove(key) {
    this.storage().removeItem(key);
    if (this.#on) this.#send({ removed: key });
  }

  /** @param {Omit<Message, "era">} message */
  #send(message) {
    this.#channel?.postMessage({ ...message, era: this.#era });
  }

  /**
   * This tab takes part: it leaves its mark and asks the others for their answers.
   * @param {boolean} [anew] has it just loaded? Then it tells its own: one that loaded as it left has not heard the last of them
   */
  #join(anew = false) {
    try {
      window.sessionStorage.setItem(`${this.course}/shared`, "yes");
      window.localStorage.setItem(this.mark, "");
    } catch {
      // Where one of the two is blocked, the other tells; where both are, nothing is kept anyway.
    }
    const tab = anew ? storageOrNull("sessionStorage") : null;
    this.#send({ ask: true, ...(tab ? { answers: this.#answers(tab) } : {}) });
  }

  /** @param {Message} message from another tab */
  #hear(message) {
    const tab = storageOrNull("sessionStorage");
    if (parseInt(message.era, 10) > (parseInt(this.#era, 10) || 0)) {
      this.#follow(message.era); // Heard before the device's storage shows the mark.
    }
    if (message.off) {
      if (this.#on) this.turnOff(false);
    } else if (this.#on && tab) {
      if (message.ask) this.#send({ answers: { ...this.#answers(tab), ...Object.fromEntries(this.#untaken) } });
      if (message.era !== this.#era) return;
      for (const [key, text] of Object.entries(message.answers || {})) {
        const here = tab.getItem(key);
        if (here === null || (here !== text && (this.#behind || savedAt(text) > savedAt(here)))) this.#take(tab, key, text);
      }
      if (message.wrote !== undefined && message.text !== undefined) this.#take(tab, message.wrote, message.text);
      if (message.removed) tab.removeItem(message.removed);
    }
  }

  /** @param {Storage} tab @param {string} key @param {string} text */
  #take(tab, key, text) {
    this.#untaken.delete(key);
    try {
      tab.setItem(key, text);
    } catch {
      // The tab that wrote it holds it, and may be closed before this one.
      this.#untaken.set(key, text);
      setTimeout(() => this.#takeAgain(), AGAIN);
      return;
    }
    this.changed(key);
  }

  #takeAgain() {
    for (const [key, text] of [...this.#untaken]) if (this.#on) this.#take(window.sessionStorage, key, text);
  }

  /** @param {Storage} storage @returns {Record<string, string>} the course's answers, what was set aside, and what is kept beside them */
  #answers(storage) {
    const keys = ["v1", "aside", "kept"].flatMap((part) => keysOf(storage, `${this.course}/${part}/`));
    return Object.fromEntries(keys.map((key) => [key, storage.getItem(key) || ""]));
  }

  /** From now on nothing stays on the device. @returns {"" | "blocked" | "full"} why it could not be done */
  turnOn() {
    const [device, tab] = [storageOrNull("localStorage"), storageOrNull("sessionStorage")];
    if (!device || !tab) return "blocked";
    try {
      device.setItem(this.mark, ""); // First of all, so that other tabs do not take what moves for erased.
    } catch {
      return "full";
    }
    const problem = this.#move(device, tab);
    if (problem) {
      device.removeItem(this.mark);
      return problem;
    }
    this.#on = true;
    this.#join();
    return "";
  }

  /**
   * The device keeps the answers again.
   * @param {boolean} everywhere in the other tabs too
   * @returns {"" | "blocked" | "full"}
   */
  turnOff(everywhere) {
    const [device, tab] = [storageOrNull("localStorage"), storageOrNull("sessionStorage")];
    if (!device || !tab) return "blocked";
    const problem = this.#move(tab, device);
    if (problem) return problem;
    tab.removeItem(`${this.course}/shared`);
    for (const key of keysOf(device, `${this.course}/shared/`)) device.removeItem(key);
    this.#on = false;
    if (everywhere) this.#send({ off: true });
    return "";
  }

  /**
   * Copy all answers, then take them away where they were; where one finds no room, nothing has changed.
   * @param {Storage} from
   * @param {Storage} to
   * @returns {"" | "full"}
   */
  #move(from, to) {
    const answers = this.#answers(from);
    /** @type {[string, string | null][]} */
    const written = [];
    const put = (/** @type {string} */ key, /** @type {string} */ text) => {
      written.push([key, to.getItem(key)]);
      to.setItem(key, text);
    };
    try {
      for (const [key, text] of Object.entries(answers)) {
        const there = to.getItem(key);
        // Both hold an answer: the one in use stays, the other is set aside rather than overwritten.
        if (there !== null && key.startsWith(`${this.course}/kept/`)) continue;
        if (there !== null && there !== text) put(`${this.course}/aside/${key.split("/").at(-1)}/${new Date().toISOString()}`, there);
        put(key, text);
      }
    } catch {
      for (const [key, before] of written.reverse()) {
        try {
          if (before === null) to.removeItem(key);
          else to.setItem(key, before);
        } catch {
          // What was there is set aside beside it.
        }
      }
      return "full";
    }
    for (const key of Object.keys(answers)) from.removeItem(key);
    return "";
  }

  /** Take all of the course away, here and in every other tab. A shared computer stays shared. */
  erase() {
    this.#wrote.clear();
    this.#era = `${Math.max(Date.now(), (parseInt(this.#era, 10) || 0) + 1)}-${Math.random().toString(36).slice(2)}`;
    this.#forget(["localStorage", "sessionStorage"]);
    this.#send({});
  }

  /**
   * Nothing from before this era stays but the mark that the computer is shared.
   * @param {("localStorage" | "sessionStorage")[]} names
   * @param {(key: string, storage: Storage) => boolean} [which] of the keys
   */
  #forget(names, which = () => true) {
    this.#untaken.clear();
    for (const name of names) {
      const storage = storageOrNull(name);
      if (!storage) continue;
      this.#markEra(storage); // First of all, or other tabs would mend what goes.
      try {
        for (const key of keysOf(storage, `${this.course}/`)) {
          if (key.startsWith(`${this.course}/shared`)) continue;
          if (!which(key, storage)) continue;
          this.#markGone(storage, key);
          storage.removeItem(key);
        }
      } catch {
        // What can be taken away has been.
      }
      this.#markEra(storage);
    }
  }

  /** A tab may hear of an answer after it has heard that all was erased, and must not store it again. @param {Storage} storage @param {string} key */
  #markGone(storage, key) {
    try {
      storage.setItem(key, GONE);
    } catch {
      // It goes without a word.
    }
  }

  /** @param {Storage} storage */
  #markEra(storage) {
    try {
      storage.setItem(this.eraMark, this.#era);
    } catch {
      // Full: there is room once the answers are gone.
    }
  }
}
