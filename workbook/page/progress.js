// <sl-progress>: how many exercises of a lesson, or of each lesson, are done, and where to go on.
import { make } from "./dom.js";
import { readManifest } from "./manifest.js";
import { isRecord } from "./record.js";
import { isAnswer, isDone } from "./rules.js";
import { NEAREST, pageStore, storeFor } from "./store.js";
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

/**
 * How an exercise stands. A group of versions is one exercise: done when one of them is, and to be found where it was
 * last answered or, before that, in the setting that the learner chose.
 * @param {import("./store.js").AnswerStore} store
 * @param {Entry} entry
 * @returns {State}
 */
export function stateOf(store, entry) {
  const own = (/** @type {Entry} */ one) => {
    const { found } = store.read(one.id);
    const usable = isRecord(found, one.kind) && isAnswer(one.kind, found.value);
    return { entry: one, saved: usable ? found.saved : "", done: usable && isDone(one.kind, found.value) };
  };
  if (!entry.versions) return own(entry);
  const nearest = store.setting(NEAREST);
  const states = entry.versions.map(({ setting, ...its }) => ({ ...own({ ...entry, ...its }), setting }));
  const saved = states.reduce((latest, one) => (one.saved > latest ? one.saved : latest), "");
  const at = states.find((one) => (saved ? one.saved === saved : one.setting === nearest)) || states[0];
  return { entry: at.entry, saved, done: states.some((one) => one.done) };
}

/** The exercises that count, of each group of versions one. @param {import("./manifest.js").Manifest} manifest */
export function countedIn(manifest) {
  return manifest.exercises.filter((entry) => !entry.of);
}

/**
 * How many of the exercises that count are done by some answers, of each group of versions one.
 * @param {import("./manifest.js").Manifest} manifest
 * @param {{ id: string, done: boolean, optional: boolean }[]} answers
 */
export function doneIn(manifest, answers) {
  const headOf = new Map(manifest.exercises.map((entry) => [entry.id, entry.of || entry.id]));
  return new Set(answers.filter((one) => one.done && !one.optional).map(({ id }) => headOf.get(id) || id)).size;
}

export class ProgressElement extends HTMLElement {
  life = new AbortController();

  connectedCallback() {
    this.classList.add("sl-alive");
    this.life = new AbortController();
    const { signal } = this.life;
    const manifest = readManifest();
    // Only as one comes: a line that came up with the first answer would move what is pressed from under the finger.
    const arrive = () => this.classList.toggle("sl-untouched", !this.draw(manifest));
    arrive();
    signal.addEventListener(
      "abort",
      pageStore().watchTogether(() => this.draw(manifest)),
    );
    window.addEventListener("pageshow", arrive, { signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** @param {import("./manifest.js").Manifest} manifest @returns {boolean} whether anything of it has been answered */
  draw(manifest) {
    const wanted = this.dataset.lesson;
    // The whole course counts what belongs to it; an optional page counts only itself.
    const counted = countedIn(manifest).filter((entry) => (wanted ? entry.lesson === wanted : !entry.optional));
    const slugs = [...new Set(counted.map((entry) => entry.lesson))];
    const cards = this.querySelector(".sl-cards");
    if (cards) this.drawCards(manifest);
    else this.replaceChildren(...slugs.map((slug) => this.lesson(manifest, slug, wanted !== undefined)));
    this.warn(manifest);
    return cards !== null || counted.some((entry) => stateOf(storeFor(this), entry).saved);
  }

  /** @param {import("./manifest.js").Manifest} manifest */
  warn(manifest) {
    this.querySelector(":scope > .sl-problem")?.remove();
    if (manifest.exercises.some((entry) => storeFor(this).read(entry.id).problem === "blocked")) {
      this.append(make("p", { class: "sl-problem" }, strings.progress_blocked));
    }
  }

  /** On the first page: what is done on each card, and one way on, where there is a link for it. @param {import("./manifest.js").Manifest} manifest */
  drawCards(manifest) {
    const cards = [...this.querySelectorAll(".sl-cards [data-lesson]")];
    const shown = new Set(cards.map((card) => card.getAttribute("data-lesson")));
    const counted = countedIn(manifest).filter((entry) => shown.has(entry.lesson));
    const states = counted.map((entry) => stateOf(storeFor(this), entry));
    const { entry } = whereToGoOn(states);
    const [begun, all] = [states.some((state) => state.saved), states.every((state) => state.done)];
    const slugs = [...new Set(counted.map((one) => one.lesson))];
    const lesson = fill(strings.progress_lesson, { n: slugs.indexOf(entry.lesson) + 1, title: manifest.lessons[entry.lesson] });
    const link = /** @type {HTMLAnchorElement | null} */ (this.querySelector("[data-part=go-on]"));
    if (link) {
      link.href = `${manifest.root}${entry.page}.html${begun && !all ? `#${entry.id}` : ""}`;
      link.textContent = fill(all ? strings.progress_all : begun ? strings.progress_on : strings.progress_start, { title: lesson });
    }
    for (const card of cards) {
      const own = states.filter((state) => state.entry.lesson === card.getAttribute("data-lesson"));
      const done = own.filter((state) => state.done).length;
      card.toggleAttribute("data-next", link !== null && begun && !all && entry.lesson === card.getAttribute("data-lesson"));
      card.querySelector(".sl-pips")?.remove();
      if (!own.some((state) => state.saved)) continue;
      const pips = own.map((state) => make("i", state.done ? { class: "sl-on" } : {}));
      const count = card.querySelector("[data-part=count]");
      if (count) count.textContent = fill(strings.progress_done, { done, all: own.length });
      count?.after(make("span", { class: "sl-pips", "aria-hidden": "true" }, ...pips));
    }
  }

  /** @param {import("./manifest.js").Manifest} manifest @param {string} slug @param {boolean} onItsPage */
  lesson(manifest, slug, onItsPage) {
    const states = countedIn(manifest)
      .filter((entry) => entry.lesson === slug)
      .map((entry) => stateOf(storeFor(this), entry));
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
