// How long answers are kept: when the last file was taken, and whether the browser promises to keep what it holds.
import { make } from "../dom.js";
import { strings } from "../strings.js";
import { dateText, fill } from "../text.js";

/** @typedef {import("../browser_store.js").BrowserStore} BrowserStore */

const WEEK = 7 * 24 * 3600 * 1000; // ms; some browsers take away what was not visited for so long

/** @param {BrowserStore} store */
function takenKey(store) {
  return `${store.manifest.course}/taken`;
}

/** Remember that a portfolio file was taken now. @param {BrowserStore} store */
export function noteTaken(store) {
  try {
    store.storage().setItem(takenKey(store), new Date().toISOString());
  } catch {
    // Without room the reminder stays; nothing is lost by that.
  }
}

/**
 * A reminder where there are answers that are in no file of the last week.
 * @param {BrowserStore} store
 * @returns {string} empty where none is due
 */
export function reminder(store) {
  const answers = Object.values(store.all()).flatMap((/** @type {any} */ one) => (typeof one?.saved === "string" ? [one.saved] : []));
  if (!answers.length) return "";
  const taken = store.storage().getItem(takenKey(store));
  const newer = answers.some((saved) => !taken || saved > taken);
  if (!taken) return strings.keep_never;
  const due = newer && !(Date.now() - Date.parse(taken) < WEEK);
  return due ? fill(strings.keep_old, { date: dateText(taken, { dateStyle: "long" }) }) : "";
}

/** Asks the browser, when the learner wants it, to keep the answers; nothing where it cannot be asked. @param {(text: string) => void} say */
export function keepButton(say) {
  const button = make("button", { type: "button", "data-part": "persist", hidden: "" }, strings.keep_ask);
  const storage = navigator.storage;
  if (!storage?.persist) return button;
  storage.persisted().then(
    (kept) => {
      button.hidden = kept;
    },
    () => {},
  );
  button.addEventListener("click", async () => {
    const kept = await storage.persist().catch(() => false);
    button.hidden = kept;
    say(kept ? strings.keep_granted : strings.keep_refused);
  });
  return button;
}
