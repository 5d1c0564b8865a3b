// Scripts that a page loads only when they are wanted: what is needed after a press alone does not weigh on a first visit.
// Where a source says `import("./files/files.js")`, the linker writes `loadPart("files")`.
import { make } from "./dom.js";
import { readManifest } from "./manifest.js";

/** @type {Map<string, Promise<void>>} by address */
const coming = new Map();

/**
 * Load a part, behind the scripts that it needs.
 * @param {string} name
 * @returns {Promise<any>} what the scripts of the page hand on; refused where one cannot be loaded
 */
export async function loadPart(name) {
  const { root, parts } = readManifest();
  for (const file of parts[name] || []) await loadScript(new URL(root + file, document.baseURI).href);
  return /** @type {any} */ (globalThis).workbook;
}

/** Load a script, once. @param {string} address @returns {Promise<void>} refused where it cannot be loaded */
export function loadScript(address) {
  if ([...document.scripts].some((one) => one.src === address && !coming.has(address))) return Promise.resolve();
  const found =
    coming.get(address) ||
    new Promise((done, failed) => {
      const script = /** @type {HTMLScriptElement} */ (make("script", { src: address }));
      script.addEventListener("load", () => done(undefined));
      script.addEventListener("error", () => {
        script.remove();
        coming.delete(address); // The network may be there again at the next press.
        failed(new Error(address));
      });
      document.head.append(script);
    });
  coming.set(address, found);
  return found;
}
