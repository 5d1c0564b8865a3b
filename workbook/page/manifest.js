// What a page says of the whole course.
import { isObject } from "./record.js";

/**
 * @typedef {{ id: string, kind: string, title: string, lesson: string, page: string, optional?: boolean,
 *   versions?: { id: string, title: string, setting: string }[], of?: string }} Entry an exercise; the head of a group lists its
 *   versions, itself among them, and each other version names its head. On the page of a lesson only its own exercises have
 *   a title, and those whose words come up elsewhere
 * @typedef {{ course: string, root: string, zone: string, lessons: Record<string, string>, exercises: Entry[], parts: Record<string, string[]>, near: Record<string, string[]> }} Manifest parts: the scripts of each part that is loaded when it is wanted, below the root; near: the parts of each exercise that waits until one comes near it
 */

/** @returns {Manifest} */
export function readManifest() {
  const script = document.getElementById("sl-course");
  const found = script ? JSON.parse(script.textContent || "null") : null;
  const empty = { course: "course", root: "", zone: "UTC", lessons: {}, pages: [], parts: {}, near: {} };
  const { pages, ...rest } = isObject(found) ? { ...empty, ...found } : empty;
  return { ...rest, exercises: everyEntry(pages) };
}

/** @param {any[]} pages what the exercises of a page, or the versions of one, have in common stands once @returns {Entry[]} */
function everyEntry(pages) {
  return pages.flatMap(({ exercises, ...common }) =>
    exercises.flatMap((/** @type {any} */ one) => {
      const head = { ...common, ...one };
      if (!one.versions) return [head];
      head.versions = Object.entries(one.versions).map(([setting, its]) => ({ title: one.title, ...its, setting }));
      const others = head.versions.filter((/** @type {Entry} */ its) => its.id !== one.id);
      return [head, ...others.map((/** @type {Entry} */ { id, title }) => ({ ...common, kind: one.kind, id, title, of: one.id }))];
    }),
  );
}
