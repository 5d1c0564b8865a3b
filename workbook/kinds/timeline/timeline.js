// <sl-timeline>: milestones as a list and on a line; some of them marked, and why.
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { strings } from "../../page/strings.js";
import { shape } from "../../page/svg.js";
import { fill, wellFormed } from "../../page/text.js";
import { LANE_HEAD, placedInLanes } from "./lanes.js";

/**
 * @typedef {{ id: string, why: string }} Mark
 * @typedef {{ marks: Mark[] }} Marked
 */

const READ_AT_ONCE = 12; // entries; a longer list begins with a few

export class TimelineElement extends ExerciseElement {
  /** @type {Map<string, string>} the reasons written so far, also of marks taken back */ reasons = new Map();
  width = 0;

  enhance() {
    this.addEventListener("change", (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
      if (box.closest("[data-part=filter]")) this.filter();
      else this.mark(box);
    });
    this.addEventListener("input", (event) => {
      if (event.target instanceof HTMLTextAreaElement) this.reasons.set(event.target.name, event.target.value);
    });
    new ResizeObserver(() => {
      if (Math.abs(this.clientWidth - this.width) > 4) this.draw();
    }).observe(this);
    this.shorten();
    this.filter();
  }

  /** Begin a long list with the first and the last of each field: the sheet hides the others, on a screen, until asked for. */
  shorten() {
    const items = this.items();
    if (items.length <= READ_AT_ONCE) return;
    const ends = this.lanes().flatMap(({ id }) => {
      const mine = items.filter((item) => item.dataset.lane === id);
      return [mine[0], mine[mine.length - 1]];
    });
    for (const item of items) item.classList.toggle("sl-between", !ends.includes(item));
    const n = items.length;
    const button = make("button", { type: "button" });
    const show = (/** @type {boolean} */ few) => {
      this.classList.toggle("sl-few", few);
      button.textContent = few ? fill(strings.timeline_all, { n }) : strings.timeline_few;
    };
    show(true);
    button.addEventListener("click", () => {
      show(!this.classList.contains("sl-few"));
      this.say(this.classList.contains("sl-few") ? strings.timeline_ends : fill(strings.timeline_whole, { n }));
    });
    this.querySelector("ol")?.before(make("div", { class: "sl-short" }, make("p", { class: "sl-hint" }, strings.timeline_ends), button));
  }

  get most() {
    return Number(this.querySelector("[data-most]")?.getAttribute("data-most"));
  }

  /** @returns {HTMLLIElement[]} */
  items() {
    return [...this.querySelectorAll("li")].filter((one) => one.dataset.milestone);
  }

  /** @param {HTMLElement} item @returns {HTMLInputElement} */
  boxOf(item) {
    return /** @type {HTMLInputElement} */ (item.querySelector("input"));
  }

  /** @returns {{ id: string, name: string, on: boolean }[]} the fields, and which are asked for */
  lanes() {
    const boxes = [...part(this, "filter").querySelectorAll("input")];
    const none = !boxes.some((box) => box.checked);
    return boxes.map((box) => ({
      id: box.value,
      name: textOf(/** @type {HTMLElement} */ (box.closest("label"))),
      on: none || box.checked,
    }));
  }

  /** Show the fields asked for; what is marked stays in sight. */
  filter() {
    const on = new Set(this.lanes().flatMap(({ id, on }) => (on ? [id] : [])));
    for (const item of this.items()) item.classList.toggle("sl-out", !on.has(item.dataset.lane || "") && !this.boxOf(item).checked);
    const seen = this.items().filter((item) => on.has(item.dataset.lane || ""));
    const years = seen.map((item) => item.dataset.year || "");
    const text = fill(strings.timeline_count, { n: seen.length, first: years[0], last: years[years.length - 1] });
    if (part(this, "count").textContent !== text) this.say(text);
    part(this, "count").textContent = text;
    this.draw();
  }

  /** @param {HTMLInputElement} box */
  mark(box) {
    const item = /** @type {HTMLLIElement} */ (box.closest("li"));
    if (box.checked && this.marked().length > this.most) {
      box.checked = false;
      this.report(fill(strings.timeline_most, { n: this.most }));
      return;
    }
    item.classList.remove("sl-between"); // Taken back, it stays where the focus is.
    this.place(item);
    this.filter();
    this.say(fill(box.checked ? strings.timeline_marked : strings.timeline_unmarked, { n: this.marked().length, most: this.most }));
    this.save();
  }

  /** @returns {HTMLLIElement[]} */
  marked() {
    return this.items().filter((item) => this.boxOf(item).checked);
  }

  /** A marked milestone has a field for the reason, and no other has. @param {HTMLLIElement} item */
  place(item) {
    const id = item.dataset.milestone || "";
    const there = item.querySelector(".sl-field");
    item.classList.toggle("sl-marked", this.boxOf(item).checked);
    if (!this.boxOf(item).checked) there?.remove();
    else if (!there) {
      const area = /** @type {HTMLTextAreaElement} */ (make("textarea", { id: `${this.id}-${id}-why`, name: id, rows: "2" }));
      area.value = this.reasons.get(id) || "";
      item.append(
        make(
          "div",
          { class: "sl-field" },
          make("label", { for: area.id }, fill(strings.timeline_why, { who: textOf(part(item, "who")) })),
          area,
        ),
      );
    }
  }

  draw() {
    this.width = this.clientWidth;
    const box = part(this, "line");
    const width = Math.max(240, Math.min(box.clientWidth || 640, 760));
    const lanes = this.lanes().filter(({ on }) => on);
    const all = this.items();
    const years = all.map((item) => Number(item.dataset.year));
    const shown = all.filter((item) => lanes.some(({ id }) => id === item.dataset.lane));
    const dated = shown.map((item) => ({ year: Number(item.dataset.year), lane: item.dataset.lane || "" }));
    const placed = placedInLanes(
      dated,
      lanes.map(({ id }) => id),
      width,
      [Math.min(...years), Math.max(...years)],
    );
    const told = lanes.map(({ id, name }) =>
      fill(strings.timeline_lane, { name, years: dated.flatMap((one) => (one.lane === id ? [one.year] : [])).join(", ") }),
    );
    const id = `${this.id}-line`;
    const foot = placed.height - 8;
    box.replaceChildren(
      shape(
        "svg",
        {
          viewBox: `0 0 ${width} ${placed.height}`,
          width,
          height: placed.height,
          role: "img",
          "aria-labelledby": `${id}-title ${id}-desc`,
        },
        shape("title", { id: `${id}-title` }, strings.timeline_picture),
        shape("desc", { id: `${id}-desc` }, told.join(" ")),
        ...placed.ticks.flatMap(({ x, year }) => [
          shape("line", { class: "sl-year", x1: x, x2: x, y1: 0, y2: foot - 16 }),
          shape("text", { x, y: foot, "text-anchor": "middle" }, String(year)),
        ]),
        ...placed.lanes.flatMap(({ top, y }, index) => [
          shape("line", { class: "sl-lane-line", x1: 0, x2: width, y1: y, y2: y }),
          shape("text", { class: "sl-lane-name", x: 2, y: top + LANE_HEAD - 6 }, lanes[index].name),
        ]),
        ...placed.spots.map(({ x, y }, index) =>
          this.boxOf(shown[index]).checked
            ? shape("path", { class: "sl-mark-spot", d: `M${x} ${y - 8}l8 8l-8 8l-8-8z` })
            : shape("circle", { cx: x, cy: y, r: 5 }),
        ),
      ),
    );
  }

  /** @returns {Marked} */
  read() {
    return {
      marks: this.marked().map((item) => ({
        id: item.dataset.milestone || "",
        why: wellFormed(item.querySelector("textarea")?.value || ""),
      })),
    };
  }

  /** @param {Marked} value */
  show(value) {
    const known = this.items();
    this.reasons = new Map(value.marks.map(({ id, why }) => [id, why]));
    for (const item of known) {
      this.boxOf(item).checked = this.reasons.has(item.dataset.milestone || "");
      item.querySelector(".sl-field")?.remove();
      this.place(item);
    }
    this.filter();
    return value.marks.every(({ id }) => known.some((item) => item.dataset.milestone === id));
  }

  /** @param {Marked} value */
  summary(value) {
    return value.marks.map(({ id, why }) => {
      const item = this.items().find((one) => one.dataset.milestone === id);
      return [
        item ? `${item.dataset.year}, ${textOf(part(item, "who"))}: ${textOf(part(item, "idea"))}` : id,
        why.trim() ? why : strings.timeline_no_reason,
      ];
    });
  }
}

defineKind("timeline", TimelineElement);
