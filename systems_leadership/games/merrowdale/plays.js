// A play: who one was, where, and what was ordered in each quarter of its rounds.
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { isTurn } from "./district.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {{ name: string, turns: Numbers[] }} Round
 * @typedef {{ seat: string, district: string, rounds: Round[], over: boolean }} Play
 */

export const ROOM = "room"; // the seat of six who share a laptop
export const MOST_PLAYS = 12;
/** What each round is, to the model. @type {Record<string, number>} */
export const ROUND_NUMBERS = { alone: 1, shared: 2, together: 3 };
/** The rounds of each place. @type {Record<string, string[]>} */
export const ROUNDS = {
  merrowdale: ["alone", "shared", "together"],
  "one-house": ["alone", "together"],
};

/** Can this have been played? Files come from anywhere. @param {GameData} data @param {Play} play */
export function isPlay(data, { seat, district, rounds }) {
  const names = Object.hasOwn(ROUNDS, district) ? ROUNDS[district] : [];
  return (
    (seat === ROOM || Object.hasOwn(data.roles, seat)) &&
    rounds.length > 0 &&
    rounds[0].name === names[0] &&
    rounds.every(
      ({ name, turns }, at) =>
        names.indexOf(name) > names.indexOf(rounds[at - 1]?.name) &&
        turns.length <= data.quarters &&
        turns.every((turn) => isTurn(data, turn)),
    )
  );
}

/** @param {GameData} data @param {Play} play @returns {Round[]} those played to their ends */
export const endedRounds = (data, play) => play.rounds.filter(({ turns }) => turns.length >= data.quarters);

/** The rounds that can come next: a room with an hour leaves out the middle. @param {Play} play @returns {string[]} */
export function roundsAfter({ seat, district, rounds }) {
  const names = ROUNDS[district];
  return names.slice(names.indexOf(rounds[rounds.length - 1].name) + 1).slice(0, seat === ROOM ? names.length : 1);
}

/** The levers that a seat holds. @param {GameData} data @param {string} seat */
export const leversHeld = (data, seat) => Object.keys(data.levers).filter((lever) => seat === ROOM || data.levers[lever].role === seat);

/** Who one was, and how far it went. @param {GameData} data @param {Play} play */
export function playNamed(data, play) {
  const who = play.seat === ROOM ? strings.live_named_room : (data.roles?.[play.seat]?.name ?? play.seat);
  const round = play.rounds[play.rounds.length - 1];
  const where = data.districts?.[play.district]?.name ?? play.district;
  const far = play.over
    ? strings.live_named_over
    : fill(strings.live_named_at, { round: ROUND_NUMBERS[round?.name] ?? 1, quarter: round?.turns.length ?? 0 });
  return `${who}, ${where}: ${far}`;
}

/** The play with a quarter more, over if that was its last. @param {GameData} data @param {Play} play @param {Numbers} turn @returns {Play} */
export function withTurn(data, play, turn) {
  const round = play.rounds[play.rounds.length - 1];
  const turns = [...round.turns, turn];
  const over = turns.length >= data.quarters && !roundsAfter(play).length;
  return { ...play, rounds: [...play.rounds.slice(0, -1), { ...round, turns }], over };
}

/** The play with its last quarter taken back. @param {Play} play @returns {Play} */
export function withoutTurn(play) {
  const round = play.rounds[play.rounds.length - 1];
  return { ...play, over: false, rounds: [...play.rounds.slice(0, -1), { ...round, turns: round.turns.slice(0, -1) }] };
}
