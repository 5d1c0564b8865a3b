// A learner's plays, the last of them at hand: what is kept of them and of the quarter one is at, and what each came to.
import { playedRound } from "./district.js";
import { draftFor, draftOf } from "./draft.js";
import { isPlay, leversHeld, MOST_PLAYS, ROUND_NUMBERS, ROUNDS, withoutTurn, withTurn } from "./plays.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Played} Played
 * @typedef {import("./plays.js").Play} Play
 * @typedef {import("./plays.js").Round} Round
 * @typedef {import("./merrowdale.js").Host} Host
 */

const DRAFT = "merrowdale-draft";

export class KeptPlays {
  /** @type {Play[]} never changed in place: the store remembers them */ all = [];
  /** @type {WeakMap<Round, Played>} what each round came to: one is never changed in place */ known = new WeakMap();
  problem = ""; // why the last quarter could not be stored

  /** @param {GameData} data @param {Host} game */
  constructor(data, game) {
    this.data = data;
    this.game = game;
    this.draft = draftOf(game.store.setting(DRAFT));
  }

  /** @returns {Play | undefined} */
  get atHand() {
    return this.all[this.all.length - 1];
  }

  /** The round that the play at hand is in. @returns {Round | undefined} */
  get round() {
    return this.atHand?.rounds[this.atHand.rounds.length - 1];
  }

  /** Those that come from the store or a file, as far as they can have been played. @param {Play[]} plays */
  take(plays) {
    this.all = plays.filter((one) => isPlay(this.data, one));
  }

  /** @param {Play} play @param {Round} round @returns {Played} */
  played(play, round) {
    const setup = { number: ROUND_NUMBERS[round.name], district: play.district, mine: leversHeld(this.data, play.seat) };
    const known = this.known.get(round) ?? playedRound(this.data, setup, round.turns);
    this.known.set(round, known);
    return known;
  }

  /** @param {Play[]} plays */
  keep(plays) {
    this.all = plays;
    // It is told beside what was pressed, which the next screen takes away.
    this.problem = this.game.keep(plays) ? "" : (this.game.querySelector(".sl-problem")?.textContent ?? "");
  }

  /** @param {(play: Play) => Play} changed */
  change(changed) {
    const play = /** @type {Play} */ (this.atHand);
    this.keep([...this.all.slice(0, -1), changed(play)]);
  }

  /** @param {string} seat @param {string} district */
  start(seat, district) {
    const play = { seat, district, rounds: [{ name: ROUNDS[district][0], turns: [] }], over: false };
    this.keep([...this.all, play].slice(-MOST_PLAYS));
  }

  /** An earlier play becomes the one at hand. @param {number} at */
  fetch(at) {
    const { [at]: chosen } = this.all;
    this.keep([...this.all.filter((_, one) => one !== at), chosen]);
  }

  /** Some quarters pass, with the same orders. @param {number} quarters */
  pass(quarters) {
    let play = /** @type {Play} */ (this.atHand);
    let played = this.played(play, play.rounds[play.rounds.length - 1]);
    for (let one = 0; one < quarters; one += 1) {
      play = withTurn(this.data, play, { ...this.draft.turn });
      const round = play.rounds[play.rounds.length - 1];
      played = playedRound(this.data, played.setup, round.turns, played);
      this.known.set(round, played);
    }
    this.change(() => play);
  }

  /** Take the last quarter back: its choices are there to be changed. @returns {boolean} whether there was one */
  back() {
    const turn = this.round?.turns.at(-1);
    if (!turn) return false;
    this.change(withoutTurn);
    this.prepare();
    this.draft.turn = { ...turn };
    this.keepDraft();
    return true;
  }

  /** What is chosen of the quarter that the play at hand is at. @returns {boolean} whether it is another one than before */
  prepare() {
    const play = /** @type {Play} */ (this.atHand);
    const round = play.rounds[play.rounds.length - 1];
    const of = [this.all.length, play.seat, play.district, round.name, round.turns.length].join("/");
    const other = this.draft.of !== of;
    this.draft = draftFor(this.draft, of, this.data, this.played(play, round));
    return other;
  }

  keepDraft() {
    this.game.store.keep(DRAFT, JSON.stringify(this.draft));
  }

  /** What is looked at: a page that comes back comes back to it. @param {string} view */
  seeing(view) {
    this.draft = { ...this.draft, view };
    this.keepDraft();
  }
}
