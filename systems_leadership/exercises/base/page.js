// What the book's page needs besides its exercises.

/** Feedback is shut on screen but must be on paper: open everything to print, then shut it again. */
export function startPage() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")].filter((one) => one instanceof HTMLDetailsElement);
    for (const one of opened) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
}
