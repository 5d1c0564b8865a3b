// Handing a file to the browser: made on the device, sent nowhere.
import { make } from "./dom.js";

/**
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href, download: name }).click();
  // Revoked late: some browsers begin the download only after this turn.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
