// Runs side by side: as small pictures, as lines of a chart, as rows of a table.
import { make, part, textOf } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill, plainNumber } from "../../page/text.js";
import { answersTo, inWords, marksOf } from "./prediction.js";
import { columnOf, inSettings, traceOf } from "./runs.js";

/**
 * @typedef {import("./simulator.js").Simulated} Simulated
 * @typedef {import("./runs.js").Bulk} Bulk
 * @typedef {import("./runs.js").Settings} Settings
 * @typedef {import("./runs.js").ControlHead} ControlHead
 * @typedef {import("./prediction.js").Predicted} Predicted
 * @typedef {{ name: string, settings: Settings, index: number, run: number, current: boolean }} RunLine
 */

/**
 * Each run as a card: its letter, its end as a small picture where there is one, its settings, a button that removes it.
 * @param {RunLine[]} lines
 * @param {Simulated} model
 * @param {Bulk} bulk
 * @param {{ drop: (index: number) => void, choose: (settings: Settings) => void }} told
 */
export function runCards(lines, model, bulk, { drop, choose }) {
  const kept = lines.filter((line) => line.index >= 0);
  // Only what differs tells runs apart; the table has all of it.
  const at = (/** @type {RunLine} */ line, /** @type {ControlHead} */ { name, start }) => line.settings[name] ?? start;
  const telling = model.controls.filter((control) => kept.some((line) => at(line, control) !== at(kept[0], control)));
  const shown = telling.length ? telling : model.controls.slice(0, 1);
  return kept.map((line) => {
    const words = inSettings(shown, line.settings);
    const again = make("button", { type: "button", class: "sl-again", "aria-pressed": String(line.current) });
    again.append(make("b", {}, line.name), " ", words);
    again.addEventListener("click", () => choose(line.settings));
    const away = make("button", { type: "button", class: "sl-bare", "aria-label": fill(strings.sim_remove, { name: line.name }) }, "×");
    away.addEventListener("click", () => drop(line.index));
    const card = make("li", { "data-line": String(line.index) }, again, away);
    const { picture } = model;
    if (picture && bulk.traces) {
      const scene = make(`sl-${picture.draws}`, { class: "sl-scene sl-small" });
      const trace = traceOf(bulk.traces, line.run);
      const scenery = model.scenery;
      if (scenery) scene.dataset.scenery = scenery;
      Object.assign(scene, { time: trace.ticks[trace.ticks.length - 1] });
      card.prepend(scene);
      /** @type {any} */ (scene).set(picture, trace);
    }
    return card;
  });
}

/**
 * One row a run: each measure at the point that was asked about, then its settings.
 * @param {RunLine[]} lines
 * @param {Simulated} model
 * @param {Bulk} bulk
 */
export function runRows(lines, { heads, controls, at }, bulk) {
  const point = heads.points.indexOf(at);
  return lines.map((line) => {
    const settings = controls.map((control) =>
      make("td", {}, control.shown[control.steps.indexOf(line.settings[control.name] ?? control.start)]),
    );
    const measures = heads.series.map((series) => make("td", {}, plainNumber(columnOf(heads, bulk, line.run, series.columns[0])[point])));
    return make("tr", {}, make("th", { scope: "row" }, line.name), ...measures, ...settings);
  });
}

/**
 * The chart of one measure.
 * @param {HTMLElement} exercise
 * @param {Simulated} model
 * @param {Bulk} bulk
 * @param {RunLine[]} lines
 * @param {Predicted} predicted
 * @param {{ measure: string, bars: boolean }} chosen
 */
export function drawChart(exercise, model, bulk, lines, predicted, { measure, bars }) {
  const { heads, predict, begins } = model;
  const series = heads.series.find((one) => one.name === measure) || heads.series[0];
  const [column, low, high] = series.columns;
  const values = (/** @type {number} */ run) => columnOf(heads, bulk, run, column);
  const asked = series.name === predict.series && answersTo(predict, predicted);
  const drawn = asked ? marksOf(predict, predicted) : [];
  const marks = predict.form === "curve" && drawn.length ? [/** @type {[number, number]} */ ([heads.points[0], begins]), ...drawn] : drawn;
  let markLabel = asked && marks.length ? strings.sim_prediction : "";
  if (asked && predict.form === "direction" && lines.length) {
    const way = inWords(predict, predicted, heads.axis[0]);
    const start = values(lines[0].run)[heads.points.indexOf(predict.since)];
    if (way) marks.push([predict.since, start]);
    if (way) markLabel = `${strings.sim_prediction}: ${way.toLowerCase()}`;
  }
  const chart = /** @type {import("../../page/chart/chart.js").ChartElement} */ (part(exercise, "chart"));
  chart.data = {
    title: `${textOf(/** @type {Element} */ (exercise.querySelector(".sl-title")))} ${series.label}`,
    read: model.at,
    x: { label: heads.axis[0], points: heads.points },
    y: { label: series.label, unit: series.unit },
    role: model.picture?.roles[series.name],
    lines: lines.map((line) => ({
      name: line.name,
      current: line.current,
      values: values(line.run),
      band: low === undefined ? undefined : [columnOf(heads, bulk, line.run, low), columnOf(heads, bulk, line.run, high)],
    })),
    marks,
    markLabel,
    bars: bars ? heads.points.indexOf(model.at) : undefined,
  };
}
