// What comes with shared data and with a pool: asking one of the others, what is read out, the aim and the tokens.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { holdsFor, seenBefore, tokensOf, USES } from "./district.js";
import { drawing, pressable, subhead, wayChoice } from "./pieces.js";
import { besideTarget, mostTold, standing } from "./saying.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 * @typedef {{ data: GameData, played: Played, turn: Numbers, id: string, changed: () => void }} Sharing `changed`: after a turn was changed by hand
 */

const TOKENS_IN_ALL = 4;
const MOST_FITTING = 3; // of what one could ask for

/** What everybody sees, once data are shared. @param {GameData} data @param {Numbers} seen @param {string[]} mine */
export function sharedBoard(data, seen, mine) {
  const rows = Object.entries(data.roles)
    .filter(([id]) => !mine.includes(id))
    .map(([id, { name, targets }]) => {
      const told = mostTold(data, id).map((figure) => {
        const target = targets.find((/** @type {any} */ one) => one.figure === figure);
        const how = target ? standing(target, seen[figure]) : "none";
        return make(
          "li",
          { "data-standing": how },
          make("b", {}, besideTarget(data, target, figure, seen[figure])),
          ` ${data.figures[figure].short}`,
        );
      });
      return make("li", {}, make("strong", {}, name), make("ul", {}, ...told));
    });
  return make("div", { class: "sl-live-board" }, subhead(strings.live_board), make("ul", {}, ...rows));
}

/** Ask one of the others for one step. @param {Sharing} sharing @param {string} role */
export function askOne({ data, played, turn, id, changed }, role) {
  const select = make("select", { id: `${id}-ask` }, make("option", { value: "" }, strings.live_ask_nobody));
  for (const [other, { name }] of Object.entries(data.roles)) {
    if (other === role) continue;
    const options = Object.entries(data.levers)
      .filter(([, lever]) => lever.role === other)
      .flatMap(([lever, { up, down }]) => [
        make("option", { value: `${lever} 1` }, up.ask),
        make("option", { value: `${lever} -1` }, down.ask),
      ]);
    select.append(make("optgroup", { label: name }, ...options));
  }
  const asked = Object.keys(turn).find((name) => name.startsWith("ask_"));
  if (select instanceof HTMLSelectElement) {
    if (asked) select.value = `${asked.slice(4)} ${turn[asked]}`;
    select.addEventListener("change", () => {
      for (const name of Object.keys(turn)) if (name.startsWith("ask_")) delete turn[name];
      const [lever, way] = select.value.split(" ");
      if (lever) turn[`ask_${lever}`] = Number(way);
      changed();
    });
  }
  const seen = seenBefore(played, played.quarters.length + 1);
  const fitting = data.asks.filter((/** @type {any} */ one) => seen && data.levers[one.lever].role !== role && holdsFor(one.if, seen));
  const near = fitting.slice(0, MOST_FITTING).map((/** @type {any} */ { lever, way }) => {
    const { role: other, [way > 0 ? "up" : "down"]: words } = data.levers[lever];
    return pressable(fill(strings.live_ask_this, { name: data.roles[other].name, what: words.ask }), () => {
      /** @type {HTMLSelectElement} */ (select).value = `${lever} ${way}`;
      select.dispatchEvent(new Event("change"));
    });
  });
  return make(
    "div",
    { class: "sl-field" },
    make("label", { for: select.id }, strings.live_ask),
    make("p", { class: "sl-hint" }, strings.live_ask_hint),
    select,
    ...(near.length ? [make("p", { class: "sl-hint" }, strings.live_ask_fits), make("div", { class: "sl-row" }, ...near)] : []),
  );
}

/** What residents have read out at every meeting. @param {Sharing} sharing */
export function readOut({ data, turn, id, changed }) {
  const ways = Object.values(data.read_out).map((words, value) => ({ value, words }));
  return wayChoice(`${id}-read`, strings.live_read_out, ways, turn.read, (value) => {
    turn.read = value;
    changed();
  });
}

/** The aim, as three residents speak for it. @param {Sharing} sharing @param {(turn: Numbers) => void} again the tokens follow */
export function aimChoice({ data, turn, id }, again) {
  const cards = Object.values(data.aims).map(({ name, says, person }, value) => {
    const input = /** @type {HTMLInputElement} */ (make("input", { type: "radio", name: `${id}-aim`, value: String(value) }));
    input.checked = turn.aim === value;
    input.addEventListener("change", () => {
      turn.aim = value;
      for (const use of USES) delete turn[`use_${use}`];
      again(turn);
    });
    return make(
      "label",
      { class: "sl-live-aim" },
      input,
      drawing(person),
      make("span", {}, make("strong", {}, name), make("span", {}, says)),
    );
  });
  return make(
    "fieldset",
    { class: "sl-live-choice" },
    make("legend", {}, strings.live_aim),
    make("p", { class: "sl-hint" }, strings.live_aim_hint),
    make("div", { class: "sl-live-aims" }, ...cards),
  );
}

/** How much everybody pools. @param {Sharing} sharing */
export function shareChoice({ data, turn, id, changed }) {
  const ways = data.shares.map((/** @type {number} */ share) => {
    const value = Math.round(100 * share);
    return { value, words: value ? fill(strings.live_share_of, { n: value }) : strings.live_share_none };
  });
  const chosen = (/** @type {number} */ value) => {
    turn.share = value;
    changed();
  };
  return wayChoice(`${id}-share`, strings.live_share, ways, turn.share, chosen, strings.live_share_hint);
}

/** Four tokens on five uses: three as the aim says, the fourth where it is tightest, unless one moves them. @param {Sharing} sharing @param {string} aim */
export function tokenChoice({ data, played, turn, changed }, aim) {
  const number = played.quarters.length + 1;
  if (turn.use_0 === undefined) {
    tokensOf(data, aim, seenBefore(played, number)).forEach((count, use) => {
      turn[`use_${use}`] = count;
    });
  }
  const said = make("p", { class: "sl-hint", "data-part": "live-tokens" });
  const left = () => TOKENS_IN_ALL - USES.reduce((sum, use) => sum + turn[`use_${use}`], 0);
  const rows = USES.map((use) => {
    const name = data.uses[use];
    const count = make("output", { class: "sl-live-count" });
    const face = () => {
      count.textContent = String(turn[`use_${use}`]);
    };
    const step = (/** @type {number} */ by) => {
      const next = turn[`use_${use}`] + by;
      if (next < 0 || next > TOKENS_IN_ALL || (by > 0 && left() < by)) return;
      turn[`use_${use}`] = next;
      face();
      tell();
      changed();
    };
    face();
    const less = pressable("−", () => step(-1));
    const more = pressable("+", () => step(1));
    less.setAttribute("aria-label", fill(strings.live_token_less, { use: name }));
    more.setAttribute("aria-label", fill(strings.live_token_more, { use: name }));
    return make("li", {}, make("span", {}, name), less, count, more);
  });
  const tell = () => {
    said.textContent = left() ? fill(strings.live_tokens_left, { n: left() }) : strings.live_tokens_all;
  };
  tell();
  return make(
    "fieldset",
    { class: "sl-live-choice sl-live-tokens" },
    make("legend", {}, strings.live_tokens),
    make("p", { class: "sl-hint" }, strings.live_tokens_hint),
    make("ul", {}, ...rows),
    said,
  );
}

/** Are all four tokens placed? @param {Numbers} turn */
export function allPlaced(turn) {
  return turn.use_0 === undefined || USES.reduce((sum, use) => sum + turn[`use_${use}`], 0) === TOKENS_IN_ALL;
}
