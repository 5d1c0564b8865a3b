// The browser's two storages, and the keys of this course in them. Only this file and its two users touch them.

/** @param {Storage} storage @param {string} start @returns {string[]} its keys that begin so */
export function keysOf(storage, start) {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) || "").filter((key) => key.startsWith(start));
}

/** @param {"localStorage" | "sessionStorage"} name @returns {Storage | null} null where the browser blocks it */
export function storageOrNull(name) {
  try {
    const storage = window[name];
    void storage.length; // Some browsers give it, and then refuse its use.
    return storage;
  } catch {
    return null;
  }
}
