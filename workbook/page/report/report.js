// Only in the package for learning platforms: tells the frame around the book what is done. Never words, choices or scores.
import { readManifest } from "../manifest.js";
import { isAnswered } from "../progress.js";
import { shelf } from "../storage.js";
import { pageStore } from "../store.js";

/** Tell now, and after every change. */
function report() {
  const frame = shelf();
  if (!frame) return;
  const { exercises, lessons } = readManifest();
  const here = exercises.find(({ page }) => location.pathname.endsWith(`/${page}.html`));
  const tell = () => {
    const done = exercises.filter((entry) => isAnswered(pageStore(), entry));
    const lesson = here && !here.optional ? here.lesson : "";
    frame.told({ done: done.map(({ id }) => id), lesson, title: lessons[lesson] || document.title, page: location.pathname });
  };
  pageStore().watch(tell);
  tell();
}

report();
