// Looking back: the rounds side by side, who carried it, what one's own decisions did and where, and other ways.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { shape } from "workbook/page/svg.js";
import { fill, plainNumber } from "workbook/page/text.js";
import { cameTo, playedRound } from "./district.js";
import { residents, standings } from "./ends.js";
import { differenceOf, otherWays, weight } from "./otherways.js";
import { fold, headOf, pressable, subhead, wayChoice, wideTable } from "./pieces.js";
import { figureText } from "./saying.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 * @typedef {import("./otherways.js").OtherWay} OtherWay
 */

const MOST = 4; // decisions of a round that are looked at
const LEAST = 0.02; // weight below which nothing happened
const BAR = 22; // units of a strip of bars
const TALL = 26;

/** @param {number} value */
const rounded = (value) => Math.round(value);

/** More or fewer, in words. @param {string} name @param {number} value @returns {string} "" where there is no difference to speak of */
function moreOrLess(name, value) {
  const small = { waiting: 0.5, back: 1, lonely: 1, tired: 0.5, unplanned: 20 }[name] ?? 0;
  if (Math.abs(value) < small) return "";
  const n = name === "unplanned" ? plainNumber(Math.abs(rounded(value)) * 1000) : plainNumber(Math.max(1, Math.abs(rounded(value))));
  return fill(value > 0 ? strings[`live_more_${name}`] : strings[`live_less_${name}`], { n });
}

/** @param {string[]} parts */
function listed(parts) {
  const said = parts.filter(Boolean);
  return said.length > 1
    ? `${said.slice(0, -1).join(", ")} ${strings.live_and} ${said[said.length - 1]}`
    : (said[0] ?? strings.live_nothing);
}

/** The whole of two ways side by side, in words. @param {Numbers} whole */
const wholeSaid = (whole) => listed(["waiting", "back", "lonely", "tired", "unplanned"].map((name) => moreOrLess(name, whole[name])));

/** Eight bars above or below a line, each measured by the largest. @param {number[]} values */
function strip(values) {
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

/** One decision: on one's own screen, next door, when, and by which loops. @param {GameData} data @param {string} role @param {OtherWay} way */
function wayTold(data, role, way) {
  const { options, named } = data.levers[way.lever];
  const parts = { named, n: way.quarter, before: options[way.from], after: options[way.to] };
  const words = fill(way.kind === "change" ? strings.live_way_change : strings.live_way_road, parts);
  const figure = data.roles[role].targets[0].figure;
  const own = way.each.map((one) => one[figure]);
  const step = (/** @type {number} */ value) =>
    Math.abs(value) < 0.05
      ? strings.live_no_change
      : fill(value > 0 ? strings.live_up_by : strings.live_down_by, { n: figureText(data, figure, Math.abs(value)) });
  const screen = fill(strings.live_on_my_screen, {
    figure: data.figures[figure].label,
    n: way.quarter,
    first: step(own[way.quarter - 1]),
    last: step(own[own.length - 1]),
  });
  const late =
    Math.abs(way.whole.back) < 2
      ? ""
      : way.late
        ? fill(way.late === 1 ? strings.live_late_one : strings.live_late, { n: way.late })
        : strings.live_at_once;
  const loops = data.lever_loops[way.lever].map((/** @type {string} */ one) =>
    make("li", {}, make("strong", {}, `${data.loops[one].name}.`), ` ${data.loops[one].says}`),
  );
  return make(
    "li",
    { class: "sl-live-way" },
    make("p", {}, make("strong", {}, words)),
    make(
      "div",
      { class: "sl-live-two" },
      make("div", {}, make("h6", {}, strings.live_my_screen), strip(own), make("p", {}, screen)),
      make(
        "div",
        {},
        make("h6", {}, strings.live_next_door),
        strip(way.each.map((one) => one.back)),
        make("p", {}, `${fill(strings.live_in_two_years, { what: wholeSaid(way.whole) })} ${late}`),
      ),
    ),
    make("ul", { class: "sl-live-loops" }, ...loops),
  );
}

/** @param {GameData} data @param {Played} played @param {string[]} levers @param {string} role */
function decisionsTold(data, played, levers, role) {
  const all = otherWays(data, played, levers).filter((way) => weight(way) > LEAST);
  const heaviest = (/** @type {string} */ kind, /** @type {number} */ most) =>
    all
      .filter((way) => way.kind === kind)
      .sort((one, other) => weight(other) - weight(one))
      .slice(0, most);
  const changes = heaviest("change", MOST - 1).sort((one, other) => one.quarter - other.quarter);
  const ways = [...changes, ...heaviest("road", Math.max(1, MOST - changes.length))];
  if (!ways.length) return make("p", {}, strings.live_no_ways);
  return make("ul", { class: "sl-live-ways" }, ...ways.map((way) => wayTold(data, data.levers[way.lever].role ?? role, way)));
}

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
function tryAnother(data, rounds, levers, id) {
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

/** Rounds side by side, as plain lines. @param {GameData} data @param {Played[]} rounds */
function sideBySide(data, rounds) {
  const names = [strings.live_name_1, strings.live_name_2, strings.live_name_3];
  const came = rounds.map((one) => cameTo(data, one));
  const line = (/** @type {string} */ words, /** @type {(one: Numbers) => string} */ said) => [words, ...came.map(said)];
  const people = (/** @type {string} */ name) => (/** @type {Numbers} */ one) => plainNumber(rounded(one[name]));
  const pounds = (/** @type {string} */ name) => (/** @type {Numbers} */ one) =>
    fill(strings.live_million, { n: (one[name] / 1000).toFixed(1) });
  return wideTable(
    strings.live_lines,
    ["", ...rounds.map(({ setup }) => names[setup.number - 1])],
    [
      line(strings.live_line_waiting, people("waiting")),
      line(strings.live_line_queue, people("queue")),
      line(strings.live_line_ready, people("ready")),
      line(strings.live_line_home, people("home")),
      line(strings.live_line_back, people("back")),
      line(strings.live_line_lonely, people("lonely")),
      line(strings.live_line_lonely_end, people("lonely_end")),
      line(strings.live_line_unplanned, pounds("unplanned")),
      line(strings.live_line_money, pounds("money")),
    ],
  );
}

/** Every role's own figures, round by round. @param {GameData} data @param {Played[]} rounds @param {string} role */
function carried(data, rounds, role) {
  const names = [strings.live_name_1, strings.live_name_2, strings.live_name_3];
  const rows = Object.entries(data.roles).map(([id, { name, targets }]) =>
    make(
      "li",
      id === role ? { class: "sl-own" } : {},
      make("strong", {}, id === role ? fill(strings.live_name_you, { name }) : name),
      ...targets.map((/** @type {any} */ target) =>
        make(
          "div",
          { class: "sl-live-carried" },
          make("span", {}, data.figures[target.figure].label),
          make(
            "ul",
            {},
            ...rounds.map((one) =>
              make(
                "li",
                {},
                make("small", {}, names[one.setup.number - 1]),
                standings(data, one, id, target, strings.live_standings_short),
              ),
            ),
          ),
        ),
      ),
    ),
  );
  return make("ul", { class: "sl-live-carriers" }, ...rows);
}

/** Ways in which sharing goes wrong, each to be run. @param {GameData} data */
function goesWrong(data) {
  const round = (/** @type {number} */ number, /** @type {Numbers} */ turn) => {
    const setup = { number, district: "merrowdale", mine: [] };
    return cameTo(
      data,
      playedRound(
        data,
        setup,
        Array.from({ length: data.quarters }, () => turn),
      ),
    );
  };
  return Object.values(data.wrong).map((one) => {
    const shown = make("div", { role: "status" });
    const run = () => {
      const tokens = Object.fromEntries(
        (one.tokens ?? []).map((/** @type {number} */ count, /** @type {number} */ use) => [`use_${use}`, count]),
      );
      const turn = { ...one.hold, ...(one.share ? { share: Math.round(100 * one.share) } : {}), ...tokens };
      const [alone, pooled, wrong] = [round(1, {}), round(3, { share: 30 }), round(one.round, turn)];
      const line = (/** @type {string} */ words, /** @type {string} */ name) => [
        words,
        ...[alone, pooled, wrong].map((of) => plainNumber(rounded(of[name]))),
      ];
      const heads = ["", strings.live_wrong_alone, strings.live_wrong_pool, one.name];
      const rows = [
        line(strings.live_line_queue, "queue"),
        line(strings.live_line_waiting, "waiting"),
        line(strings.live_line_home, "home"),
        line(strings.live_line_back, "back"),
        line(strings.live_line_lonely, "lonely"),
      ];
      shown.replaceChildren(wideTable(one.name, heads, rows), make("p", {}, one.why));
    };
    return make(
      "li",
      {},
      make("strong", {}, one.name),
      make("p", {}, one.words),
      pressable(fill(strings.live_wrong_run, { name: one.name }), run),
      shown,
    );
  });
}

/** What the others went by. @param {GameData} data @param {Played[]} rounds @param {string} role */
function wentBy(data, rounds, role) {
  const keys = ["alone", "shared", "together"];
  const names = [strings.live_round_1, strings.live_round_2, strings.live_round_3];
  return rounds.flatMap(({ setup }) => [
    make("h6", {}, names[setup.number - 1]),
    make(
      "ul",
      {},
      ...Object.entries(data.went_by[keys[setup.number - 1]])
        .filter(([id]) => id !== role)
        .map(([id, words]) => make("li", {}, make("strong", {}, data.roles[id].name), ` ${words}`)),
    ),
  ]);
}

/**
 * @param {GameData} data @param {Played[]} rounds played to their ends @param {string} role "" for a room
 * @param {string} id
 * @param {{ again: () => void, hill: (() => void) | null, back: (() => void) | null }} ways on from here
 */
export function debriefOf(data, rounds, role, id, { again, hill, back }) {
  const levers = Object.keys(data.levers).filter((lever) => !role || data.levers[lever].role === role);
  const last = rounds[rounds.length - 1];
  const place = data.districts[last.setup.district];
  const told = make("div", {}, decisionsTold(data, rounds[0], levers, role));
  const names = [strings.live_name_1, strings.live_name_2, strings.live_name_3];
  const which =
    rounds.length > 1
      ? [
          wayChoice(
            `${id}-looked`,
            strings.live_which_round,
            rounds.map(({ setup }, value) => ({ value, words: names[setup.number - 1] })),
            0,
            (value) => told.replaceChildren(decisionsTold(data, rounds[value], levers, role)),
          ),
        ]
      : [];
  const next = ["staff", "volunteers", "lonely", "tired"].map(
    (name) => `${plainNumber(rounded(last.stocks[name]))} ${strings[`live_next_${name}`]}`,
  );
  return [
    headOf(strings.live_debrief),
    make("p", {}, strings.live_debrief_intro),
    ...(place.why ? [make("p", { class: "sl-live-news" }, place.why)] : []),
    subhead(strings.live_lines),
    sideBySide(data, rounds),
    make("p", { class: "sl-hint" }, strings.live_lines_hint),
    subhead(strings.live_mine),
    ...which,
    told,
    make("p", { class: "sl-live-question" }, strings.live_mine_question),
    subhead(strings.live_carried),
    make("p", {}, strings.live_carried_hint),
    carried(data, rounds, role),
    subhead(strings.live_residents_end),
    residents(data, last),
    make("p", {}, fill(strings.live_next_year, { what: listed(next) })),
    fold(strings.live_try, [tryAnother(data, rounds, levers, id)]),
    fold(strings.live_went_by, wentBy(data, rounds, role)),
    fold(strings.live_wrong, [make("p", {}, strings.live_wrong_intro), make("ul", { class: "sl-live-wrongs" }, ...goesWrong(data))]),
    ...(hill ? [fold(strings.live_hill, [make("p", {}, data.districts["one-house"].words), pressable(strings.live_hill_play, hill)])] : []),
    make(
      "div",
      { class: "sl-row" },
      ...(back ? [pressable(strings.live_back_to_play, back, "sl-main")] : []),
      pressable(strings.live_start_again, again),
    ),
  ];
}
