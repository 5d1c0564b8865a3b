// <sl-steps>: a lesson one section at a time. The page stays one document: without this script, on paper and in the
// browser's own search all of it is there, and who likes it better so reads it whole.
import { define, make, textOf } from "../dom.js";
import { readManifest } from "../manifest.js";
import { preference, setPreference } from "../preferences.js";
import { countedIn, isAnswered } from "../progress.js";
import { storeFor } from "../store.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";

/**
 * @typedef {Object} Step
 * @property {HTMLElement} section
 * @property {HTMLElement} heading
 * @property {Element[]} parts what is in sight with it: its section; before the first, the page's opening, too
 * @property {HTMLAnchorElement} link in the line of steps
 * @property {string[]} exercises their ids
 */

/** A heading's words without the sign that links to it. @param {Element} heading */
function titleOf(heading) {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  for (const sign of copy.querySelectorAll(".headerlink")) sign.remove();
  return textOf(copy);
}

export class StepsElement extends HTMLElement {
  /** @type {Step[]} */ steps = [];
  now = 0;
  whole = false;
  life = new AbortController();
  list = make("ol");
  view = make("button", { type: "button", class: "sl-whole", "data-part": "whole-page" });
  spoken = make("span", { class: "sl-spoken", role: "status" });
  foot = make("nav", { class: "sl-steps-foot", "aria-label": strings.steps_go_on });

  connectedCallback() {
    const page = this.parentElement;
    const sections = /** @type {HTMLElement[]} */ ([...(page?.querySelectorAll(":scope > section") || [])]);
    if (!page || sections.length < 3) return; // Too short to part.
    this.life = new AbortController();
    const { signal } = this.life;
    const course = readManifest().course;
    const opening = [...page.children].filter((one) => one !== this && one.localName !== "h1" && one.localName !== "section");
    const known = new Set(countedIn(readManifest()).map((entry) => entry.id));
    this.steps = sections.map((section, at) => {
      const heading = /** @type {HTMLElement} */ (section.querySelector("h2"));
      heading.tabIndex = -1;
      const parts = at === 0 ? [...opening, section] : [section];
      if (at === sections.length - 1) parts.push(...(page.parentElement?.querySelectorAll(":scope > .sl-lesson-end") || []));
      const link = /** @type {HTMLAnchorElement} */ (make("a", { href: `#${section.id}` }));
      const all = [...section.querySelectorAll(".sl-exercise[data-kind]")].filter((one) => known.has(one.id));
      const asked = all.filter((one) => !one.closest("details")); // What lies folded is for those who have time.
      const exercises = (asked.length ? asked : all).map((one) => one.id);
      return { section, heading, parts, link, exercises };
    });
    this.list.replaceChildren(...this.steps.map(({ link }) => make("li", {}, link)));
    this.append(make("nav", { "aria-label": strings.steps_label }, this.list, this.view), this.spoken);
    sections[sections.length - 1].after(this.foot);
    this.whole = preference(course, "view") === "whole";
    this.view.addEventListener("click", () => {
      this.whole = !this.whole;
      setPreference(course, "view", this.whole ? "whole" : "steps");
      this.show(this.now);
      this.spoken.textContent = this.whole ? strings.steps_said_whole : strings.steps_said_one;
    });
    // Before the browser follows a link of the page, what it leads to must be in sight.
    document.addEventListener("click", (event) => this.#follow(event), { signal, capture: true });
    window.addEventListener("popstate", () => this.#toHash(true), { signal });
    window.addEventListener("hashchange", () => this.#toHash(true), { signal });
    for (const [at, { parts }] of this.steps.entries())
      for (const one of parts) one.addEventListener("beforematch", () => this.show(at), { signal });
    signal.addEventListener(
      "abort",
      storeFor(this).watch(() => this.mark()),
    );
    window.addEventListener("pageshow", () => this.mark(), { signal });
    this.#toHash(false);
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** Which step holds an element; -1: none. @param {Element | null} element */
  stepOf(element) {
    return element ? this.steps.findIndex(({ parts }) => parts.some((one) => one.contains(element))) : -1;
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const id = decodeURIComponent(link?.getAttribute("href")?.slice(1) || "");
    const at = this.stepOf(document.getElementById(id));
    if (at < 0 || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.show(at);
    if (id !== this.steps[at].section.id || this.whole) return; // The browser goes to the place itself.
    event.preventDefault();
    if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    this.#begin();
  }

  /** To the step that the address names. @param {boolean} moved whether the reader has just gone there */
  #toHash(moved) {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    const at = this.stepOf(target);
    if (id && at < 0 && target) return; // To the top of the page, or to its menu.
    const before = this.now;
    this.show(Math.max(at, 0));
    if (this.whole) return;
    if (target && target !== this.steps[this.now].section) target.scrollIntoView();
    else if (moved && before !== this.now) this.#begin();
  }

  /** A step is read from its heading on. */
  #begin() {
    window.scrollTo({ top: 0, behavior: "instant" });
    this.steps[this.now].heading.focus({ preventScroll: true });
  }

  /** @param {number} at */
  show(at) {
    this.now = at;
    const { classList } = document.documentElement;
    classList.toggle("sl-stepping", !this.whole);
    classList.toggle("sl-first-step", at === 0);
    classList.toggle("sl-last-step", at === this.steps.length - 1);
    for (const [other, { parts }] of this.steps.entries()) {
      for (const one of parts) {
        one.classList.add("sl-step");
        if (this.whole || other === at) one.removeAttribute("hidden");
        // Not out of the browser's reach: its search and its links open it.
        else one.setAttribute("hidden", "until-found");
      }
    }
    this.view.textContent = this.whole ? strings.steps_one : strings.steps_whole;
    this.#footer();
    this.mark();
  }

  #footer() {
    const [before, after] = [this.steps[this.now - 1], this.steps[this.now + 1]];
    this.foot.hidden = this.whole;
    this.foot.replaceChildren();
    if (before) this.foot.append(make("a", { class: "sl-button", href: `#${before.section.id}`, "data-part": "back" }, strings.steps_back));
    if (after) {
      const words = fill(strings.steps_next, { title: titleOf(after.heading) });
      this.foot.append(make("a", { class: "sl-button sl-main", href: `#${after.section.id}`, "data-part": "next" }, words));
    }
  }

  /** What is done and where one is, in the line of steps and in the page's bar. */
  mark() {
    const kinds = new Map(readManifest().exercises.map((entry) => [entry.id, entry]));
    const store = storeFor(this);
    for (const [at, { link, heading, exercises }] of this.steps.entries()) {
      const done = exercises.length > 0 && exercises.every((id) => isAnswered(store, /** @type {any} */ (kinds.get(id))));
      link.dataset.done = String(done);
      if (at === this.now && !this.whole) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
      const words = fill(done ? strings.steps_link_done : strings.steps_link, { n: at + 1, title: titleOf(heading) });
      link.replaceChildren(make("span", { class: "sl-spoken" }, words));
      link.title = words;
    }
    const where = document.querySelector("[data-part=where-step]");
    const words = fill(strings.steps_where, { n: this.now + 1, all: this.steps.length });
    if (where) where.textContent = this.whole ? "" : `, ${words}`;
  }
}

define("sl-steps", StepsElement);
