// <sl-progress>: how many exercises of a lesson, or of each lesson, are done, and where to go on.
import words from "../../../data/words.json" with { type: "json" };
import { answersFor, readManifest } from "./answers.js";
import { kindsOf } from "./exercise.js";
import { isRecord } from "./record.js";
import { fill, make } from "./text.js";

/**
 * @typedef {import("./answers.js").Entry} Entry
 * @typedef {{ entry: Entry, saved: string, done: boolean }} State
 */

/**
 * Where to go on: at the newest answer if it is unfinished, otherwise at the next open exercise.
 * @param {State[]} states in the order of the course
 * @returns {State}
 */
export function whereToGoOn(states) {
  const newest = states.reduce((best, one, index) => (one.saved > (best < 0 ? "" : states[best].saved) ? index : best), -1);
  const from = Math.max(newest, 0);
  return [...states.slice(from), ...states.slice(0, from)].find((one) => !one.done) || states[0];
}

export class ProgressElement extends HTMLElement {
  connectedCallback() {
    if (this.classList.contains("sl-alive")) return;
    this.classList.add("sl-alive");
    const manifest = readManifest();
    const answers = answersFor(this);
    const refresh = () => this.draw(manifest);
    refresh();
    answers.watch(refresh);
    window.addEventListener("pageshow", refresh);
  }

  /** @param {import("./answers.js").Manifest} manifest */
  draw(manifest) {
    const answers = answersFor(this);
    const wanted = this.dataset.lesson;
    // The whole course counts what belongs to it; an optional page counts only itself.
    const counted = manifest.exercises.filter((entry) => (wanted ? entry.lesson === wanted : !entry.optional));
    const slugs = [...new Set(counted.map((entry) => entry.lesson))];
    const blocks = slugs.map((slug) => {
      const entries = manifest.exercises.filter((entry) => entry.lesson === slug);
      const states = entries.map((entry) => {
        const { found } = answers.read(entry.id);
        const rules = kindsOf.get(entry.kind);
        const usable = isRecord(found, entry.kind) && rules !== undefined && rules.valid(found.value);
        return { entry, saved: usable ? found.saved : "", done: usable && rules.done(found.value) };
      });
      const title = manifest.lessons[slug];
      const done = states.filter((state) => state.done).length;
      const next = whereToGoOn(states);
      const start = done === states.length ? words.progress_all : states.some((state) => state.saved) ? words.progress_on : words.progress_start;
      const here = wanted ? "" : `${manifest.root}${next.entry.page}.html`;
      const bar = make("progress", { max: String(states.length), value: String(done), "aria-label": fill(words.progress_label, { lesson: title }) });
      return make(
        "div",
        { class: "sl-progress-lesson" },
        ...(wanted ? [] : [make("p", { class: "sl-progress-title" }, make("a", { href: `${manifest.root}${next.entry.page}.html` }, title))]),
        make("p", {}, bar, " ", make("span", { "data-part": "count" }, fill(words.progress_done, { done, all: states.length }))),
        make("p", {}, make("a", { href: `${here}#${next.entry.id}`, "data-part": "go-on" }, fill(start, { title: next.entry.title }))),
      );
    });
    this.replaceChildren(...blocks);
    if (manifest.exercises.some((entry) => answers.read(entry.id).problem === "blocked")) {
      this.append(make("p", { class: "sl-problem" }, words.progress_blocked));
    }
  }
}

customElements.get("sl-progress") || customElements.define("sl-progress", ProgressElement);
