// The end of a round: what one's own board says, and what three residents say.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { figuresAt } from "./desk.js";
import { headOf, pressable, speech, subhead } from "./pieces.js";
import { residentsSay, standing } from "./saying.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Played} Played
 */

const WHO = ["driver", "daughter", "tenant"];

/** How a figure stood in each quarter. @param {GameData} data @param {Played} played @param {string} role @param {any} target */
function standingsOf(data, played, role, target) {
  return played.quarters.map((_, at) => {
    const figures = figuresAt(data, played, role, played.quarters.length - at);
    return standing(target, figures?.[target.figure] ?? 0);
  });
}

/** The same, in squares and words. @param {GameData} data @param {Played} played @param {string} role @param {any} target @param {string} [said] */
export function standings(data, played, role, target, said = strings.live_standings) {
  const each = standingsOf(data, played, role, target);
  const count = (/** @type {string} */ how) => each.filter((one) => one === how).length;
  const words = fill(said, { green: count("green"), amber: count("amber"), red: count("red"), all: each.length });
  const squares = each.map((how) => make("i", { "data-standing": how }));
  return make("span", { class: "sl-live-squares" }, make("span", { "aria-hidden": "true" }, ...squares), make("span", {}, words));
}

/** @param {GameData} data @param {Played} played */
export function residents(data, played) {
  return make("ul", { class: "sl-live-speeches" }, ...residentsSay(data, played).map((words, at) => speech(data, WHO[at], words)));
}

/**
 * @param {GameData} data @param {Played} played @param {string} role
 * @param {{ on: (next: string) => void, look: () => void, again: () => void, next: string[] }} ways `next`: the rounds that can come, if any can
 */
export function roundEnd(data, played, role, { on, look, again, next }) {
  const { number } = played.setup;
  const alone = number === 1 && role ? [make("p", {}, strings.live_end_alone)] : [];
  const targets = role ? data.roles[role].targets : [];
  const half = data.quarters / 2;
  const off = targets.some((/** @type {any} */ one) => standingsOf(data, played, role, one).filter((how) => how === "red").length >= half);
  const own = targets.map((/** @type {any} */ target) =>
    make("li", {}, make("strong", {}, data.figures[target.figure].label), standings(data, played, role, target)),
  );
  const rounds = next.map((round, at) => {
    const words = round === "shared" ? strings.live_go_shared : at ? strings.live_go_past : strings.live_go_together;
    return pressable(words, () => on(round), at ? "" : "sl-main");
  });
  const buttons = rounds.length
    ? [...rounds, pressable(strings.live_look_back, look, "sl-bare")]
    : [pressable(strings.live_to_debrief, look, "sl-main"), pressable(strings.live_start_again, again, "sl-bare")];
  return [
    headOf([strings.live_end_1, strings.live_end_2, strings.live_end_3][number - 1]),
    ...(own.length ? [subhead(strings.live_end_own), make("ul", { class: "sl-live-own" }, ...own)] : []),
    ...(off ? [make("p", {}, strings.live_end_red)] : []),
    subhead(strings.live_end_residents),
    residents(data, played),
    ...alone,
    make("div", { class: "sl-row" }, ...buttons),
  ];
}
