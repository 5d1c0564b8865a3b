// The browser's two storages, and the keys of this course in them. Only this file and its two users touch them.

/** @param {Storage} storage @param {string} start @returns {string[]} its keys that begin so */
export function keysOf(storage, start) {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) || "").filter((key) => key.startsWith(start));
}

/**
 * In a learning platform the book runs in a frame, and the frame around it keeps the answers: a platform may empty the
 * browser's own storage whenever somebody logs out.
 * @returns {import("./platform/shelf.js").Shelf | null}
 */
export function shelf() {
  try {
    return window.parent === window ? null : /** @type {any} */ (window.parent).workbookShelf || null;
  } catch {
    return null; // A frame around this page that is not ours.
  }
}

/** Where this device keeps answers. May throw where the browser blocks it. @returns {Storage} */
export function deviceStorage() {
  return shelf() || window.localStorage;
}

/** @param {"localStorage" | "sessionStorage"} name @returns {Storage | null} null where the browser blocks it */
export function storageOrNull(name) {
  try {
    const storage = name === "localStorage" ? deviceStorage() : window[name];
    void storage.length; // Some browsers give it, and then refuse its use.
    return storage;
  } catch {
    return null;
  }
}
