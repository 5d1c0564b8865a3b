// The runs of a model that a learner kept, on paper: black on white, each line with its letter at its end.
import { definePaper } from "../../../page/rules.js";
import { strings } from "../../../page/strings.js";
import { shape } from "../../../page/svg.js";
import { fill, plainNumber } from "../../../page/text.js";
import { runAt } from "../runs.js";

/**
 * What was asked about, in every run of the model: whole numbers, ten to the power of `decimals` too large.
 * @typedef {{ controls: import("../runs.js").ControlHead[], axis: string, points: number[], label: string, unit: string,
 *   decimals: number, values: number[][] }} RunsTold
 */

const INK = "#1b1f24";
const WIDEST = 646; // px, like all that follow
const LEFT = 44;
const RIGHT = 22;
const TOP = 24;
const FOOT = 20;
const LETTER_LINE = 13;
const DASHES = ["", "8 4", "2 3", "12 3 2 3", "5 2", "1 5"];

/** @param {{ runs: import("../runs.js").Settings[] }} value @param {RunsTold | undefined} told @param {number} room px */
function runsOnPaper({ runs }, told, room) {
  if (!told) return null;
  const kept = runs
    .map((settings, at) => ({ name: String.fromCharCode(65 + at), run: runAt(told.controls, settings) }))
    .filter(({ run }) => run >= 0)
    .map(({ name, run }) => ({ name, values: told.values[run].map((one) => one / 10 ** told.decimals) }));
  if (!kept.length) return null;
  const width = Math.min(room, WIDEST);
  const height = Math.round(Math.min(230, width * 0.38));
  const all = kept.flatMap(({ values }) => values);
  const [low, high] = [Math.min(0, ...all), Math.max(...all, 1e-9)];
  const { points } = told;
  const last = points.length - 1;
  const x = (/** @type {number} */ at) => LEFT + ((width - LEFT - RIGHT) * (points[at] - points[0])) / (points[last] - points[0] || 1);
  const y = (/** @type {number} */ value) => height - FOOT - ((height - FOOT - TOP) * (value - low)) / (high - low);
  const text = (/** @type {string} */ words, /** @type {number} */ left, /** @type {number} */ base, side = "start") =>
    shape("text", { x: left, y: base, "text-anchor": side }, words);
  const lines = kept.map(({ values }, at) => {
    const d = values.map((value, point) => `${point ? "L" : "M"}${x(point).toFixed(1)} ${y(value).toFixed(1)}`).join("");
    return shape("path", { d, fill: "none", stroke: INK, "stroke-width": 1.8, "stroke-dasharray": DASHES[at] });
  });
  const ends = apart(
    kept.map(({ values }) => y(values[last])),
    height - FOOT - 4,
  );
  const said = kept.map(({ name, values }) =>
    fill(strings.sim_paper_run, { name, from: plainNumber(values[0]), to: plainNumber(values[last]) }),
  );
  const axes = `M${LEFT} ${TOP}V${height - FOOT}H${width - RIGHT}`;
  return shape(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "font-family": "Arial, sans-serif", "font-size": 12, fill: INK },
    shape("title", {}, `${strings.sim_said_runs}. ${told.label}${told.unit ? `, ${told.unit}` : ""}. ${said.join(" ")}`),
    shape("path", { d: axes, fill: "none", stroke: INK }),
    text(`${told.label}${told.unit ? ` (${told.unit})` : ""}`, 0, 13),
    text(plainNumber(high), LEFT - 5, TOP + 10, "end"),
    text(plainNumber(low), LEFT - 5, height - FOOT, "end"),
    text(plainNumber(points[0]), LEFT, height - 5, "middle"),
    text(plainNumber(points[last]), width - RIGHT, height - 5, "middle"),
    text(told.axis, (LEFT + width - RIGHT) / 2, height - 5, "middle"),
    ...lines,
    ...kept.map(({ name }, at) => text(name, width - RIGHT + 5, ends[at] + 4)),
  );
}

/** Heights of letters, moved up so that none hides another or leaves the picture. @param {number[]} heights @param {number} lowest */
function apart(heights, lowest) {
  const order = heights.map((_, at) => at).sort((one, other) => heights[other] - heights[one]);
  const found = [...heights];
  order.forEach((at, place) => {
    found[at] = Math.min(found[at], place ? found[order[place - 1]] - LETTER_LINE : lowest);
  });
  return found;
}

definePaper("simulator", { picture: runsOnPaper });
