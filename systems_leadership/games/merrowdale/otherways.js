// The same round played again with something else in one place, all other decisions held as they were.
import { cameTo, fixedIn, playedRound, USES } from "./district.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 *
 * @typedef {Object} OtherWay
 * @property {"change" | "kept" | "road"} kind a change of mind, against none; one option in all quarters, against another; another in all quarters, never tried
 * @property {string} lever
 * @property {number} quarter from which it differs, from 1
 * @property {number} from the option before
 * @property {number} to the option that was, or would have been, taken
 * @property {Numbers} whole what the decision did to the two years, or the other road would have done
 * @property {Numbers[]} each the same for each quarter's figures
 * @property {number} late quarters until half of its effect on people back in hospital had come
 */

const TOLD = ["waiting", "back", "lonely", "tired", "unplanned"];

/** Turns in which everything stands as it was decided. @param {Played} played @returns {Numbers[]} */
export function heldAs(played) {
  return played.quarters.map(({ decided, share, tokens }) => ({
    ...decided,
    share: Math.round(100 * share),
    ...Object.fromEntries(USES.map((use) => [`use_${use}`, tokens[use]])),
  }));
}

/**
 * @param {GameData} data @param {Played} was @param {string} lever @param {number[]} options one for each quarter
 * @returns {{ whole: Numbers, each: Numbers[] }} the other way less what was
 */
export function differenceOf(data, was, lever, options) {
  const turns = heldAs(was).map((turn, at) => ({ ...turn, [lever]: options[at] }));
  const other = playedRound(data, was.setup, turns);
  const [a, b] = [cameTo(data, was), cameTo(data, other)];
  const less = (/** @type {Numbers} */ one, /** @type {Numbers} */ two) =>
    Object.fromEntries(Object.keys(one).map((name) => [name, two[name] - one[name]]));
  return { whole: less(a, b), each: was.quarters.map(({ figures }, at) => less(figures, other.quarters[at].figures)) };
}

/** Quarters until half of an effect had come. @param {Numbers[]} each @param {number} from */
function latenessOf(each, from) {
  let sum = 0;
  const sums = each.slice(from).map((one) => (sum += one.back));
  return Math.max(
    0,
    sums.findIndex((part) => Math.abs(part) >= Math.abs(sum) / 2),
  );
}

/** @param {Numbers} difference @param {number} sign */
const signed = (difference, sign) => Object.fromEntries(Object.entries(difference).map(([name, value]) => [name, sign * value]));

/**
 * What each change of mind did, and the road not taken that would have led furthest, for each of some levers.
 * @param {GameData} data @param {Played} was @param {string[]} levers
 * @returns {OtherWay[]}
 */
export function otherWays(data, was, levers) {
  /** @type {OtherWay[]} */
  const found = [];
  const quarters = was.quarters.length;
  for (const lever of levers) {
    const mine = was.quarters.map(({ decided }) => decided[lever]);
    const nobodys = (/** @type {number} */ at) => fixedIn(data, was.setup, at + 1)[lever] !== undefined;
    for (let at = 1; at < quarters; at += 1) {
      if (mine[at] === mine[at - 1] || nobodys(at) || nobodys(at - 1)) continue;
      let until = at + 1;
      while (until < quarters && mine[until] === mine[at]) until += 1;
      const without = mine.map((option, q) => (q >= at && q < until ? mine[at - 1] : option));
      const { whole, each } = differenceOf(data, was, lever, without);
      found.push(wayOf("change", lever, at, mine[at - 1], mine[at], whole, each, -1));
    }
    const roads = data.levers[lever].options.map((/** @type {string} */ _, /** @type {number} */ option) => {
      if (mine.every((one) => one === option)) return null;
      const { whole, each } = differenceOf(data, was, lever, Array(quarters).fill(option));
      const kept = mine.every((one) => one === mine[0]);
      return kept ? wayOf("kept", lever, 0, mine[0], option, whole, each, -1) : wayOf("road", lever, 0, mine[0], option, whole, each, 1);
    });
    const furthest = roads.filter(Boolean).sort((/** @type {any} */ a, /** @type {any} */ b) => weight(b) - weight(a))[0];
    if (furthest) found.push(furthest);
  }
  return found;
}

/** How far a way leads from what was. @param {OtherWay} way */
export function weight({ whole }) {
  return TOLD.reduce((sum, name) => sum + Math.abs(whole[name]) / SIZES[name], 0);
}
/** What is a lot, of each. @type {Numbers} */
const SIZES = { waiting: 10, back: 60, lonely: 20, tired: 4, unplanned: 600 };

/** @param {OtherWay["kind"]} kind @param {string} lever @param {number} at @param {number} from @param {number} to @param {Numbers} whole @param {Numbers[]} each @param {number} sign @returns {OtherWay} */
function wayOf(kind, lever, at, from, to, whole, each, sign) {
  return {
    kind,
    lever,
    quarter: at + 1,
    from,
    to,
    whole: signed(whole, sign),
    each: each.map((one) => signed(one, sign)),
    late: latenessOf(each, at),
  };
}
