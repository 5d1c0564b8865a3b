// The pushes that were tried: what was expected of each, beside what the loops bring back to its factor.
import { make, part } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { changeWord } from "./readout.js";

/**
 * @typedef {import("./readout.js").Namer} Namer
 * @typedef {import("./ripple.js").GivenLoop} GivenLoop
 * @typedef {import("./value.js").Run} Run
 */

/** @param {Run} run @param {Namer} nameOf */
export function pushInWords({ factor, change }, nameOf) {
  return `${nameOf(factor)} ${change === "up" ? "▲" : "▼"} ${changeWord(change === "up" ? 1 : -1)}`;
}

/** The guess beside what the map shows. @param {Run} run @param {GivenLoop[]} loops */
export function compareInWords(run, loops) {
  return fill(run.expected === "skipped" ? strings.map_compare_skipped : strings.map_compare, outcomeOfPush(run, loops));
}

/** What was expected, and what the loops through a factor bring back to it. @param {Run} run @param {GivenLoop[]} loops */
function outcomeOfPush({ factor, expected }, loops) {
  const by = (/** @type {GivenLoop["type"]} */ type, /** @type {string} */ what) => {
    const names = loops.filter((loop) => loop.type === type && loop.through.includes(factor)).map((loop) => `‘${loop.name}’`);
    return names.length ? [fill(strings.map_back_by, { what, loops: names.join(", ") })] : [];
  };
  const back = [...by("reinforcing", strings.map_expect_same), ...by("balancing", strings.map_expect_against)];
  return { expected: strings[`map_expect_${expected}`], shown: back.join("; ") || strings.map_expect_none };
}

/**
 * The table of them.
 * @param {HTMLElement} host
 * @param {Run[]} tried
 * @param {GivenLoop[]} loops
 * @param {Namer} nameOf
 * @param {Run | null} open whose end is still to be shown
 */
export function showTried(host, tried, loops, nameOf, open) {
  host.classList.toggle("sl-tried", tried.length > 0);
  const rows = tried.map((run) => {
    const { expected, shown } = outcomeOfPush(run, loops);
    const cells = [expected, run === open ? "…" : shown].map((words) => make("td", {}, words));
    return make("tr", {}, make("th", { scope: "row" }, pushInWords(run, nameOf)), ...cells);
  });
  part(host, "tried")
    .querySelector("tbody")
    ?.replaceChildren(...rows);
}
