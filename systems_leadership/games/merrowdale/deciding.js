// What is decided in a quarter, alone at a desk or together.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { fixedIn } from "./district.js";
import { pressable, subhead, wayChoice } from "./pieces.js";
import { aimChoice, allPlaced, askOne, readOut, shareChoice, tokenChoice } from "./sharing.js";

/**
 * @typedef {import("./desk.js").Sitting} Sitting
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 */

/** The levers that are this role's to decide now. @param {Sitting} sitting @returns {string[]} */
export function leversOf({ data, played, role }) {
  const fixed = fixedIn(data, played.setup, played.quarters.length + 1);
  return Object.keys(data.levers).filter((lever) => data.levers[lever].role === role && fixed[lever] === undefined);
}

/** What is not chosen yet, in words, or "". @param {Sitting} sitting */
export function stillToDecide(sitting) {
  const { turn, room } = sitting;
  if (leversOf(sitting).some((lever) => turn[lever] === undefined)) return strings.live_missing;
  return room ? "" : stillToAgree(sitting);
}

/** What a room has not agreed yet, in words, or "". @param {Sitting} sitting */
export function stillToAgree(sitting) {
  const { data, played, turn } = sitting;
  if (played.setup.number < 3) return "";
  if (!played.quarters.length && turn.aim === undefined) return strings.live_missing_aim;
  if (sharesNow(data, played) && turn.share === undefined) return strings.live_missing_share;
  return allPlaced(turn) ? "" : strings.live_missing_tokens;
}

/** @param {GameData} data @param {Played} played */
export function sharesNow(data, played) {
  return [1, data.movesIn].includes(played.quarters.length + 1);
}

/** What is decided now. @param {Sitting} sitting */
export function decisions(sitting) {
  const { data, played, role, turn, last, first, id, room, pass, back, redraw } = sitting;
  const { number } = played.setup;
  const fixed = fixedIn(data, played.setup, played.quarters.length + 1);
  const main = make("button", { type: "submit", class: "sl-main", "data-part": "live-pass" });
  const undo = pressable(
    strings.live_undo,
    () => {
      for (const lever of leversOf(sitting)) if (last) turn[lever] = last[lever];
      for (const name of Object.keys(turn)) if (name.startsWith("ask_")) delete turn[name];
      redraw();
    },
    "sl-bare",
  );
  const face = () => {
    const same =
      last !== null &&
      leversOf(sitting).every((lever) => turn[lever] === last[lever]) &&
      !Object.keys(turn).some((name) => name.startsWith("ask_"));
    main.textContent = room ? strings.live_hand_over : strings.live_pass;
    undo.hidden = last === null || same;
  };
  const changed = () => {
    face();
    sitting.changed();
  };
  const sharing = { data, played, turn, id, changed };
  const choices = Object.entries(data.levers)
    .filter(([, lever]) => lever.role === role)
    .map(([lever, { asked, hint, options }]) => {
      if (fixed[lever] !== undefined) {
        return make(
          "p",
          { class: "sl-live-fixed" },
          make("strong", {}, asked),
          fill(strings.live_fixed, { option: options[fixed[lever]] }),
        );
      }
      const ways = options.map((/** @type {string} */ words, /** @type {number} */ value) => ({ value, words }));
      const chosen = (/** @type {number} */ value) => {
        turn[lever] = value;
        changed();
      };
      return wayChoice(`${id}-${lever}`, asked, ways, turn[lever], chosen, hint);
    });
  const more = [];
  if (!room && number === 2 && role === "residents" && !played.quarters.length) more.push(readOut(sharing));
  if (!room && number === 2 && played.quarters.length) more.push(askOne(sharing, role));
  if (!room && number === 3) more.push(...together(sharing, first, redraw));
  const form = make(
    "form",
    { novalidate: "", autocomplete: "off", class: "sl-live-decide" },
    subhead(strings.live_decide),
    ...more.filter((one) => one.classList.contains("sl-first")),
    ...choices,
    ...more.filter((one) => !one.classList.contains("sl-first")),
    make("div", { class: "sl-row sl-message-place" }, main, undo),
  );
  if (!room && played.quarters.length) form.append(make("p", {}, pressable(strings.live_take_back, back, "sl-bare")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pass();
  });
  face();
  return form;
}

/** What is decided together in round 3. @param {any} sharing @param {Numbers} first @param {() => void} redraw */
export function together(sharing, first, redraw) {
  const { data, played, turn } = sharing;
  const number = played.quarters.length + 1;
  const parts = [];
  if (number === 1) {
    const aims = aimChoice(sharing, () => redraw());
    aims.classList.add("sl-first");
    parts.push(aims);
  }
  if (sharesNow(data, played)) parts.push(shareChoice(sharing));
  const aim = Object.keys(data.aims)[(number === 1 ? turn.aim : first.aim) ?? -1];
  if (number % 2 && aim) parts.push(tokenChoice(sharing, aim));
  return parts;
}
