// Answers of one learner of a platform, in the browser's database: that is not emptied at log-out. The book reads and
// writes at once, as in the browser's own storage; what it writes goes on into the database behind it.

const TABLE = "answers";

/**
 * @typedef {{ done: string[], lesson: string, title: string, page: string }} Told what a page of the book says of itself
 */

/** @implements {Storage} */
export class Shelf {
  /** @type {Map<string, string>} */ #items;
  /** @type {(key: string, text: string | null) => void} */ #keep;
  /** @type {(told: Told) => void} called by each page of the book */ told = () => {};

  /**
   * @param {string} name of the learner's own database
   * @param {Map<string, string>} items
   * @param {(key: string, text: string | null) => void} keep
   */
  constructor(name, items, keep) {
    this.name = name;
    this.#items = items;
    this.#keep = keep;
  }

  get length() {
    return this.#items.size;
  }

  /** @param {number} index */
  key(index) {
    return [...this.#items.keys()][index] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  /** @param {string} key @param {string} text */
  setItem(key, text) {
    this.#items.set(key, String(text));
    this.#keep(key, String(text));
  }

  /** @param {string} key */
  removeItem(key) {
    if (this.#items.delete(key)) this.#keep(key, null);
  }

  clear() {
    for (const key of [...this.#items.keys()]) this.removeItem(key);
  }
}

/**
 * Open a learner's shelf.
 * @param {string} name
 * @param {(failed: boolean) => void} trouble told when something could not be kept, and when all is kept again
 * @returns {Promise<Shelf>} rejected where the browser has no database for this page
 */
export async function openShelf(name, trouble) {
  const database = await opened(name);
  const items = await readAll(database);
  /** @type {Map<string, string | null>} what is not in the database yet */
  const due = new Map();
  const write = () => {
    const [keys, now] = [[...due.keys()], new Map(due)];
    const change = database.transaction(TABLE, "readwrite", { durability: "strict" });
    for (const key of keys) {
      const text = due.get(key) ?? null;
      if (text === null) change.objectStore(TABLE).delete(key);
      else change.objectStore(TABLE).put(text, key);
    }
    // At once, and not when the page is next at leisure: whoever leaves it a moment later would take the answer along.
    change.commit?.();
    change.oncomplete = () => {
      for (const [key, text] of now) if (due.get(key) === text) due.delete(key);
      trouble(due.size > 0);
    };
    change.onabort = () => trouble(true);
  };
  return new Shelf(name, items, (key, text) => {
    due.set(key, text);
    try {
      write();
    } catch {
      trouble(true);
    }
  });
}

/** @param {string} name @returns {Promise<IDBDatabase>} */
function opened(name) {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(TABLE);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

/** @param {IDBDatabase} database @returns {Promise<Map<string, string>>} */
function readAll(database) {
  return new Promise((done, failed) => {
    const items = new Map();
    const asked = database.transaction(TABLE).objectStore(TABLE).openCursor();
    asked.onsuccess = () => {
      const at = asked.result;
      if (!at) return done(items);
      items.set(String(at.key), String(at.value));
      at.continue();
    };
    asked.onerror = () => failed(asked.error);
  });
}
