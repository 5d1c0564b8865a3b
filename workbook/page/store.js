// Where answers are kept, seen from an exercise: the browser's storage in the book, the kernel in a live notebook.

/**
 * @typedef {import("./record.js").AnswerRecord} AnswerRecord
 * @typedef {"" | "blocked" | "corrupt" | "corrupt_stuck"} ReadProblem
 * @typedef {"" | "blocked" | "full"} WriteProblem
 * @typedef {{ found: any, problem: ReadProblem }} Reading
 * @typedef {{ id: string, title: string, href: string, cue: string, action: string }} PlanLine
 * @typedef {(id: string | null) => void} Heard the exercise whose answer changed, or `kept/` and a setting's name; null: all answers were erased
 *
 * @typedef {Object} AnswerStore
 * @property {(id: string) => Reading} read
 * @property {(id: string, record: AnswerRecord) => WriteProblem} write
 * @property {(id: string) => Reading} quarantine moves a value that cannot be used out of the way
 * @property {(id: string) => any} [justWritten] what this tab wrote in the moment before it came anew: told once
 * @property {(id?: string) => boolean} wasErased were all answers erased elsewhere? Who watches has then been told
 * @property {(heard: Heard) => () => void} watch calls back at each change; returns how to stop it
 * @property {(what: "issue" | "place") => string} ownWords the learner's own issue or place, or ""
 * @property {() => PlanLine[]} planLines the if-then lines of all lessons, in order
 * @property {(name: string) => string} setting what was kept beside the answers, or ""
 * @property {(name: string, value: string) => void} keep it beside the answers, as long as they are
 * @property {"page" | "tabs" | "kernel"} where
 */

/** Under which name the setting that the learner chose is kept, and the change is told of as `kept/…`. */
export const NEAREST = "nearest";

/** The store of this page, once its base script has made one. @type {{ store: import("./browser_store.js").BrowserStore | null }} */
export const ofPage = { store: null };

/** @returns {import("./browser_store.js").BrowserStore} */
export function pageStore() {
  if (!ofPage.store) throw new Error("no store: page.js makes it before any exercise comes to life");
  return ofPage.store;
}

/**
 * The store that an element's host names, or else the page's.
 * @param {Element} element
 * @returns {AnswerStore}
 */
export function storeFor(element) {
  const host = /** @type {{ slStore?: AnswerStore } | null} */ (/** @type {unknown} */ (element.closest(".sl-host")));
  return host?.slStore || pageStore();
}
