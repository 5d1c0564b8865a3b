// The runs side by side, as rows of a table.
import { make } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill, plainNumber } from "../../page/text.js";
import { columnOf } from "./runs.js";

/**
 * @typedef {import("./runs.js").Runs} Runs
 * @typedef {import("./runs.js").ControlHead} ControlHead
 * @typedef {{ name: string, settings: import("./runs.js").Settings, index: number, run: number }} RunLine
 */

/**
 * One row a run: each measure at the point that was asked about, then its settings.
 * @param {RunLine[]} lines
 * @param {{ runs: Runs, controls: ControlHead[], at: number }} model
 * @param {(index: number) => void} drop called to remove a kept run
 */
export function runRows(lines, { runs, controls, at }, drop) {
  const point = runs.points.indexOf(at);
  return lines.map((line) => {
    const name = make("th", { scope: "row" }, line.name);
    if (line.index >= 0) {
      const button = make("button", { type: "button", "aria-label": fill(strings.sim_remove, { name: line.name }) }, "×");
      button.addEventListener("click", () => drop(line.index));
      name.append(" ", button);
    }
    const settings = controls.map((control) => make("td", {}, control.shown[control.steps.indexOf(line.settings[control.name])]));
    const measures = runs.series.map((series) => make("td", {}, plainNumber(columnOf(runs, line.run, series.columns[0])[point])));
    return make("tr", {}, name, ...measures, ...settings);
  });
}
