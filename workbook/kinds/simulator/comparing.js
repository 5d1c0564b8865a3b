// Runs side by side: as lines of a chart, as small pictures, as rows of a table; and the prediction beside what came.
import { make, part, textOf } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill, plainNumber } from "../../page/text.js";
import { answersTo, inWords, marksOf, toldBeside } from "./prediction.js";
import { columnOf, inSettings, runAt, traceOf } from "./runs.js";

/**
 * @typedef {import("./runs.js").Simulated} Simulated
 * @typedef {import("./runs.js").Bulk} Bulk
 * @typedef {import("./runs.js").Settings} Settings
 * @typedef {import("./runs.js").ControlHead} ControlHead
 * @typedef {import("./prediction.js").Predicted} Predicted
 * @typedef {import("./kept.js").RunLine} RunLine
 */

/** @param {import("./runs.js").Heads} heads @param {string} name @returns the first, where none is called so */
export function seriesOf({ series }, name) {
  return series.find((one) => one.name === name) || series[0];
}

/**
 * Draws all that belongs to runs but the picture, from the second time on no more than has changed.
 * @param {HTMLElement} exercise
 * @param {Simulated} model
 * @param {Bulk} bulk
 * @param {{ drop: (index: number) => void, choose: (settings: Settings) => void }} told
 * @returns {(lines: RunLine[], settings: Settings, predicted: Predicted) => void}
 */
export function comparing(exercise, model, bulk, told) {
  let cards = "";
  return (lines, settings, predicted) => {
    drawChart(exercise, model, bulk, lines, predicted);
    const kept = lines.filter((line) => line.index >= 0);
    const now = JSON.stringify(kept);
    if (now !== cards) part(exercise, "runs").replaceChildren(...runCards(kept, model, bulk, told));
    cards = now; // Their pictures stay as they are while a handle moves.
    exercise.querySelector("[data-part=table] tbody")?.replaceChildren(...runRows(lines, model, bulk));
    drawNeighbours(exercise, model, settings);
    part(exercise, "compare").textContent = predictionBeside(model, bulk, settings, predicted);
  };
}

/** For a model of a network: a sketch of who sees whom at these settings. @param {HTMLElement} exercise @param {Simulated} model @param {Settings} settings */
function drawNeighbours(exercise, { network, controls }, settings) {
  const picture = exercise.querySelector("sl-network");
  const control = controls.find((one) => one.name === network?.control);
  if (!network || !picture || !control) return;
  const neighbours = network.neighbours[control.steps.indexOf(settings[control.name])];
  /** @type {any} */ (picture).data = { people: network.people, neighbours };
}

/** Prediction beside result, for the run it was made for. @param {Simulated} model @param {Bulk} bulk @param {Settings} settings @param {Predicted} predicted */
function predictionBeside({ heads, controls, predict }, bulk, settings, predicted) {
  const first = runAt(controls, {});
  const values = columnOf(heads, bulk, first, seriesOf(heads, predict.series).columns[0]);
  const said = toldBeside(predict, predicted, (point) => values[heads.points.indexOf(point)], heads.axis[0]);
  return runAt(controls, settings) === first ? said : `${said} ${strings.sim_compare_first}`;
}

/**
 * Each run as a card: its letter, its end as a small picture where there is one, its settings, a button that removes it.
 * @param {RunLine[]} kept
 * @param {Simulated} model
 * @param {Bulk} bulk
 * @param {{ drop: (index: number) => void, choose: (settings: Settings) => void }} told
 */
function runCards(kept, model, bulk, { drop, choose }) {
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
function runRows(lines, { heads, controls, at }, bulk) {
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
 */
function drawChart(exercise, model, bulk, lines, predicted) {
  const { heads, predict, begins } = model;
  const chosen = (/** @type {string} */ name) => {
    const radio = exercise.querySelector(`input[name="${exercise.id}-${name}"]:checked`);
    return radio instanceof HTMLInputElement ? radio.value : "";
  };
  const series = seriesOf(heads, chosen("measure"));
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
    bars: chosen("view") === "bars" ? heads.points.indexOf(model.at) : undefined,
  };
}
