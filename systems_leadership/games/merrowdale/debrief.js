// Looking back: the rounds side by side, who carried it, what one's own decisions did and where, and other ways.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill, plainNumber } from "workbook/page/text.js";
import { carried, sideBySide } from "./carrying.js";
import { decisionsTold, listed } from "./decided.js";
import { residents } from "./ends.js";
import { fold, headOf, pressable, subhead, wayChoice } from "./pieces.js";
import { tryAnother } from "./trying.js";
import { goesWrong } from "./wrong.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Played} Played
 */

/** What the others went by. @param {GameData} data @param {Played[]} rounds @param {string} role */
function wentBy(data, rounds, role) {
  const keys = ["alone", "shared", "together"];
  const names = [strings.live_round_1, strings.live_round_2, strings.live_round_3];
  return rounds.flatMap(({ setup }) => [
    make("h6", {}, names[setup.number - 1]),
    make(
      "ul",
      {},
      ...Object.entries(data.went_by[keys[setup.number - 1]])
        .filter(([id]) => id !== role)
        .map(([id, words]) => make("li", {}, make("strong", {}, data.roles[id].name), ` ${words}`)),
    ),
  ]);
}

/**
 * @param {GameData} data @param {Played[]} rounds played to their ends @param {string} role "" for a room
 * @param {string} id
 * @param {{ again: () => void, hill: (() => void) | null, back: (() => void) | null }} ways on from here
 */
export function debriefOf(data, rounds, role, id, { again, hill, back }) {
  const levers = Object.keys(data.levers).filter((lever) => !role || data.levers[lever].role === role);
  const last = rounds[rounds.length - 1];
  const place = data.districts[last.setup.district];
  const told = make("div", {}, decisionsTold(data, rounds[0], levers, role));
  const names = [strings.live_name_1, strings.live_name_2, strings.live_name_3];
  const which =
    rounds.length > 1
      ? [
          wayChoice(
            `${id}-looked`,
            strings.live_which_round,
            rounds.map(({ setup }, value) => ({ value, words: names[setup.number - 1] })),
            0,
            (value) => told.replaceChildren(decisionsTold(data, rounds[value], levers, role)),
          ),
        ]
      : [];
  const next = ["staff", "volunteers", "lonely", "tired"].map(
    (name) => `${plainNumber(Math.round(last.stocks[name]))} ${strings[`live_next_${name}`]}`,
  );
  return [
    headOf(strings.live_debrief),
    make("p", {}, strings.live_debrief_intro),
    ...(place.why ? [make("p", { class: "sl-live-news" }, place.why)] : []),
    subhead(strings.live_lines),
    sideBySide(data, rounds),
    make("p", { class: "sl-hint" }, strings.live_lines_hint),
    subhead(strings.live_mine),
    ...which,
    told,
    make("p", { class: "sl-live-question" }, strings.live_mine_question),
    subhead(strings.live_carried),
    make("p", {}, strings.live_carried_hint),
    carried(data, rounds, role),
    subhead(strings.live_residents_end),
    residents(data, last),
    make("p", {}, fill(strings.live_next_year, { what: listed(next) })),
    fold(strings.live_try, [tryAnother(data, rounds, levers, id)]),
    fold(strings.live_went_by, wentBy(data, rounds, role)),
    fold(strings.live_wrong, [make("p", {}, strings.live_wrong_intro), make("ul", { class: "sl-live-wrongs" }, ...goesWrong(data))]),
    ...(hill ? [fold(strings.live_hill, [make("p", {}, data.districts["one-house"].words), pressable(strings.live_hill_play, hill)])] : []),
    make(
      "div",
      { class: "sl-row" },
      ...(back ? [pressable(strings.live_back_to_play, back, "sl-main")] : []),
      pressable(strings.live_start_again, again),
    ),
  ];
}
