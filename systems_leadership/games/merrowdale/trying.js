// A round played again with one decision changed by hand.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { strip, wholeSaid } from "./decided.js";
import { differenceOf } from "./otherways.js";
import { pressable } from "./pieces.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Played} Played
 */

/** What can be tried otherwise: the levers, and in a pool how much everybody pays in. @param {GameData} data @param {string[]} levers @param {Played[]} rounds */
function triable(data, levers, rounds) {
  const found = levers.map((name) => ({
    name,
    words: data.levers[name].asked,
    role: data.levers[name].role,
    options: data.levers[name].options,
    values: null,
  }));
  if (!rounds.some(({ setup }) => setup.number === 3)) return found;
  const values = data.shares.map((/** @type {number} */ share) => Math.round(100 * share));
  const options = values.map((/** @type {number} */ n) => (n ? fill(strings.live_share_of, { n }) : strings.live_share_none));
  return [...found, { name: "share", words: strings.live_share, role: found[0].role, options, values }];
}

/** Play a round again with one decision changed by hand. @param {GameData} data @param {Played[]} rounds @param {string[]} levers @param {string} id */
export function tryAnother(data, rounds, levers, id) {
  const found = make("div", { class: "sl-live-found", role: "status" });
  const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string[]} */ options) => {
    const choices = options.map((words, at) => make("option", { value: String(at) }, words));
    const made = /** @type {HTMLSelectElement} */ (make("select", { id: `${id}-${name}` }, ...choices));
    return { made, field: make("div", { class: "sl-field" }, make("label", { for: made.id }, label), made) };
  };
  const names = [strings.live_round_1, strings.live_round_2, strings.live_round_3];
  const ways = triable(data, levers, rounds);
  const round = select(
    "try-round",
    strings.live_try_round,
    rounds.map(({ setup }) => names[setup.number - 1]),
  );
  const lever = select(
    "try-lever",
    strings.live_try_lever,
    ways.map(({ words }) => words),
  );
  const quarters = Array.from({ length: data.quarters - 1 }, (_, at) => fill(strings.live_try_from, { n: at + 2 }));
  const from = select("try-from", strings.live_try_when, [strings.live_try_always, ...quarters]);
  const option = select("try-option", strings.live_try_option, []);
  const refill = () => {
    const { options } = ways[Number(lever.made.value)];
    option.made.replaceChildren(
      ...options.map((/** @type {string} */ words, /** @type {number} */ at) => make("option", { value: String(at) }, words)),
    );
  };
  lever.made.addEventListener("change", refill);
  refill();
  const run = () => {
    const was = rounds[Number(round.made.value)];
    const { name, role, values } = ways[Number(lever.made.value)];
    if (values && was.setup.number !== 3) return found.replaceChildren(make("p", {}, strings.live_try_no_pool));
    const start = Number(from.made.value);
    const chosen = values ? values[Number(option.made.value)] : Number(option.made.value);
    const options = was.quarters.map(({ decided, share }, at) => (at >= start ? chosen : values ? Math.round(100 * share) : decided[name]));
    const { whole, each } = differenceOf(data, was, name, options);
    const { figure } = data.roles[role].targets[0];
    const strips = [figure, "back"].map((one) =>
      make("div", {}, make("h6", {}, data.figures[one].label), strip(each.map((quarter) => quarter[one]))),
    );
    found.replaceChildren(
      make("p", {}, fill(strings.live_try_found, { what: wholeSaid(whole) })),
      make("div", { class: "sl-live-two" }, ...strips),
    );
  };
  return make(
    "div",
    { class: "sl-live-try" },
    round.field,
    lever.field,
    from.field,
    option.field,
    pressable(strings.live_try_run, run),
    found,
  );
}
