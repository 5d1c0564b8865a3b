// The runs that were kept, each with its letter: as lines to draw beside the run as it stands, and in words.
import { strings } from "../../page/strings.js";
import { inSettings, runAt } from "./runs.js";

/**
 * @typedef {import("./runs.js").ControlHead} ControlHead
 * @typedef {import("./runs.js").Settings} Settings
 * @typedef {{ name: string, settings: Settings, index: number, run: number, current: boolean }} RunLine
 */

/** @param {number} index */
export function letterOf(index) {
  return String.fromCharCode(65 + index);
}

/** Where settings stand among the kept ones, or -1. @param {Settings[]} kept @param {ControlHead[]} controls @param {Settings} settings */
export function keptAt(kept, controls, settings) {
  const now = runAt(controls, settings);
  return kept.findIndex((one) => runAt(controls, one) === now);
}

/**
 * Runs to show: the kept ones that still exist, and the current one where it is not among them.
 * @param {Settings[]} kept
 * @param {ControlHead[]} controls
 * @param {Settings} now
 * @returns {RunLine[]}
 */
export function runLines(kept, controls, now) {
  const at = keptAt(kept, controls, now);
  const lines = kept.map((settings, index) => ({ name: letterOf(index), settings, index, current: index === at }));
  if (at < 0) lines.push({ name: strings.sim_now, settings: now, index: -1, current: true });
  return lines.map((line) => ({ ...line, run: runAt(controls, line.settings) })).filter((line) => line.run >= 0);
}

/** A line of words for each. @param {Settings[]} kept @param {ControlHead[]} controls @param {import("./runs.js").Bulk | null} bulk the runs, once they are there */
export function keptInWords(kept, controls, bulk) {
  return kept.map(
    (settings, index) => `${letterOf(index)}. ${inSettings(controls, settings)}. ${bulk?.sentences[runAt(controls, settings)] ?? ""}`,
  );
}
