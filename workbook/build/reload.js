// In a page of the preview: asks its server whether something has changed, and loads the page again when it has.

const version = document.currentScript?.dataset.version ?? "";

/** @returns {Promise<boolean>} whether there is something newer; the server thinks about it until there is, or for a while */
async function isOld() {
  const answer = await fetch(`/_preview/${version}`);
  return answer.ok && (await answer.text()) !== version;
}

/** Pages out of sight ask nothing: a browser has only a few lines to one server. */
async function untilSeen() {
  if (document.hidden) await new Promise((seen) => document.addEventListener("visibilitychange", seen, { once: true }));
}

(async () => {
  for (;;) {
    await untilSeen();
    try {
      if (await isOld()) return location.reload();
    } catch {
      await new Promise((later) => setTimeout(later, 500)); // The server is not there: it may come back.
    }
  }
})();
