// What a page says of the whole course.
import { isObject } from "./record.js";

/**
 * @typedef {{ id: string, kind: string, title: string, lesson: string, page: string, optional?: boolean,
 *   versions?: { id: string, title: string, setting: string }[], of?: string }} Entry an exercise; the head of a group lists its
 *   versions, itself among them, and each other version names its head
 * @typedef {{ course: string, root: string, zone: string, lessons: Record<string, string>, exercises: Entry[] }} Manifest
 */

/** @returns {Manifest} */
export function readManifest() {
  const script = document.getElementById("sl-course");
  const found = script ? JSON.parse(script.textContent || "null") : null;
  const empty = { course: "course", root: "", zone: "UTC", lessons: {}, exercises: [] };
  return isObject(found) ? { ...empty, ...found } : empty;
}
