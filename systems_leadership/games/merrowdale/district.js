// The two years of the district in the page, quarter by quarter: as systems_leadership/live/district.py, for one play.
import { advanceDistrict, districtConditions, districtSeasons, districtSizes, districtStart, districtWeeks } from "./equations.js";

/**
 * @typedef {Record<string, number>} Numbers
 * @typedef {Record<string, any>} GameData what Python gives: sizes, rules and words
 * @typedef {{ number: number, district: string, mine: string[] }} Setup a round from 1, a place, and the levers that the player holds
 *
 * @typedef {Object} Quarter
 * @property {Numbers} figures means over the quarter, and what is made of them
 * @property {Numbers} decided the option of each lever
 * @property {Numbers} scripted the option of each lever by its rule, whoever decided
 * @property {Numbers} dials what that set
 * @property {Numbers[]} path the stocks at its start and after each week
 * @property {{ lever: string, way: number, granted: boolean, traded: boolean } | null} asked what the player asked for
 * @property {Record<string, any> | null} wish what somebody had asked of the player
 * @property {number} share of flexible money in the pool
 * @property {number[]} tokens
 *
 * @typedef {{ quarters: Quarter[], stocks: Numbers, total: Numbers, setup: Setup }} Played
 */

const DAYS = 7;
const TOKENS = 4;
export const USES = [0, 1, 2, 3, 4];

/** @param {string} condition @param {Numbers} seen */
export const holdsFor = (condition, seen) => districtConditions[condition](seen);

/** Quarters are counted from 1. @param {GameData} data @param {Setup} setup */
export function boundaryOf(data, setup) {
  return data.boundaries[data.districts[setup.district].boundary];
}

/** The levers that are nobody's in a quarter, and their option. @param {GameData} data @param {Setup} setup @param {number} number @returns {Numbers} */
export function fixedIn(data, setup, number) {
  const moved = boundaryOf(data, setup);
  return moved.fixedIn.includes(number) ? moved.fixed : {};
}

/**
 * What people know as a quarter begins: the figures of the last one, and whether it is winter.
 * @param {Played} played @param {number} number @returns {Numbers | null}
 */
export function seenBefore(played, number) {
  return number > 1 ? { ...played.quarters[number - 2].figures, winter: (number - 1) % 4 >= 2 ? 1 : 0 } : null;
}

/** @param {any} rule @param {number} before @param {Numbers} seen @returns {number} */
function chosenBy(rule, before, seen) {
  if (rule.cases) {
    const met = rule.cases.find((/** @type {any} */ one) => holdsFor(one.if, seen));
    return met ? met.then : rule.else;
  }
  const step = holdsFor(rule.up, seen) ? 1 : holdsFor(rule.down, seen) ? -1 : 0;
  return Math.min(rule.to, Math.max(rule.from, before + step));
}

/** Where the aim and the place where it is tightest put the four tokens. @param {GameData} data @param {string} aim @param {Numbers | null} seen @returns {number[]} */
export function tokensOf(data, aim, seen) {
  const { fourth } = data;
  const use = seen ? chosenBy(fourth, fourth.first, seen) : fourth.first;
  return data.aimTokens[aim].map((/** @type {number} */ count, /** @type {number} */ at) => count + (at === use ? 1 : 0));
}

/** What the others ask of the player: the first that holds. @param {GameData} data @param {Setup} setup @param {Numbers | null} seen */
export function wishOf(data, setup, seen) {
  if (setup.number !== 2 || !seen) return null;
  return data.asks.find((/** @type {any} */ one) => setup.mine.includes(one.lever) && holdsFor(one.if, seen)) ?? null;
}

/** @param {GameData} data @param {Setup} setup @param {Numbers} decided @param {number} share @param {number[]} tokens @param {number} number @returns {Numbers} */
function dialsFor(data, setup, decided, share, tokens, number) {
  const moved = boundaryOf(data, setup);
  /** @type {Numbers} */
  const at = {};
  for (const [lever, { sets, values }] of Object.entries(data.levers)) {
    sets.forEach((/** @type {string} */ name, /** @type {number} */ part) => {
      at[name] = values[decided[lever]][part];
    });
  }
  /** @type {Numbers} */
  const left = {};
  let pool = 0;
  for (const [role, { money, flexible }] of Object.entries(data.roles)) {
    const has = money * (number >= data.movesIn ? (moved.money[role] ?? 1) : 1);
    const absent = role === "council" && moved.absentIn.includes(number);
    const paid = money && !absent ? (share * has * flexible) / money : 0;
    left[role] = has - paid;
    pool += paid * (1 - data.running);
  }
  const part = tokens.map((count) => (pool * count) / TOKENS);
  const { beds_share: beds, changes_share: changes, ...rest } = at;
  return {
    ...rest,
    beds: (left.hospital * beds + part[0]) / data.bed,
    therapy: left.hospital * (1 - beds) + part[1],
    money: left.council + part[2],
    changes: left.housing * changes + part[3],
    relet: left.housing * (1 - changes),
    grant: left.community + part[4],
  };
}

/** @param {GameData} data @param {Setup} setup @param {number} number @returns {Numbers} */
function sizesIn(data, setup, number) {
  const sizes = { ...districtSizes, ...data.districts[setup.district].sizes };
  const moved = boundaryOf(data, setup);
  if (number < data.movesIn) return sizes;
  for (const [name, more] of Object.entries(moved.add)) sizes[name] += more;
  for (const [name, times] of Object.entries(moved.times)) sizes[name] *= times;
  return sizes;
}

/**
 * Play a round as far as it was ordered. A turn holds options by lever; and by name `ask_` and a lever, a step of it that
 * is asked for; `share`, in hundredths; `use_0` to `use_4`, tokens; `aim` and `read`, by their place.
 * @param {GameData} data @param {Setup} setup @param {Numbers[]} turns
 * @param {Played | null} [before] the first of these turns as they were played already: it goes on from there
 * @returns {Played}
 */
export function playedRound(data, setup, turns, before = null) {
  /** @type {Played} */
  const played = before
    ? { ...before, quarters: [...before.quarters], total: { ...before.total } }
    : { quarters: [], stocks: { ...districtStart }, total: {}, setup };
  const last = played.quarters.at(-1);
  /** @type {Numbers} */
  const scripted = { ...last?.scripted };
  const aims = Object.keys(data.aims);
  const first = turns[0] ?? {};
  let share = last?.share ?? 0;
  let tokens = last?.tokens ?? [0, 0, 0, 0, 0];
  turns.slice(played.quarters.length).forEach((turn) => {
    const at = played.quarters.length;
    const number = at + 1;
    const seen = seenBefore(played, number);
    const fixed = fixedIn(data, setup, number);
    /** @type {Numbers} */
    const decided = {};
    for (const [lever, rule] of Object.entries(data.rules[setup.number])) {
      scripted[lever] = fixed[lever] ?? (seen ? chosenBy(rule, scripted[lever], seen) : rule.first);
      decided[lever] = fixed[lever] ?? turn[lever] ?? scripted[lever];
    }
    const wish = wishOf(data, setup, seen);
    const asked = seen ? askedIn(data, turn, seen, wish, decided, played.quarters[at - 1]) : null;
    if (asked?.granted) stepped(data, decided, asked.lever, asked.way);
    const read = seen && data.readOut[Object.keys(data.read_out)[first.read ?? 0]];
    if (read && holdsFor(data.grants[read.lever][read.way > 0 ? "up" : "down"], seen)) stepped(data, decided, read.lever, read.way);
    if (setup.number === 3) {
      share = (turn.share ?? share * 100) / 100;
      if (turn.use_0 !== undefined) tokens = USES.map((use) => turn[`use_${use}`]);
      else if (number % 2) tokens = tokensOf(data, aims[first.aim ?? 0], seen);
    }
    const dials = dialsFor(data, setup, decided, share, tokens, number);
    passQuarter(data, played, { decided, scripted: { ...scripted }, dials, asked, wish, share, tokens, number });
  });
  return played;
}

/** @param {GameData} data @param {Numbers} decided @param {string} lever @param {number} way */
function stepped(data, decided, lever, way) {
  decided[lever] = Math.min(data.levers[lever].options.length - 1, Math.max(0, decided[lever] + way));
}

/**
 * What the player asks of somebody, and whether it is granted: for its own sake, or for what they asked for and got.
 * @param {GameData} data @param {Numbers} turn @param {Numbers} seen @param {any} wish @param {Numbers} decided @param {Quarter} last
 */
function askedIn(data, turn, seen, wish, decided, last) {
  const name = Object.keys(turn).find((one) => one.startsWith("ask_"));
  if (!name) return null;
  const lever = name.slice(4);
  const way = turn[name];
  const traded = wish?.who === data.levers[lever].role && (decided[wish.lever] - last.decided[wish.lever]) * wish.way > 0;
  return { lever, way, traded, granted: traded || holdsFor(data.grants[lever][way > 0 ? "up" : "down"], seen) };
}

/** @param {GameData} data @param {Played} played @param {any} told */
function passQuarter(data, played, { number, dials, ...told }) {
  const sizes = sizesIn(data, played.setup, number);
  const season = districtSeasons[(number - 1) % 4];
  /** @type {Numbers} */
  const added = {};
  const path = [played.stocks];
  for (let week = 0; week < districtWeeks; week += 1) {
    const { stocks, counts } = advanceDistrict(played.stocks, dials, sizes, season, DAYS, 1 / DAYS);
    played.stocks = stocks;
    path.push(stocks);
    for (const [name, count] of Object.entries(counts)) added[name] = (added[name] ?? 0) + count;
  }
  const figures = Object.fromEntries(Object.entries(added).map(([name, sum]) => [name, sum / districtWeeks]));
  for (const [name, sum] of Object.entries(added)) played.total[name] = (played.total[name] ?? 0) + sum;
  const before = played.quarters.at(-1)?.figures ?? figures;
  figures.ready = figures.unready + figures.unserved;
  figures.filled = 1 - figures.free / (sizes.beds_open + dials.beds);
  figures.bought = dials.money / dials.fee;
  figures.unspent = dials.money - figures.spent;
  figures.short = figures.bought - figures.staff;
  figures.staff_fell = before.staff - figures.staff;
  figures.volunteers_fell = before.volunteers - figures.volunteers;
  played.quarters.push({ ...told, dials, figures, path });
}

/**
 * What the quarters so far came to.
 * @param {GameData} data @param {Played} played @returns {Numbers}
 */
export function cameTo(data, played) {
  const weeks = districtWeeks * played.quarters.length;
  const mean = (/** @type {string} */ name) => played.total[name] / weeks;
  const planned = weeks * (data.roles.hospital.money + data.roles.housing.money + data.roles.community.money);
  return {
    waiting: mean("queue") + mean("unready") + mean("unserved") + mean("home"),
    queue: mean("queue"),
    ready: mean("unready") + mean("unserved"),
    home: mean("home"),
    back: played.total.back,
    lonely: mean("lonely"),
    lonely_end: played.stocks.lonely,
    tired: mean("tired"),
    unplanned: played.total.unplanned,
    money: planned + played.total.spent + played.total.unplanned,
  };
}

/** Can this have been ordered? Files come from anywhere. @param {GameData} data @param {Numbers} turn */
export function isTurn(data, turn) {
  return Object.entries(turn).every(([name, value]) => {
    const most =
      name === "share"
        ? 100
        : name.startsWith("use_")
          ? TOKENS
          : name.startsWith("ask_")
            ? 1
            : (data.levers[name]?.options.length ?? 4) - 1;
    const least = name.startsWith("ask_") ? -1 : 0;
    const known = data.levers[name] || data.levers[name.slice(4)] || /^(share|aim|read|use_[0-4])$/.test(name);
    return known && Number.isInteger(value) && value >= least && value <= (name === "aim" ? 2 : name === "read" ? 3 : most);
  });
}
