// Light, dark, or as the device is set: right before the first paint, since `early.js` calls it in the page's head.
import { preference, setPreference } from "./preferences.js";

const MODES = ["light", "dark", "auto"];

/** @param {string} mode */
function show(mode) {
  const dark = mode === "dark" || (mode === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  Object.assign(document.documentElement.dataset, { mode, theme: dark ? "dark" : "light" });
}

/** @param {string} course */
export function showColours(course) {
  show(preference(course, "mode") || "auto");
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(document.documentElement.dataset.mode || "auto"));
}

/** Go on to the next mode. @param {string} course */
export function nextColours(course) {
  const next = MODES[(MODES.indexOf(document.documentElement.dataset.mode || "auto") + 1) % MODES.length];
  setPreference(course, "mode", next);
  show(next);
}
