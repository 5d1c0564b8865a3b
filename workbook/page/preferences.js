// What a reader has set for all pages of the course, such as its colours: no words of theirs.
import { storageOrNull } from "./storage.js";

/**
 * Read a preference. Edition 0.1 kept it without the course's name before it: that is moved, once.
 * @param {string} course
 * @param {"mode" | "view"} name
 * @returns {string} "" where nothing is set
 */
export function preference(course, name) {
  const storage = storageOrNull("localStorage");
  const found = storage?.getItem(`${course}/${name}`);
  if (found || name !== "mode") return found || "";
  const old = storage?.getItem(name);
  // Another book of the same site may use the old keys too: what is no mode of ours stays.
  if (!storage || !old || !["light", "dark", "auto"].includes(old)) return "";
  setPreference(course, name, old);
  storage.removeItem(name);
  storage.removeItem("theme");
  return old;
}

/** @param {string} course @param {"mode" | "view"} name @param {string} value */
export function setPreference(course, name, value) {
  try {
    storageOrNull("localStorage")?.setItem(`${course}/${name}`, value);
  } catch {
    // Storage is full: the setting holds for this page.
  }
}
