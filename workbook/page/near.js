// What need not be there at once: exercises whose scripts are most of a page's weight. They are loaded behind all others,
// and sooner where a reader comes near.
import { make } from "./dom.js";
import { readManifest } from "./manifest.js";
import { loadPart } from "./parts.js";
import { pageStore } from "./store.js";
import { strings } from "./strings.js";

/**
 * Call once an element comes near the window; at once where that cannot be told.
 * @param {HTMLElement} element
 * @param {() => void} near
 */
export function whenNear(element, near) {
  if (typeof IntersectionObserver === "undefined") return near();
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      watch.disconnect();
      near();
    },
    { rootMargin: "800px" },
  );
  watch.observe(element);
}

/** Load the scripts of such exercises: when the browser is idle; near the window, or where an answer is to be shown, at once. */
export function startNear() {
  for (const [id, names] of Object.entries(readManifest().near)) {
    const exercise = document.getElementById(id);
    if (!exercise) continue;
    const wake = () => woken(exercise, names);
    if (pageStore().read(id).found) void wake();
    else whenNear(exercise, () => void wake());
    // Paper has all of a lesson: what nobody came near, too.
    whenIdle(() => void wake());
    // Who is faster than the network: the press counts once the script is there.
    exercise.addEventListener(
      "submit",
      (event) => {
        const { target, submitter } = /** @type {SubmitEvent} */ (event);
        if (exercise.classList.contains("sl-alive") || !(target instanceof HTMLFormElement)) return;
        event.preventDefault();
        void wake().then((there) => there && target.requestSubmit(submitter));
      },
      { capture: true },
    );
  }
}

/** @param {() => void} idle */
function whenIdle(idle) {
  const wait = () => (typeof requestIdleCallback === "function" ? requestIdleCallback(idle, { timeout: 2000 }) : setTimeout(idle, 200));
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
}

/** @param {HTMLElement} exercise @param {string[]} names of its scripts @returns {Promise<boolean>} whether they are there */
async function woken(exercise, names) {
  exercise.querySelector(":scope > .sl-not-loaded")?.remove();
  try {
    for (const name of names) await loadPart(name);
    return true;
  } catch {
    exercise.append(make("p", { class: "sl-not-loaded", role: "alert" }, strings.part_not_loaded));
    return false;
  }
}
