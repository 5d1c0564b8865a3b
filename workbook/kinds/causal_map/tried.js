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

/** @param {Pick<Run, "factor" | "change">} run @param {Namer} nameOf */
export function pushInWords({ factor, change }, nameOf) {
  return `${nameOf(factor)} ${change === "up" ? "▲" : "▼"} ${changeWord(change === "up" ? 1 : -1)}`;
}

/** The loops that bring a push back to its factor. @param {Run} run @param {GivenLoop[]} loops */
export function loopsBack({ factor }, loops) {
  return loops.filter((loop) => loop.through.includes(factor));
}

/** What they bring, in the words of a guess. @param {Run} run @param {GivenLoop[]} loops @returns {Run["expected"]} */
function comesBack(run, loops) {
  const [one, other] = new Set(loopsBack(run, loops).map((loop) => loop.type));
  return other ? "both" : !one ? "none" : one === "reinforcing" ? "same" : "against";
}

/** Whether the guess was right, and what the map shows. @param {Run} run @param {GivenLoop[]} loops */
export function compareInWords(run, loops) {
  const { expected } = run;
  const back = comesBack(run, loops);
  const two = [expected, back];
  const half = two.includes("both") && !two.includes("none");
  const guess = expected === back ? "right" : half ? "half" : "wrong";
  const told = expected === "skipped" ? "" : fill(strings[`map_guess_${guess}`], { expected: strings[`map_expect_${expected}`] });
  return `${told} ${fill(strings.map_compare, { shown: strings[`map_expect_${back}`] })}`.trim();
}

/**
 * The table of them.
 * @param {HTMLElement} host
 * @param {Run[]} tried
 * @param {GivenLoop[]} loops
 * @param {Namer} nameOf
 */
export function showTried(host, tried, loops, nameOf) {
  host.classList.toggle("sl-tried", tried.length > 0);
  const rows = tried.map((run) => {
    const back = strings[`map_expect_${comesBack(run, loops)}`];
    const cells = [strings[`map_expect_${run.expected}`], back].map((words) => make("td", {}, words));
    return make("tr", {}, make("th", { scope: "row" }, pushInWords(run, nameOf)), ...cells);
  });
  part(host, "tried")
    .querySelector("tbody")
    ?.replaceChildren(...rows);
}
