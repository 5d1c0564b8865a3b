// <sl-directory>: search and filters over the list of places that is in the page already.
import { define, make, part, textOf } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { fitsFilter, plainLetters } from "./filter.js";

/** @typedef {import("./filter.js").Listed & { element: HTMLElement }} Row */

const SPOKEN = 600; // ms of quiet before a count is spoken: not one for each key

export class DirectoryElement extends HTMLElement {
  /** @type {Row[]} */ rows = [];
  /** @type {number | undefined} */ speaking = undefined;

  connectedCallback() {
    if (this.classList.contains("sl-alive")) return;
    this.classList.add("sl-alive");
    this.rows = [...this.querySelectorAll("li.sl-entry")]
      .filter((one) => one instanceof HTMLElement)
      .map((element) => ({
        element,
        // What was not found is no word of the entry: a search for 'partners' should not find all that lack them.
        text: plainLetters(
          [element.dataset.strand || "", element.dataset.searched || "", ...[...element.querySelectorAll("h4, dd")].map(textOf)].join(" "),
        ),
        theme: element.dataset.theme || "",
        strand: element.dataset.strand || "",
        kinds: (element.dataset.kinds || "").split("|"),
      }));
    this.build();
    this.filter();
  }

  build() {
    const search = make("input", {
      type: "search",
      id: `${this.id}-search`,
      name: "search",
      autocomplete: "off",
      "aria-describedby": `${this.id}-hint`,
    });
    const reset = make("button", { type: "reset" }, strings.directory_reset);
    const form = make(
      "form",
      { role: "search", "aria-label": strings.directory_search_form, novalidate: "" },
      make(
        "div",
        { class: "sl-field" },
        make("label", { for: search.id }, strings.directory_search),
        make("p", { class: "sl-hint", id: `${this.id}-hint` }, strings.directory_search_hint),
        search,
      ),
      this.choice(
        "theme",
        strings.directory_by_theme,
        this.rows.map((row) => [row.theme]),
        (value) => value,
      ),
      this.choice(
        "strand",
        strings.directory_by_strand,
        this.rows.map((row) => [row.strand]),
        (value) => value,
      ),
      this.choice(
        "kind",
        strings.directory_by_kind,
        this.rows.map((row) => row.kinds),
        (value) => strings[`directory_kind_${value.replace(" ", "_")}`],
      ),
      reset,
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.filter());
    // The fields are empty only after the event.
    form.addEventListener("reset", () => window.setTimeout(() => this.filter()));
    part(this, "controls").replaceChildren(
      form,
      make("p", { class: "sl-count", "data-part": "count" }),
      make("p", { class: "sl-live", role: "status", "aria-live": "polite", "data-part": "live" }),
    );
  }

  /**
   * A native list of choices, each with how many entries it has.
   * @param {string} name
   * @param {string} label
   * @param {string[][]} found the values of each entry
   * @param {(value: string) => string} said
   */
  choice(name, label, found, said) {
    const id = `${this.id}-${name}`;
    const values = [...new Set(found.flat())];
    const options = values.map((value) => {
      const text = said(value);
      const count = found.filter((of) => of.includes(value)).length;
      return make("option", { value }, `${text[0].toUpperCase()}${text.slice(1)} (${count})`);
    });
    const select = make("select", { id, name }, make("option", { value: "" }, strings.directory_all), ...options);
    return make("div", { class: "sl-field" }, make("label", { for: id }, label), select);
  }

  /** Show the entries that fit, and say how many. */
  filter() {
    const form = this.querySelector("form");
    if (!form) return;
    const data = new FormData(form);
    const wanted = (/** @type {string} */ name) => String(data.get(name) || "");
    const fits = { search: wanted("search"), theme: wanted("theme"), strand: wanted("strand"), kind: wanted("kind") };
    const shown = this.rows.filter((row) => {
      row.element.hidden = !fitsFilter(row, fits);
      return !row.element.hidden;
    });
    for (const group of this.querySelectorAll('[data-part="group"]')) {
      if (group instanceof HTMLElement) group.hidden = !group.querySelector("li.sl-entry:not([hidden])");
    }
    const counted = shown.length ? fill(strings.directory_count, { n: shown.length, all: this.rows.length }) : strings.directory_none;
    const count = part(this, "count");
    const first = count.textContent === "";
    count.textContent = counted;
    clearTimeout(this.speaking);
    if (!first) this.speaking = window.setTimeout(() => (part(this, "live").textContent = counted), SPOKEN);
  }
}

define("sl-directory", DirectoryElement);
