// <sl-versions>: one exercise in several settings, one of them in sight: the one that the learner chose as the nearest,
// or else the one they answered, or the group's head. The others are a press away. Each keeps its own answer.
import { define, make } from "../dom.js";
import { readManifest } from "../manifest.js";
import { stateOf } from "../progress.js";
import { NEAREST, storeFor } from "../store.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";

export class VersionsElement extends HTMLElement {
  life = new AbortController();
  /** @type {HTMLElement[]} */ versions = [];
  bar = make("div", { class: "sl-version-bar", role: "group", "aria-label": strings.versions_label });
  always = make("button", { type: "button", class: "sl-button", "data-part": "always" });
  said = make("p", { class: "sl-version-said", role: "status", tabindex: "-1" });
  told = make("span", { class: "sl-spoken", role: "status" }); // What one sees: which name is underlined.
  /** @type {string} the setting in sight */ setting = "";

  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    if (!this.classList.contains("sl-alive")) this.enhance();
    this.#choose();
    signal.addEventListener(
      "abort",
      storeFor(this).watch((id) => {
        if (id === null || id === `kept/${NEAREST}`) this.#choose();
        else this.#mark();
      }),
    );
    window.addEventListener("hashchange", () => this.#toHash(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#choose(), { signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  enhance() {
    this.classList.add("sl-alive");
    this.versions = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(":scope > .sl-version")]);
    for (const version of this.versions) {
      const button = make("button", { type: "button", "data-of": version.dataset.setting || "" });
      button.addEventListener("click", () => {
        this.show(version.dataset.setting || "");
        this.#carry();
        this.told.textContent = fill(strings.versions_now, { setting: this.#title(this.setting) });
      });
      this.bar.append(button);
      // The browser's own search, or a link, has found something in it.
      version.addEventListener("beforematch", () => this.show(version.dataset.setting || ""));
    }
    this.always.addEventListener("click", () => {
      const title = this.#title(this.setting);
      storeFor(this).keep(NEAREST, this.setting);
      this.said.textContent = fill(strings.versions_chosen, { setting: title });
      this.said.focus(); // The button is gone with its press.
    });
    // One goes through the exercise before one asks for all others like it.
    this.prepend(this.bar, this.told);
    this.append(this.always, this.said);
  }

  /** Its entry in the list of exercises. */
  get entry() {
    return readManifest().exercises.find((one) => one.id === this.dataset.of);
  }

  /** @param {string} setting */
  #title(setting) {
    const found = this.versions.find((one) => one.dataset.setting === setting);
    return found?.querySelector(".sl-version-name")?.textContent?.trim() || "";
  }

  /** The version that the group begins with. @returns {HTMLElement | null | undefined} */
  get #head() {
    return document.getElementById(this.dataset.of || "")?.closest(".sl-version");
  }

  /** The rest of the page comes in this setting, too, unless the learner has chosen one; what they answered stays in sight. */
  #carry() {
    const store = storeFor(this);
    if (store.setting(NEAREST)) return;
    const groups = /** @type {VersionsElement[]} */ ([...document.querySelectorAll("sl-versions.sl-alive")]);
    for (const one of groups.slice(groups.indexOf(this) + 1)) if (!one.entry || !stateOf(store, one.entry).saved) one.show(this.setting);
  }

  #choose() {
    const store = storeFor(this);
    const nearest = store.setting(NEAREST);
    const known = this.versions.some((one) => one.dataset.setting === nearest);
    const last = this.entry ? stateOf(store, this.entry) : null;
    const answered = last?.saved ? document.getElementById(last.entry.id)?.closest(".sl-version") : null;
    // With nothing chosen and nothing answered, the one that the group began with.
    const first = /** @type {HTMLElement} */ (answered || this.#head || this.versions[0]);
    this.show(known ? nearest : first.dataset.setting || "");
    this.#toHash();
  }

  /** Where the address names something in a version that is out of sight, bring it into sight. */
  #toHash() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    const version = this.versions.find((one) => target && one.contains(target));
    if (!version || !target || version.dataset.setting === this.setting) return;
    this.show(version.dataset.setting || "");
    target.scrollIntoView();
  }

  /** Bring one version into sight. @param {string} setting */
  show(setting) {
    this.setting = setting;
    this.said.textContent = "";
    for (const version of this.versions) {
      if (version.dataset.setting === setting) version.removeAttribute("hidden");
      else version.setAttribute("hidden", "until-found");
    }
    this.#mark();
  }

  /** Which one is in sight, and which are done. */
  #mark() {
    const store = storeFor(this);
    const entry = this.entry;
    for (const button of this.bar.querySelectorAll("button")) {
      const setting = button.dataset.of || "";
      const its = entry?.versions?.find((one) => one.setting === setting);
      const done = Boolean(entry && its && stateOf(store, { ...entry, ...its, versions: undefined }).done);
      const title = this.#title(setting);
      button.setAttribute("aria-pressed", String(setting === this.setting));
      button.textContent = title;
      // The mark has its room from the start: nothing below moves when it comes.
      button.classList.toggle("sl-done", done);
      if (done) button.append(make("span", { class: "sl-spoken" }, fill(strings.versions_done, { setting: "" })));
    }
    // With nothing chosen, every exercise comes as its group begins: that is so already.
    this.always.hidden = this.setting === (store.setting(NEAREST) || this.#head?.dataset.setting);
    this.always.textContent = fill(strings.versions_always, { setting: this.#title(this.setting) });
  }
}

define("sl-versions", VersionsElement);
