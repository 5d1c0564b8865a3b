// One's own decisions, looked back at: on one's own screen, next door, when, and by which loops.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { shape } from "workbook/page/svg.js";
import { fill, plainNumber } from "workbook/page/text.js";
import { otherWays, weight } from "./otherways.js";
import { figureText } from "./saying.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 * @typedef {import("./otherways.js").OtherWay} OtherWay
 */

const MOST = 3; // decisions of a round that are looked at
const LEAST = 0.02; // weight below which nothing happened
const BAR = 22; // units of a strip of bars
const TALL = 26;

/** More or fewer, in words. @param {string} name @param {number} value @returns {string} "" where there is no difference to speak of */
function moreOrLess(name, value) {
  const small = { waiting: 0.5, back: 1, lonely: 1, tired: 0.5, unplanned: 20 }[name] ?? 0;
  if (Math.abs(value) < small) return "";
  const one = strings[`live_one_${value > 0 ? "more" : "less"}_${name}`];
  if (one && Math.max(1, Math.abs(Math.round(value))) === 1) return one;
  const n = name === "unplanned" ? plainNumber(Math.abs(Math.round(value)) * 1000) : plainNumber(Math.max(1, Math.abs(Math.round(value))));
  return fill(value > 0 ? strings[`live_more_${name}`] : strings[`live_less_${name}`], { n });
}

/** @param {string[]} parts */
export function listed(parts) {
  const said = parts.filter(Boolean);
  return said.length > 1
    ? `${said.slice(0, -1).join(", ")} ${strings.live_and} ${said[said.length - 1]}`
    : (said[0] ?? strings.live_nothing);
}

/** The whole of two ways side by side, in words. @param {Numbers} whole */
export const wholeSaid = (whole) =>
  listed(["waiting", "back", "lonely", "tired", "unplanned"].map((name) => moreOrLess(name, whole[name])));

/** Eight bars above or below a line, each measured by the largest. @param {number[]} values */
export function strip(values) {
  const most = Math.max(1e-9, ...values.map(Math.abs));
  const bars = values.map((value, at) => {
    const tall = (Math.abs(value) / most) * TALL;
    const y = value > 0 ? TALL - tall : TALL;
    return shape("rect", { x: at * BAR + 3, y, width: BAR - 6, height: Math.max(0.6, tall), class: value > 0 ? "sl-more" : "sl-less" });
  });
  const line = shape("path", { d: `M0 ${TALL}H${values.length * BAR}`, class: "sl-line" });
  const box = `0 0 ${values.length * BAR} ${2 * TALL}`;
  return shape("svg", { class: "sl-live-strip", viewBox: box, "aria-hidden": "true", focusable: "false" }, ...bars, line);
}

/** One decision: on one's own screen, next door, when, and by which loops. @param {GameData} data @param {string} role @param {OtherWay} way @param {Set<string>} told loops that were told already */
function wayTold(data, role, way, told) {
  const { options, named } = data.levers[way.lever];
  const parts = { named, n: way.quarter, before: options[way.from], after: options[way.to] };
  const words = fill({ change: strings.live_way_change, kept: strings.live_way_kept, road: strings.live_way_road }[way.kind], parts);
  const figure = data.roles[role].targets[0].figure;
  const own = way.each.map((one) => one[figure]);
  const step = (/** @type {number} */ value) =>
    figureText(data, figure, Math.abs(value)) === figureText(data, figure, 0)
      ? strings.live_no_change
      : fill(value > 0 ? strings.live_up_by : strings.live_down_by, { n: figureText(data, figure, Math.abs(value)) });
  const screen = fill(strings.live_on_my_screen, {
    n: way.quarter,
    first: step(own[way.quarter - 1]),
    last: step(own[own.length - 1]),
  });
  const nobodyBack = Math.abs(way.whole.back) < 1;
  const late =
    Math.abs(way.whole.back) < 2
      ? ""
      : way.late
        ? fill(way.late === 1 ? strings.live_late_one : strings.live_late, { n: way.late })
        : strings.live_at_once;
  // Each loop is told once; after that its name is enough.
  const loops = data.lever_loops[way.lever].map((/** @type {string} */ one) => {
    const { name, says } = data.loops[one];
    const known = told.has(one);
    told.add(one);
    return make("li", {}, make("strong", {}, `${name}.`), ` ${known ? strings.live_loop_again : says}`);
  });
  return make(
    "li",
    { class: "sl-live-way" },
    make("p", {}, make("strong", {}, words)),
    make(
      "div",
      { class: "sl-live-two" },
      make("div", {}, make("h6", {}, `${strings.live_my_screen}: ${data.figures[figure].label}`), strip(own), make("p", {}, screen)),
      make(
        "div",
        {},
        make("h6", {}, strings.live_next_door),
        ...(nobodyBack ? [] : [strip(way.each.map((one) => one.back))]),
        make(
          "p",
          {},
          `${fill(strings.live_in_two_years, { what: wholeSaid(way.whole) + (nobodyBack ? `; ${strings.live_no_back}` : "") })} ${late}`,
        ),
      ),
    ),
    make("ul", { class: "sl-live-loops" }, ...loops),
  );
}

/** @param {GameData} data @param {Played} played @param {string[]} levers @param {string} role */
export function decisionsTold(data, played, levers, role) {
  const all = otherWays(data, played, levers).filter((way) => weight(way) > LEAST);
  const heaviest = (/** @type {string} */ kind, /** @type {number} */ most) =>
    all
      .filter((way) => way.kind === kind)
      .sort((one, other) => weight(other) - weight(one))
      .slice(0, most);
  // First what one kept to and what one changed, and then a way that one never tried.
  const own = [...heaviest("kept", MOST - 1), ...heaviest("change", MOST - 1)].sort((one, other) => one.quarter - other.quarter);
  const ways = [...own, ...heaviest("road", 1)];
  if (!ways.length) return make("p", {}, strings.live_no_ways);
  const told = /** @type {Set<string>} */ (new Set());
  return make("ul", { class: "sl-live-ways" }, ...ways.map((way) => wayTold(data, data.levers[way.lever].role ?? role, way, told)));
}
