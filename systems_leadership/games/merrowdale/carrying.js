// The rounds side by side, and who carried what they came to.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill, plainNumber } from "workbook/page/text.js";
import { cameTo } from "./district.js";
import { standings } from "./ends.js";
import { wideTable } from "./pieces.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 */

/** Whole numbers that come to the rounded sum: who adds them up must find what stands above. Those that lose most go up. @param {number[]} values */
export function wholeParts(values) {
  const whole = values.map(Math.floor);
  const left = Math.round(values.reduce((sum, one) => sum + one, 0)) - whole.reduce((sum, one) => sum + one, 0);
  const order = values.map((_, at) => at).sort((one, other) => values[other] - whole[other] - (values[one] - whole[one]));
  for (const at of order.slice(0, left)) whole[at] += 1;
  return whole;
}

/** Rounds side by side, as plain lines. @param {GameData} data @param {Played[]} rounds */
export function sideBySide(data, rounds) {
  const names = [strings.live_name_1, strings.live_name_2, strings.live_name_3];
  const came = rounds.map((one) => cameTo(data, one));
  const line = (/** @type {string} */ words, /** @type {(one: Numbers) => string} */ said) => [words, ...came.map(said)];
  const people = (/** @type {string} */ name) => (/** @type {Numbers} */ one) => plainNumber(Math.round(one[name]));
  const part = (/** @type {number} */ at) => (/** @type {Numbers} */ one) => plainNumber(wholeParts([one.queue, one.ready, one.home])[at]);
  const pounds = (/** @type {string} */ name) => (/** @type {Numbers} */ one) =>
    fill(strings.live_million, { n: (one[name] / 1000).toFixed(1) });
  return wideTable(
    strings.live_lines,
    ["", ...rounds.map(({ setup }) => names[setup.number - 1])],
    [
      line(strings.live_line_waiting, people("waiting")),
      line(strings.live_line_queue, part(0)),
      line(strings.live_line_ready, part(1)),
      line(strings.live_line_home, part(2)),
      line(strings.live_line_back, people("back")),
      line(strings.live_line_lonely, people("lonely")),
      line(strings.live_line_lonely_end, people("lonely_end")),
      line(strings.live_line_unplanned, pounds("unplanned")),
      line(strings.live_line_money, pounds("money")),
    ],
  );
}

/** Every role's own figures, round by round. @param {GameData} data @param {Played[]} rounds @param {string} role */
export function carried(data, rounds, role) {
  const names = [strings.live_name_1, strings.live_name_2, strings.live_name_3];
  const rows = Object.entries(data.roles).map(([id, { name, targets }]) =>
    make(
      "li",
      id === role ? { class: "sl-own" } : {},
      make("strong", {}, id === role ? fill(strings.live_name_you, { name }) : name),
      ...targets.map((/** @type {any} */ target) =>
        make(
          "div",
          { class: "sl-live-carried" },
          make("span", {}, data.figures[target.figure].label),
          make(
            "ul",
            {},
            ...rounds.map((one) =>
              make(
                "li",
                {},
                make("small", {}, names[one.setup.number - 1]),
                standings(data, one, id, target, strings.live_standings_short),
              ),
            ),
          ),
        ),
      ),
    ),
  );
  return make("ul", { class: "sl-live-carriers" }, ...rows);
}
