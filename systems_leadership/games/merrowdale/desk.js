// A quarter at one's desk: the picture, one's own figures, what one hears, and what one decides.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { decisions } from "./deciding.js";
import { playedRound, seenBefore } from "./district.js";
import { heard } from "./hearing.js";
import { windowsOf } from "./picture.js";
import { fold, headOf, ownFigures, pressable, subhead, wideTable } from "./pieces.js";
import { sharedBoard } from "./sharing.js";
import { figureText, pictureSaid, quarterName, standing } from "./saying.js";

/**
 * @typedef {{ of: string, scene?: import("./picture.js").DistrictElement, figure?: HTMLElement, spoken?: HTMLElement, windows?: ReturnType<typeof windowsOf> }} KeptPicture
 *
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
 * @property {KeptPicture} kept the picture that stands there already, or nothing of it
 * @property {() => void} changed
 * @property {() => void} redraw
 * @property {(quarters?: number) => void} pass the quarter passes, or several with the same orders
 * @property {() => void} back take the last quarter back
 */

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
    ? {
        ...found.figures,
        home: found.figures.home + data.neighbour.home,
        bought: found.figures.bought + data.neighbour.bought,
        spent: found.figures.spent + data.neighbour.bought * found.dials.fee,
      }
    : found.figures;
}

/** The moving picture: the same one as long as its windows are, for drawing six of them takes longer than all else of a quarter. @param {Sitting} sitting @param {boolean} all whether every window is open */
export function districtPicture({ data, played, role, moving, kept }, all) {
  const of = [role, all].join("/");
  if (kept.of !== of) {
    const scene = /** @type {import("./picture.js").DistrictElement} */ (make("sl-district", { class: "sl-scene" }));
    const seen = `${all ? strings.live_picture_all : strings.live_picture_own} ${strings.live_colours}`;
    const words = all || role ? seen : strings.live_picture_shut;
    const spoken = make("span", { class: "sl-spoken" });
    const figure = make("figure", { class: "sl-moving" }, scene, make("figcaption", { class: "sl-hint" }, `${words} `, spoken));
    Object.assign(kept, { of, scene, figure, spoken, windows: windowsOf(data, role ? [role] : [], all) });
  }
  const { scene, figure, spoken, windows } = /** @type {Required<KeptPicture>} */ (kept);
  const quarter = quarterShown(data, played);
  spoken.textContent = pictureSaid(data, all ? Object.keys(data.roles) : role ? [role] : [], quarter);
  const pass = () => scene.pass(windows, quarter, moving && played.quarters.length > 0);
  // One that stands there is drawn before the page is laid out; a new one first has to stand.
  if (scene.isConnected) pass();
  else queueMicrotask(pass);
  return figure;
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
  const past = () => fold(strings.live_history, [history(sitting)]);
  const quick = over && !room ? [quickly(sitting)] : [];
  return [
    make("p", { class: "sl-live-you" }, data.roles[role].you),
    where,
    headOf(quarterName(over + 1)),
    ...introduction(sitting),
    ...news(sitting),
    ...(room && number === 1 ? [] : [districtPicture(sitting, number > 1)]),
    make(
      "div",
      { class: "sl-live-sides" },
      make("div", {}, figures, ...heard(sitting), ...shared),
      make("div", {}, ...quick, sitting.moving ? behind(() => decisions(sitting)) : decisions(sitting)),
    ),
    ...(over ? [sitting.moving ? behind(past) : past()] : []),
  ];
}

/** What is not looked at first comes behind what the quarter came to, so that a slow phone answers at once. @param {() => Element} made */
function behind(made) {
  const place = make("div", {});
  setTimeout(() => place.isConnected && place.replaceWith(made())); // Else another screen stands there by now.
  return place;
}

/** Nothing to change: one press, for a quarter or for what is left of the year. @param {Sitting} sitting */
function quickly({ data, played, turn, last, pass }) {
  const same = (/** @type {number} */ quarters) => () => {
    for (const name of Object.keys(turn)) if (name.startsWith("ask_")) delete turn[name];
    Object.assign(turn, Object.fromEntries(Object.entries(last ?? {}).filter(([lever]) => turn[lever] !== undefined)));
    pass(quarters);
  };
  const over = played.quarters.length;
  const left = (over < data.movesIn - 1 ? data.movesIn - 1 : data.quarters) - over;
  const year = left > 1 ? [pressable(strings.live_same_year, same(left))] : [];
  return make(
    "div",
    { class: "sl-row sl-live-quickly" },
    make("span", {}, strings.live_same_hint),
    pressable(strings.live_same_now, same(1)),
    ...year,
  );
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
  return wideTable(strings.live_history, heads, [...figures, ...decided]);
}
