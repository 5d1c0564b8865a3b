// <sl-portfolio>: everything written so far, by lesson, in order; what is open; ways to take it away.
import { define, make, saidList, textOf } from "../dom.js";
import { countedIn, doneIn } from "../progress.js";
import { pageStore } from "../store.js";
import { strings } from "../strings.js";
import { dateText, fill } from "../text.js";
import { chaptersOf } from "./chapters.js";
import { exportSection } from "./export.js";
import { blockedNote } from "./framed.js";
import { importSection } from "./import.js";
import { reminder } from "./keeping.js";
import { privacySection } from "./privacy.js";

/**
 * @typedef {import("../browser_store.js").BrowserStore} BrowserStore
 * @typedef {import("./chapters.js").Shown} Shown
 * @typedef {import("./chapters.js").ShownChapter} ShownChapter
 */

/** As wide as a phone: there all that one has written is more than thirty screens long. */
const NARROW = "(max-width: 600px)";

export class PortfolioElement extends HTMLElement {
  life = new AbortController();
  /** @type {Map<string, boolean>} which chapters a learner has opened or shut, by title */ folds = new Map();

  connectedCallback() {
    this.life = new AbortController();
    const store = pageStore();
    const live = make("p", { class: "sl-portfolio-say", role: "status", "aria-live": "polite" });
    const say = (/** @type {string} */ text) => {
      live.textContent = text;
    };
    const list = make("div", { class: "sl-portfolio-list" });
    const refresh = () => this.draw(store, list);
    this.classList.add("sl-alive");
    try {
      store.all();
    } catch {
      this.replaceChildren(...blockedNote());
      return;
    }
    this.replaceChildren(
      exportSection(store, () => chaptersOf(store), say),
      importSection(store, say),
      privacySection(store, say, refresh),
      live,
      list,
    );
    refresh();
    this.life.signal.addEventListener("abort", store.watchTogether(refresh));
    window.addEventListener("pageshow", refresh, { signal: this.life.signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** @param {BrowserStore} store @param {HTMLElement} list */
  draw(store, list) {
    const chapters = chaptersOf(store);
    const given = chapters.flatMap((chapter) => (chapter.brief ? [] : chapter.answers));
    const done = doneIn(store.manifest, given);
    const all = countedIn(store.manifest).filter((entry) => !entry.optional).length;
    const due = reminder(store);
    const shut = matchMedia(NARROW).matches && chapters.filter((one) => !one.brief && one.answers.length).length > 1;
    for (const one of list.querySelectorAll("details")) this.folds.set(textOf(one.children[0]), one.open);
    list.replaceChildren(
      ...(due ? [make("p", { class: "sl-remind", "data-part": "remind" }, due)] : []),
      make(
        "p",
        { "data-part": "count" },
        given.length ? fill(strings.portfolio_count, { n: given.length, done, all }) : strings.portfolio_none,
      ),
      ...chapters.map((chapter) => chapterOf(chapter, this.folds.get(chapter.title) ?? !shut)),
      ...quarantinedIn(store),
    );
  }
}

/** What stands in brief is in sight; a lesson folds. @param {ShownChapter} chapter @param {boolean} open */
function chapterOf(chapter, open) {
  const link = (/** @type {string} */ href, /** @type {string} */ title) => (href ? make("a", { href }, title) : title);
  const heading = make("h2", {}, chapter.title);
  const answers = [
    ...chapter.answers.map((answer) =>
      make(
        "section",
        { class: "sl-written", [chapter.brief ? "data-brief" : "data-id"]: answer.id },
        make("h3", {}, link(answer.href, answer.title)),
        ...(chapter.brief ? [] : [make("p", { class: "sl-asked" }, answer.asked)]),
        saidList(answer.said, strings.empty),
        ...(chapter.brief ? [] : [make("p", { class: "sl-when" }, whenOf(answer))]),
      ),
    ),
    ...(chapter.openLinks.length
      ? [
          make("h3", {}, strings.portfolio_open_label),
          make("ul", { class: "sl-open" }, ...chapter.openLinks.map((one) => make("li", {}, link(one.href, one.title)))),
        ]
      : []),
  ];
  if (chapter.brief) return make("section", {}, heading, ...answers);
  return make("details", { class: "sl-chapter", ...(open ? { open: "" } : {}) }, make("summary", {}, heading), ...answers);
}

/** @param {Shown} answer */
function whenOf({ saved, done }) {
  const date = dateText(saved, { dateStyle: "long", timeStyle: "short" });
  return fill(done ? strings.portfolio_saved : strings.portfolio_begun, { date });
}

/** What was set aside, to take away as it is. @param {BrowserStore} store */
function quarantinedIn(store) {
  const aside = store.quarantined();
  const n = Object.keys(aside).length;
  if (n === 0) return [];
  const href = URL.createObjectURL(new Blob([JSON.stringify(aside, null, 1)], { type: "text/plain" }));
  return [
    make("p", {}, fill(strings.portfolio_aside, { n }), " ", make("a", { href, download: "set-aside.txt" }, strings.portfolio_aside_take)),
  ];
}

define("sl-portfolio", PortfolioElement);
