// A quarter at one's desk: the picture, one's own figures, what one hears, and what one decides.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { fixedIn, playedRound, seenBefore, wishOf } from "./district.js";
import { windowsOf } from "./picture.js";
import { fold, headOf, ownFigures, pressable, speech, subhead, wayChoice, wideTable } from "./pieces.js";
import { aimChoice, allPlaced, askOne, readOut, sharedBoard, shareChoice, tokenChoice } from "./sharing.js";
import { figureText, messagesAt, quarterName, standing, withFigures } from "./saying.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 * @typedef {import("./district.js").Quarter} Quarter
 *
 * @typedef {Object} Sitting one's place at the desk in this quarter
 * @property {GameData} data
 * @property {Played} played what was played of this round
 * @property {string} role whose desk it is
 * @property {Numbers} turn what is chosen so far
 * @property {Numbers | null} last what was chosen a quarter ago
 * @property {Numbers} first what was chosen in the round's first quarter
 * @property {string} id
 * @property {boolean} room whether others sit beside
 * @property {boolean} moving whether the quarter before is to be seen passing
 * @property {() => void} changed
 * @property {() => void} redraw
 * @property {() => void} pass
 * @property {() => void} back take the last quarter back
 */

/** The levers that are this role's to decide now. @param {Sitting} sitting @returns {string[]} */
export function leversOf({ data, played, role }) {
  const fixed = fixedIn(data, played.setup, played.quarters.length + 1);
  return Object.keys(data.levers).filter((lever) => data.levers[lever].role === role && fixed[lever] === undefined);
}

/** What is not chosen yet, in words, or "". @param {Sitting} sitting */
export function stillToDecide(sitting) {
  const { data, played, turn, role, room } = sitting;
  if (leversOf(sitting).some((lever) => turn[lever] === undefined)) return strings.live_missing;
  if (played.setup.number < 3 || room) return "";
  if (!played.quarters.length && turn.aim === undefined) return strings.live_missing_aim;
  if (sharesNow(data, played) && turn.share === undefined) return strings.live_missing_share;
  return allPlaced(turn) || role === "" ? "" : strings.live_missing_tokens;
}

/** @param {GameData} data @param {Played} played */
export function sharesNow(data, played) {
  return [1, data.movesIn].includes(played.quarters.length + 1);
}

/** The last quarter that passed; before the first, how it stands. @param {GameData} data @param {Played} played @returns {Quarter} */
export function quarterShown(data, played) {
  const last = played.quarters.at(-1);
  if (last) return last;
  const [first] = playedRound(data, played.setup, [{}]).quarters;
  return { ...first, path: [first.path[0], first.path[0]] };
}

/** What can be seen before anything is counted. @param {GameData} data @param {Played} played @returns {Numbers} */
function startOf(data, played) {
  const { path, figures } = quarterShown(data, played);
  const { queue, home, unready, unserved, lonely, tired, volunteers } = path[0];
  return { queue, home, unready, lonely, tired, volunteers, ready: unready + unserved, empty: figures.empty };
}

/** The figures as a desk shows them: a council that has merged sees both places together. @param {GameData} data @param {Played} played @param {string} role @param {number} back @returns {Numbers | null} */
export function figuresAt(data, played, role, back = 1) {
  const found = played.quarters.at(-back);
  if (!found) return null;
  const both =
    role === "council" && played.quarters.length - back + 1 >= data.movesIn && data.districts[played.setup.district].boundary === "council";
  return both
    ? { ...found.figures, home: found.figures.home + data.neighbour.home, bought: found.figures.bought + data.neighbour.bought }
    : found.figures;
}

/** The moving picture. @param {Sitting} sitting @param {boolean} all whether every window is open */
export function districtPicture({ data, played, role, moving }, all) {
  const scene = /** @type {import("./picture.js").DistrictElement} */ (make("sl-district", { class: "sl-scene" }));
  const picture = windowsOf(data, role ? [role] : [], all);
  queueMicrotask(() => scene.pass(picture, quarterShown(data, played), moving && played.quarters.length > 0));
  return make(
    "figure",
    { class: "sl-moving" },
    scene,
    make("figcaption", { class: "sl-hint" }, all ? strings.live_picture_all : role ? strings.live_picture_own : strings.live_picture_shut),
  );
}

/** Eight quarters, and where one is. @param {number} over @param {number} all */
export function pips(over, all) {
  const dots = Array.from({ length: all }, (_, at) => make("i", { class: at < over ? "sl-on" : at === over ? "sl-now" : "" }));
  return make("span", { class: "sl-live-pips", "aria-hidden": "true" }, ...dots);
}

/** @param {Sitting} sitting */
export function deskOf(sitting) {
  const { data, played, role, room } = sitting;
  const { number } = played.setup;
  const over = played.quarters.length;
  const seen = seenBefore(played, over + 1);
  const name = [strings.live_round_1, strings.live_round_2, strings.live_round_3][number - 1];
  const where = make(
    "p",
    { class: "sl-live-where" },
    `${name} · ${fill(strings.live_quarter, { n: over + 1, all: data.quarters })} `,
    pips(over, data.quarters),
  );
  const shared = seen && number > 1 && !room ? [sharedBoard(data, seen, [role])] : [];
  const figures = make(
    "div",
    {},
    subhead(strings.live_own),
    ownFigures(data, role, figuresAt(data, played, role), figuresAt(data, played, role, 2), startOf(data, played)),
  );
  return [
    make("p", { class: "sl-live-you" }, data.roles[role].you),
    where,
    headOf(quarterName(over + 1)),
    ...introduction(sitting),
    ...news(sitting),
    ...(room && number === 1 ? [] : [districtPicture(sitting, number > 1)]),
    ...(over && !room ? [quickly(sitting)] : []),
    make("div", { class: "sl-live-sides" }, make("div", {}, figures, ...heard(sitting), ...shared), decisions(sitting)),
    ...(over ? [history(sitting)] : []),
  ];
}

/** Nothing to change: one press. @param {Sitting} sitting */
function quickly({ turn, last, pass }) {
  const button = pressable(strings.live_same_now, () => {
    for (const name of Object.keys(turn)) if (name.startsWith("ask_")) delete turn[name];
    Object.assign(turn, Object.fromEntries(Object.entries(last ?? {}).filter(([lever]) => turn[lever] !== undefined)));
    pass();
  });
  return make("div", { class: "sl-row sl-live-quickly" }, make("span", {}, strings.live_same_hint), button);
}

/** As a round begins: what is different now. @param {Sitting} sitting */
function introduction({ played, data, room }) {
  if (played.quarters.length) return [];
  const words = [strings.live_intro_1, strings.live_intro_2, strings.live_intro_3][played.setup.number - 1];
  const place = data.districts[played.setup.district].words;
  return [make("p", { class: "sl-live-intro" }, ...(place ? [`${place} `] : []), room ? strings.live_intro_room : words)];
}

/** The boundary: talk of it, and then that it has moved. @param {Sitting} sitting */
function news({ data, played, role }) {
  const number = played.quarters.length + 1;
  if (data.districts[played.setup.district].boundary === "none" || number !== data.movesIn) return [];
  const own = role === "council" ? [make("p", {}, data.moved.council)] : [];
  const pool = played.setup.number === 3 ? [make("p", {}, data.moved.pool)] : [];
  return [make("div", { class: "sl-live-news" }, make("strong", {}, strings.live_moved), make("p", {}, data.moved.words), ...own, ...pool)];
}

/** What one hears: an answer to what one asked, a wish, and how the others are. @param {Sitting} sitting */
function heard({ data, played, role, turn, room, redraw }) {
  const number = played.quarters.length + 1;
  const seen = seenBefore(played, number);
  if (!seen || room) return [];
  /** @type {HTMLElement[]} */
  const lines = [];
  const asked = played.quarters.at(-1)?.asked;
  if (asked) {
    const { [asked.way > 0 ? "up" : "down"]: words, role: who } = data.levers[asked.lever];
    const before = seenBefore(played, number - 1) ?? seen;
    const reply = asked.traded ? strings.live_traded : withFigures(data, asked.granted ? words.yes : words.no, before);
    lines.push(speech(data, who, `${fill(strings.live_you_asked, { what: words.ask })} ${reply}`));
  }
  const wish = wishOf(data, played.setup, seen);
  if (wish)
    lines.push(
      speech(data, wish.who, withFigures(data, data.wishes[wish.lever] ?? wish.words, seen), [granting(data, wish, turn, played, redraw)]),
    );
  const talk = data.districts[played.setup.district].boundary !== "none" && number === data.movesIn - 1;
  const gossip = talk ? data.rumour.who.find((/** @type {string} */ who) => who !== role) : "";
  if (talk) lines.push(speech(data, gossip, data.rumour.words));
  for (const { who, words } of messagesAt(data, played, [role]))
    if (who !== gossip && who !== wish?.who) lines.push(speech(data, who, words));
  return lines.length ? [subhead(strings.live_heard), make("ul", { class: "sl-live-speeches" }, ...lines)] : [];
}

/** Do what somebody asked for: one step of the lever. @param {GameData} data @param {any} wish @param {Numbers} turn @param {Played} played @param {() => void} redraw */
function granting(data, wish, turn, played, redraw) {
  const { options } = data.levers[wish.lever];
  const at = turn[wish.lever] ?? played.quarters.at(-1)?.decided[wish.lever] ?? 0;
  const next = Math.min(options.length - 1, Math.max(0, at + wish.way));
  if (fixedIn(data, played.setup, played.quarters.length + 1)[wish.lever] !== undefined) return make("small", {}, strings.live_wish_fixed);
  const before = played.quarters.at(-1)?.decided[wish.lever] ?? at;
  if ((at - before) * wish.way > 0) return make("small", {}, strings.live_wish_done);
  if (next === at) return make("small", {}, strings.live_wish_most);
  return pressable(fill(strings.live_wish_do, { option: options[next] }), () => {
    turn[wish.lever] = next;
    redraw();
  });
}

/** What is decided now. @param {Sitting} sitting */
function decisions(sitting) {
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
    main.textContent = room ? strings.live_hand_over : same ? strings.live_same : strings.live_pass;
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

/** Earlier quarters stay in sight. @param {Sitting} sitting */
function history({ data, played, role }) {
  const { targets } = data.roles[role];
  const levers = Object.keys(data.levers).filter((lever) => data.levers[lever].role === role);
  const heads = ["", ...played.quarters.map((_, at) => fill(strings.live_quarter_short, { n: at + 1 }))];
  const decided = levers.map((lever) => [
    data.levers[lever].asked,
    ...played.quarters.map((one) => data.levers[lever].options[one.decided[lever]]),
  ]);
  const figures = targets.map((/** @type {any} */ target) => [
    data.figures[target.figure].label,
    ...played.quarters.map(({ figures: of }) => {
      const how = standing(target, of[target.figure]);
      return make("span", { "data-standing": how }, figureText(data, target.figure, of[target.figure]));
    }),
  ]);
  return fold(strings.live_history, [wideTable(strings.live_history, heads, [...figures, ...decided])]);
}
