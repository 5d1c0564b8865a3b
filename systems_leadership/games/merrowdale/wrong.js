// How sharing goes wrong: ways to be run beside the rounds as the six play them by themselves.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill, plainNumber } from "workbook/page/text.js";
import { cameTo, playedRound } from "./district.js";
import { pressable, wideTable } from "./pieces.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 */

/** Ways in which sharing goes wrong, each to be run. @param {GameData} data */
export function goesWrong(data) {
  const round = (/** @type {number} */ number, /** @type {Numbers} */ turn) => {
    const setup = { number, district: "merrowdale", mine: [] };
    return cameTo(
      data,
      playedRound(
        data,
        setup,
        Array.from({ length: data.quarters }, () => turn),
      ),
    );
  };
  return Object.values(data.wrong).map((one) => {
    const shown = make("div", { role: "status" });
    const run = () => {
      const tokens = Object.fromEntries(
        (one.tokens ?? []).map((/** @type {number} */ count, /** @type {number} */ use) => [`use_${use}`, count]),
      );
      const turn = { ...one.hold, ...(one.share ? { share: Math.round(100 * one.share) } : {}), ...tokens };
      const [alone, pooled, wrong] = [round(1, {}), round(3, { share: 30 }), round(one.round, turn)];
      const line = (/** @type {string} */ words, /** @type {string} */ name) => [
        words,
        ...[alone, pooled, wrong].map((of) => plainNumber(Math.round(of[name]))),
      ];
      const heads = ["", strings.live_wrong_alone, strings.live_wrong_pool, one.name];
      const rows = [
        line(strings.live_line_queue, "queue"),
        line(strings.live_line_waiting, "waiting"),
        line(strings.live_line_home, "home"),
        line(strings.live_line_back, "back"),
        line(strings.live_line_lonely, "lonely"),
      ];
      shown.replaceChildren(wideTable(one.name, heads, rows), make("p", {}, one.why));
    };
    return make(
      "li",
      {},
      make("strong", {}, one.name),
      make("p", {}, one.words),
      pressable(fill(strings.live_wrong_run, { name: one.name }), run),
      shown,
    );
  });
}
