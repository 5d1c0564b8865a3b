// <sl-timeline>: milestones on a river of time and as a list; some of them marked, and why.
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { bringIntoView } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { fill, wellFormed } from "../../page/text.js";
import { placedInLanes } from "./lanes.js";
import { dotBeside, riverOf } from "./river.js";

/**
 * @typedef {{ id: string, why: string }} Mark
 * @typedef {{ marks: Mark[] }} Marked
 */

const READ_AT_ONCE = 12; // entries; a longer list begins with a few

export class TimelineElement extends ExerciseElement {
  /** @type {Map<string, string>} the reasons written so far, also of marks taken back */ reasons = new Map();
  /** @type {HTMLLIElement[]} all entries, by year, wherever they stand */ all = [];
  opened = ""; // the entry that stands beside its dot
  reachable = ""; // the dot that Tab reaches in its stream
  width = 0;

  enhance() {
    this.all = [...this.querySelectorAll("li")].filter((one) => one.dataset.milestone);
    this.enhanceRiver();
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
    return this.all;
  }

  /** Dots open their entries, and entries show their dots. */
  enhanceRiver() {
    const line = part(this, "line");
    for (const item of this.all) {
      const button = make("button", { type: "button", class: "sl-bare sl-to-dot" }, strings.timeline_to_dot);
      button.setAttribute("aria-label", fill(strings.timeline_to_dot_of, { name: nameOf(item) }));
      button.addEventListener("click", () => this.open(item.dataset.milestone || "", true));
      item.append(button);
    }
    line.addEventListener("click", (event) => {
      const dot = event.target instanceof Element ? event.target.closest(".sl-dot") : null;
      if (dot instanceof HTMLElement) this.open(dot.dataset.dot || "");
    });
    line.addEventListener("keydown", (event) => {
      const dot = event.target instanceof HTMLElement && event.target.matches(".sl-dot") ? event.target : null;
      if (event.key === "Escape" && this.opened) return this.open(this.opened);
      const next = dot ? dotBeside(dot, event.key) : null;
      if (!dot || !next) return;
      event.preventDefault();
      dot.tabIndex = -1;
      next.tabIndex = 0;
      this.reachable = next.dataset.dot || "";
      next.focus();
    });
  }

  /** Put an entry beside its dot; pressed again, back into the list. @param {string} id @param {boolean} [fromList] */
  open(id, fromList = false) {
    const item = this.all.find((one) => one.dataset.milestone === id);
    if (!item) return;
    // A field that is filtered out has no stream: show it too.
    const filter = [...part(this, "filter").querySelectorAll("input")];
    const box = filter.find((one) => one.value === item.dataset.lane);
    if (fromList && box && filter.some((one) => one.checked)) box.checked = true;
    const close = this.opened === id && !fromList;
    this.putBack();
    this.opened = close ? "" : id;
    this.reachable = id;
    this.filter(true);
    const dot = this.dotOf(id);
    dot?.focus({ preventScroll: true });
    if (close) this.say(fill(strings.timeline_closed, { name: nameOf(item) }));
    else {
      const card = this.querySelector(".sl-opened");
      // The dot first, then as much of its entry as there is room for.
      if (fromList && dot) bringIntoView(dot.parentElement?.parentElement || dot);
      if (card) bringIntoView(card);
      this.say(`${nameOf(item)}. ${textOf(part(item, "idea"))}`);
    }
  }

  /** @param {string} id */
  dotOf(id) {
    const dot = this.querySelector(`[data-dot="${id}"]`);
    return dot instanceof HTMLElement ? dot : null;
  }

  /** The opened entry goes back to its place in the list. */
  putBack() {
    const item = this.all.find((one) => one.dataset.milestone === this.opened);
    const list = this.querySelector("ol[data-most]");
    if (!item || !list) return;
    const next = this.all.slice(this.all.indexOf(item) + 1).find((one) => one.parentElement === list);
    list.insertBefore(item, next ?? null);
    this.opened = "";
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

  /** Show the fields asked for; what is marked stays in sight. @param {boolean} [quiet] */
  filter(quiet = false) {
    const on = new Set(this.lanes().flatMap(({ id, on }) => (on ? [id] : [])));
    for (const item of this.items()) item.classList.toggle("sl-out", !on.has(item.dataset.lane || "") && !this.boxOf(item).checked);
    const seen = this.items().filter((item) => on.has(item.dataset.lane || ""));
    const years = seen.map((item) => item.dataset.year || "");
    const text = fill(strings.timeline_count, { n: seen.length, first: years[0], last: years[years.length - 1] });
    if (!quiet && part(this, "count").textContent !== text) this.say(text);
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
      item
        .querySelector("label")
        ?.after(
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
    const focused = document.activeElement;
    const spots = shown.map((item) => ({
      id: item.dataset.milestone || "",
      lane: item.dataset.lane || "",
      name: nameOf(item),
      marked: this.boxOf(item).checked,
      open: item.dataset.milestone === this.opened,
    }));
    const open = shown.find((item) => item.dataset.milestone === this.opened);
    if (this.opened && !open) this.putBack();
    const card = open && make("ol", { class: "sl-milestones sl-opened" }, open);
    box.replaceChildren(...riverOf(placed, lanes, spots, width, this.reachable));
    if (open && card) box.querySelector(`[data-stream="${open.dataset.lane}"]`)?.append(card);
    if (focused instanceof HTMLElement && focused !== document.activeElement && this.contains(focused))
      focused.focus({ preventScroll: true });
    else if (focused instanceof HTMLElement && focused.dataset.dot) this.dotOf(focused.dataset.dot)?.focus({ preventScroll: true });
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
    this.putBack();
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

/** Year and names of an entry. @param {HTMLElement} item */
function nameOf(item) {
  return `${item.dataset.year}, ${textOf(part(item, "who"))}`;
}

defineKind("timeline", TimelineElement);
