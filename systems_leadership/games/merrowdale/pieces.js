// Small pieces of the screen that several of its parts use.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { shape } from "workbook/page/svg.js";
import { fill } from "workbook/page/text.js";
import { besideTarget, figureText, standing, targetText } from "./saying.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {{ value: number, words: string }} Way
 */

/** A drawing of the place, for the eye alone. @param {string} name @param {string} [box] */
export function drawing(name, box = "0 0 34 56") {
  return shape("svg", { class: "sl-art", viewBox: box, "aria-hidden": "true", focusable: "false" }, shape("use", { href: `#m-${name}` }));
}

/** @param {string} words @param {() => void} pressed @param {string} [classes] */
export function pressable(words, pressed, classes = "") {
  const button = make("button", { type: "button", ...(classes ? { class: classes } : {}) }, words);
  button.addEventListener("click", pressed);
  return button;
}

/** A heading that can be given the focus when a screen is new. @param {string} words */
export function headOf(words) {
  return make("h4", { tabindex: "-1", "data-part": "live-head" }, words);
}

/** @param {string} words */
export const subhead = (words) => make("h5", {}, words);

/**
 * A question with a few ways, one of which is taken.
 * @param {string} name of the group, unique on the page
 * @param {string} question
 * @param {Way[]} ways
 * @param {number | undefined} taken
 * @param {(value: number) => void} chosen
 * @param {string} [hint]
 */
export function wayChoice(name, question, ways, taken, chosen, hint = "") {
  const chips = ways.map(({ value, words }) => {
    const input = /** @type {HTMLInputElement} */ (make("input", { type: "radio", name, value: String(value) }));
    input.checked = value === taken;
    input.addEventListener("change", () => chosen(value));
    return make("label", { class: "sl-chip" }, input, make("span", {}, words));
  });
  const hinted = hint ? [make("p", { class: "sl-hint", id: `${name}-hint` }, hint)] : [];
  return make(
    "fieldset",
    { class: "sl-live-choice", ...(hint ? { "aria-describedby": `${name}-hint` } : {}) },
    make("legend", {}, question),
    ...hinted,
    make("div", { class: "sl-row" }, ...chips),
  );
}

/** How a figure stands, by a mark and a word. @param {"green" | "amber" | "red"} how */
export function mark(how) {
  const words = { green: strings.live_green, amber: strings.live_amber, red: strings.live_red }[how];
  return make("span", { class: "sl-live-mark", "data-standing": how }, make("i", { "aria-hidden": "true" }), words);
}

/**
 * One's own figures, with what one is held to.
 * @param {GameData} data @param {string} role @param {Numbers | null} now @param {Numbers | null} before @param {Numbers} start what is there before anything is counted
 */
export function ownFigures(data, role, now, before, start) {
  const { targets, own } = data.roles[role];
  const held = targets.map((/** @type {any} */ one) => one.figure);
  const names = [...new Set(now ? [...held, ...own] : held)].filter(
    (name) => !name.endsWith("_fell") || targets.some((/** @type {any} */ one) => one.figure === name),
  );
  const rows = names.map((name) => {
    const target = targets.find((/** @type {any} */ one) => one.figure === name);
    const label = make("th", { scope: "row" }, data.figures[name].label);
    if (target) label.append(make("small", {}, targetText(data, role, target)));
    const seen = now ?? start;
    const value = make(
      "td",
      { class: "sl-live-number" },
      seen[name] === undefined ? make("small", {}, strings.live_not_yet) : besideTarget(data, target, name, seen[name]),
    );
    // In the cell of its number: a column of its own would squeeze the names of figures on a desk.
    if (target && seen[name] !== undefined) value.append(mark(standing(target, seen[name])));
    if (!now && seen[name] !== undefined) value.append(make("small", {}, strings.live_at_start));
    if (now && before && figureText(data, name, before[name]) !== figureText(data, name, now[name])) {
      value.append(make("small", {}, fill(strings.live_was, { n: figureText(data, name, before[name]) })));
    }
    return make("tr", {}, label, value);
  });
  const heads = [strings.live_figure, strings.live_last_quarter].map((words) => make("th", { scope: "col" }, words));
  return make(
    "table",
    { class: "sl-live-figures" },
    make("thead", { class: "sl-spoken-head" }, make("tr", {}, ...heads)),
    make("tbody", {}, ...rows),
  );
}

/** Something that somebody says. @param {GameData} data @param {string} who @param {string} words @param {Node[]} more */
export function speech(data, who, words, more = []) {
  const { person, name } = data.roles[who] ?? { person: who, name: "" };
  return make(
    "li",
    { class: "sl-live-speech" },
    drawing(person),
    make("div", {}, ...(name ? [make("strong", {}, name)] : []), make("p", {}, words), ...more),
  );
}

/** A fold. @param {string} words @param {(Node | string)[]} inside */
export function fold(words, inside) {
  return make("details", { class: "sl-live-fold" }, make("summary", {}, words), ...inside);
}

/**
 * A table that scrolls within its own room.
 * @param {string} caption @param {string[]} heads @param {(string | Node)[][]} rows the first of each is its head
 */
export function wideTable(caption, heads, rows) {
  const cell = (/** @type {string | Node} */ inside, /** @type {number} */ at) =>
    at ? make("td", {}, inside) : make("th", { scope: "row" }, inside);
  return make(
    "div",
    { class: "sl-live-scroll", tabindex: "0", role: "region", "aria-label": caption },
    make(
      "table",
      {},
      make("caption", { class: "sl-spoken" }, caption),
      make("thead", {}, make("tr", {}, ...heads.map((words, at) => (at || words ? make("th", { scope: "col" }, words) : make("td"))))),
      make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map(cell)))),
    ),
  );
}
