// What the game says: numbers as people write them, how a figure stands to its target, and who says what in a quarter.
import { strings } from "workbook/page/strings.js";
import { fill, plainNumber } from "workbook/page/text.js";
import { holdsFor } from "./district.js";

/**
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Played} Played
 * @typedef {{ who: string, words: string, wish?: any }} Message
 */

const MOST_SAID = 2; // messages in a quarter
const RATES = ["back", "early_back", "diverted"]; // people a week, and not a number of people
const AGAIN = 2; // quarters in which nobody says a thing a second time

/** @param {GameData} data @param {string} name @param {number} value */
export function figureText(data, name, value) {
  const { unit } = data.figures[name] ?? {};
  const counted = (/** @type {number} */ number) =>
    plainNumber(RATES.includes(name) ? Math.round(number * 10) / 10 + 0 : Math.round(number) + 0);
  if (name === "short" && value < 0) return "0"; // more workers than rounds
  if (unit === "percent") return `${Math.round(100 * value)}%`;
  if (unit === "money")
    return fill(value < -0.05 ? strings.live_minus_pounds : strings.live_pounds, {
      n: plainNumber(Math.round(Math.abs(value) * 10) * 100),
    });
  return counted(value).replace("-", "−");
}

/** A sentence with the figures that it names. @param {GameData} data @param {string} words @param {Numbers} seen */
export function withFigures(data, words, seen) {
  return fill(words, Object.fromEntries(Object.keys(data.figures).map((name) => [name, figureText(data, name, seen[name] ?? 0)])));
}

/** @param {{ good: string, green: number, red: number }} target @param {number} value @returns {"green" | "amber" | "red"} */
export function standing({ good, green, red }, value) {
  const turn = good === "low" ? 1 : -1;
  return turn * value <= turn * green ? "green" : turn * value > turn * red ? "red" : "amber";
}

/** A figure beside its target: with a decimal where whole numbers would seem to say something else. @param {GameData} data @param {any} target @param {string} name @param {number} value */
export function besideTarget(data, target, name, value) {
  const whole = figureText(data, name, value);
  if (!target || data.figures[name].unit) return whole;
  return standing(target, Math.round(value)) === standing(target, value) ? whole : value.toFixed(1);
}

/** What a target asks for, in words. @param {GameData} data @param {string} role @param {any} target */
export function targetText(data, role, target) {
  const most = data.roles[role].hopes ? strings.live_hope_at_most : strings.live_at_most;
  return fill(target.good === "low" ? most : strings.live_at_least, { n: figureText(data, target.figure, target.green) });
}

/** The figures that a role is held to, as a sentence each. @param {GameData} data @param {string} role @param {Numbers} figures */
export function targetsSaid(data, role, figures) {
  const said = (/** @type {any} */ { figure }) => `${data.figures[figure].label}: ${figureText(data, figure, figures[figure] ?? 0)}.`;
  return data.roles[role].targets.map(said).join(" ");
}

/** What is seen in each window. @type {Record<string, string[]>} */
const SEEN = {
  hospital: ["queue", "ready"],
  council: ["home"],
  firms: ["staff"],
  housing: ["empty", "unready"],
  community: ["volunteers"],
  residents: ["lonely", "tired"],
};

/** The picture at the end of a quarter, for those who hear it. @param {GameData} data @param {string[]} open roles whose windows are @param {import("./district.js").Quarter} quarter */
export function pictureSaid(data, open, { path, figures }) {
  const stocks = path[path.length - 1];
  const seen = /** @type {Numbers} */ ({ ...stocks, ready: stocks.unready + stocks.unserved, empty: figures.empty });
  const said = open.map((role) => {
    const counts = SEEN[role].map((name) => {
      const n = plainNumber(Math.round(seen[name]));
      return strings[`live_see_${name}`] ? fill(strings[`live_see_${name}`], { n }) : `${n} ${data.figures[name].short}`;
    });
    return `${data.roles[role].name}: ${counts.join(", ")}.`;
  });
  return said.length ? `${strings.live_in_words} ${said.join(" ")}` : "";
}

/** April to June and so on, of the first or second year. @param {number} number */
export function quarterName(number) {
  const season = [strings.live_spring, strings.live_summer, strings.live_autumn, strings.live_winter][(number - 1) % 4];
  return fill(number > 4 ? strings.live_second_year : strings.live_first_year, { season });
}

/**
 * What the others say as a quarter begins. It follows from what was played, so it is the same whenever it is asked.
 * @param {GameData} data @param {Played} played @param {string[]} mine roles that the player speaks for
 * @returns {Message[]}
 */
export function messagesAt(data, played, mine) {
  /** @type {any[][]} */
  const said = [];
  for (let over = 1; over <= played.quarters.length; over += 1) {
    const { figures, decided } = played.quarters[over - 1];
    const before = played.quarters[over - 2]?.decided;
    const lately = said.slice(-AGAIN).flat();
    const moved = (/** @type {any} */ one) => before && (decided[one.did] - before[one.did]) * (one.way === "up" ? 1 : -1) > 0;
    /** @type {any[]} */
    const told = [];
    for (const one of data.messages) {
      if (told.length === MOST_SAID) break;
      if (mine.includes(one.who) || lately.includes(one) || told.some((other) => other.who === one.who)) continue;
      if (one.did ? moved(one) : holdsFor(one.if, figures)) told.push(one);
    }
    said.push(told);
  }
  const seen = played.quarters.at(-1)?.figures;
  const shared = played.setup.number > 1;
  return (said.at(-1) ?? []).map((one) => ({
    who: one.who,
    words: withFigures(data, (shared && one.shared) || one.words, seen ?? {}),
  }));
}

/** One sentence of each of three residents. @param {GameData} data @param {Played} played @returns {string[]} */
export function residentsSay(data, played) {
  const { figures } = played.quarters[played.quarters.length - 1];
  return data.residents.map((/** @type {any[]} */ group) => group.find((one) => holdsFor(one.if, figures))?.words ?? "");
}

/** The figures by which the others know a role, once data are shared. @param {GameData} data @param {string} role @returns {string[]} */
export function mostTold(data, role) {
  const more = /** @type {Record<string, string[]>} */ ({
    hospital: ["unserved"],
    council: [],
    firms: ["short"],
    residents: ["back", "early_back"],
  });
  return [...data.roles[role].targets.map((/** @type {any} */ one) => one.figure), ...(more[role] ?? [])].filter(
    (name) => !name.endsWith("_fell"),
  );
}
