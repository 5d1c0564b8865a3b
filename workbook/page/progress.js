// <sl-progress>: how many exercises of a lesson, or of each lesson, are done, and where to go on.
import { make } from "./dom.js";
import { readManifest } from "./manifest.js";
import { isRecord } from "./record.js";
import { isAnswer, isDone } from "./rules.js";
import { storeFor } from "./store.js";
import { strings } from "./strings.js";
import { fill } from "./text.js";

/**
 * @typedef {import("./manifest.js").Entry} Entry
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

/**
 * Is an exercise done, by what is kept of it?
 * @param {import("./store.js").AnswerStore} store
 * @param {Entry} entry
 */
export function isAnswered(store, entry) {
  return stateOf(store, entry).done;
}

/** @param {import("./store.js").AnswerStore} store @param {Entry} entry @returns {State} */
export function stateOf(store, entry) {
  const { found } = store.read(entry.id);
  const usable = isRecord(found, entry.kind) && isAnswer(entry.kind, found.value);
  return { entry, saved: usable ? found.saved : "", done: usable && isDone(entry.kind, found.value) };
}

export class ProgressElement extends HTMLElement {
  life = new AbortController();

  connectedCallback() {
    this.classList.add("sl-alive");
    this.life = new AbortController();
    const { signal } = this.life;
    const manifest = readManifest();
    const refresh = () => this.draw(manifest);
    refresh();
    signal.addEventListener("abort", storeFor(this).watch(refresh));
    window.addEventListener("pageshow", refresh, { signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** @param {import("./manifest.js").Manifest} manifest */
  draw(manifest) {
    const wanted = this.dataset.lesson;
    // The whole course counts what belongs to it; an optional page counts only itself.
    const counted = manifest.exercises.filter((entry) => (wanted ? entry.lesson === wanted : !entry.optional));
    const slugs = [...new Set(counted.map((entry) => entry.lesson))];
    this.replaceChildren(...slugs.map((slug) => this.lesson(manifest, slug, wanted !== undefined)));
    this.classList.toggle("sl-untouched", !counted.some((entry) => stateOf(storeFor(this), entry).saved));
    if (manifest.exercises.some((entry) => storeFor(this).read(entry.id).problem === "blocked")) {
      this.append(make("p", { class: "sl-problem" }, strings.progress_blocked));
    }
  }

  /** @param {import("./manifest.js").Manifest} manifest @param {string} slug @param {boolean} onItsPage */
  lesson(manifest, slug, onItsPage) {
    const states = manifest.exercises.filter((entry) => entry.lesson === slug).map((entry) => stateOf(storeFor(this), entry));
    const title = manifest.lessons[slug];
    const done = states.filter((state) => state.done).length;
    const { entry } = whereToGoOn(states);
    const start =
      done === states.length ? strings.progress_all : states.some((state) => state.saved) ? strings.progress_on : strings.progress_start;
    const page = `${manifest.root}${entry.page}.html`;
    const bar = make("progress", {
      max: String(states.length),
      value: String(done),
      "aria-label": fill(strings.progress_label, { lesson: title }),
    });
    return make(
      "div",
      { class: "sl-progress-lesson" },
      ...(onItsPage ? [] : [make("p", { class: "sl-progress-title" }, make("a", { href: page }, title))]),
      make("p", {}, bar, " ", make("span", { "data-part": "count" }, fill(strings.progress_done, { done, all: states.length }))),
      make("p", {}, make("a", { href: `${onItsPage ? "" : page}#${entry.id}`, "data-part": "go-on" }, fill(start, { title: entry.title }))),
    );
  }
}
