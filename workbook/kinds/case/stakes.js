// What is at stake, as words and small bars.
import { make } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";

/**
 * @typedef {import("./story.js").State} State
 * @typedef {{ id: string, text: string, start: number, top: number, steps: string[], better: string }} Stake
 */

/**
 * The stakes as the page lists them at the start of the story.
 * @param {ParentNode} root
 * @returns {Stake[]}
 */
export function stakesIn(root) {
  const list = root.querySelector("[data-part=stakes]");
  const items = list ? [...list.querySelectorAll("li")] : [];
  return items.map(({ dataset }) => ({
    id: dataset.stake || "",
    text: dataset.text || "",
    start: Number(dataset.start),
    top: Number(dataset.top),
    steps: JSON.parse(dataset.steps || "[]"),
    better: dataset.better || "",
  }));
}

/** @param {Stake} stake @param {number} value */
export function stakeWords(stake, value) {
  return stake.steps[value] ?? String(value);
}

/**
 * What a decision changed, as one line to be spoken.
 * @param {Stake[]} stakes
 * @param {State} before
 * @param {State} after
 */
export function changedWords(stakes, before, after) {
  const changed = stakes.filter(({ id }) => before[id] !== after[id]);
  return changed.map((stake) => fill(strings.case_stake_changed, partsOf(stake, before, after))).join(" ");
}

/**
 * How things stand: a line for each, with a bar and a notch where it stood before.
 * @param {Stake[]} stakes
 * @param {State} before
 * @param {State} after
 */
export function stakesList(stakes, before, after) {
  const items = stakes.map((stake) => {
    const parts = partsOf(stake, before, after);
    const changed = before[stake.id] !== after[stake.id];
    const bar = make("span", { class: "sl-bar", "aria-hidden": "true" }, make("span", { class: "sl-bar-now" }));
    bar.style.setProperty("--now", `${(100 * after[stake.id]) / stake.top}%`);
    if (changed) {
      bar.append(make("span", { class: "sl-bar-was" }));
      bar.style.setProperty("--was", `${(100 * before[stake.id]) / stake.top}%`);
    }
    const rises = after[stake.id] > before[stake.id];
    return make(
      "li",
      { "data-stake": stake.id, ...(changed ? { "data-turn": rises === (stake.better === "more") ? "better" : "worse" } : {}) },
      make("span", { class: "sl-stake-name" }, stake.text),
      bar,
      make(
        "span",
        { class: "sl-stake-now" },
        make("strong", {}, parts.now),
        ...(changed ? [" ", make("span", {}, fill(strings.case_stake_was, parts))] : []),
      ),
    );
  });
  return make("ul", { class: "sl-stakes", "aria-label": strings.case_stakes }, ...items);
}

/** @param {Stake} stake @param {State} before @param {State} after */
function partsOf(stake, before, after) {
  return { text: stake.text, was: stakeWords(stake, before[stake.id]), now: stakeWords(stake, after[stake.id]) };
}
