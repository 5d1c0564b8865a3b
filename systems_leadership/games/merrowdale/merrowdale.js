// <sl-merrowdale>: six roles, one district, two winters. It keeps nothing but what was ordered; all else is played again.
import { define, part, textOf } from "workbook/page/dom.js";
import { reportMissing } from "workbook/page/element/message.js";
import { strings } from "workbook/page/strings.js";
import { choosing } from "./choosing.js";
import { debriefOf } from "./debrief.js";
import { leversOf, stillToAgree, stillToDecide } from "./deciding.js";
import { deskOf, figuresAt } from "./desk.js";
import { roundEnd } from "./ends.js";
import { KeptPlays } from "./kept_plays.js";
import { endedRounds, playNamed, ROOM, roundsAfter } from "./plays.js";
import { coverOf, tableOf } from "./room.js";
import { quarterName, targetsSaid } from "./saying.js";
import { beginningOf, keepingFocus, letGo, replaceAround } from "./stage.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Played} Played
 * @typedef {import("./plays.js").Play} Play
 * @typedef {import("./plays.js").Round} Round
 * @typedef {HTMLElement & { id: string, store: import("workbook/page/store.js").AnswerStore, keep: (plays: Play[]) => boolean,
 *   say: (text: string) => void, report: (text: string, at?: Element | null) => void, plays: Play[], fields: HTMLTextAreaElement[] }} Host
 */

export class MerrowdaleElement extends HTMLElement {
  /** @type {GameData} */ data = {};
  /** @type {Host | null} */ game = null;
  /** @type {KeptPlays} */ plays = /** @type {any} */ (null);
  /** @type {"choose" | "play" | "debrief"} */ view = "choose";
  /** @type {import("./desk.js").KeptPicture} */ kept = { of: "" };
  covered = true;
  /** @type {HTMLElement | null} the roles as Python wrote them */ roles = null;

  /** @param {Host} game */
  open(game) {
    this.game = game;
    this.data = JSON.parse(part(this, "live-data").textContent || "{}");
    this.roles = /** @type {HTMLElement} */ (part(this, "stage").firstElementChild);
    this.plays = new KeptPlays(this.data, game);
    this.shows(game.plays);
  }

  /** @param {Play[]} plays */
  shows(plays) {
    if (!this.game) return;
    this.plays.take(plays);
    const { play } = this;
    const { draft } = this.plays;
    const ended = play && endedRounds(this.data, play).length > 0;
    if (!play) this.view = "choose";
    else if (ended && draft.view === "debrief") this.view = "debrief";
    else this.view = play.over ? "debrief" : "play";
    this.draw(false);
  }

  /** @returns {Play | undefined} */
  get play() {
    return this.plays.atHand;
  }

  get id_() {
    return `${this.game?.id}-live`;
  }

  /** @param {Play} play */
  named(play) {
    return playNamed(this.data, play);
  }

  /** Draw what is to be seen now. @param {boolean} [focus] whether the focus goes to its heading @param {boolean} [moving] whether a quarter just passed */
  draw(focus = true, moving = false) {
    const { play, game } = this;
    if (!game) return;
    const stage = part(this, "stage");
    if (focus) letGo(stage);
    replaceAround(
      stage,
      this.view === "choose" || !play ? this.choosing() : this.view === "debrief" ? this.debrief(play) : this.playing(play, moving),
    );
    const ended = this.plays.all.some((one) => endedRounds(this.data, one).length);
    const asked = this.view === "debrief" || (ended && this.view === "choose");
    part(game, "words").hidden = !asked && !game.fields.some((field) => field.value);
    const head = part(stage, "live-head");
    if (this.plays.problem) game.report(this.plays.problem, head);
    else if (moving) this.tell();
    if (!focus) return;
    head.focus({ preventScroll: true });
    beginningOf(stage)?.scrollIntoView({ block: "start", behavior: "auto" });
  }

  choosing() {
    const start = (/** @type {string} */ seat) => this.start(seat, "merrowdale");
    return choosing(this.data, this.roles, this.plays.all, { start, take: (at, view) => this.take(at, view) });
  }

  /** @param {string} seat @param {string} district */
  start(seat, district) {
    this.seeing("play");
    this.plays.start(seat, district);
    this.draw();
  }

  /** An earlier play becomes the one at hand. @param {number} at @param {"play" | "debrief"} view */
  take(at, view) {
    this.seeing(view);
    this.plays.fetch(at);
    this.draw();
  }

  /** @param {Play} play @param {boolean} moving */
  playing(play, moving) {
    const round = play.rounds[play.rounds.length - 1];
    const played = this.plays.played(play, round);
    if (round.turns.length >= this.data.quarters) {
      return roundEnd(this.data, played, play.seat === ROOM ? "" : play.seat, {
        on: (next) => this.nextRound(next),
        look: () => this.look("debrief"),
        again: () => this.look("choose"),
        next: roundsAfter(play),
      });
    }
    if (this.plays.prepare()) this.covered = true;
    const { draft } = this.plays;
    const roles = Object.keys(this.data.roles);
    const sitting = this.sitting(play, round, played, moving);
    if (play.seat !== ROOM) return deskOf(sitting);
    if (draft.seat < 0)
      return tableOf(
        { ...sitting, role: "" },
        draft.since,
        () => this.begin(sitting, () => this.seatAt(0)),
        () => this.begin(sitting, () => this.passed()),
      );
    if (this.covered) return coverOf(this.data, roles[draft.seat], () => this.uncover());
    return deskOf({
      ...sitting,
      role: roles[draft.seat],
      id: `${this.id_}-${roles[draft.seat]}`,
      pass: () => this.handOver({ ...sitting, role: roles[draft.seat] }),
    });
  }

  /** @param {Play} play @param {Round} round @param {Played} played @param {boolean} moving @returns {import("./desk.js").Sitting} */
  sitting(play, round, played, moving) {
    const last = played.quarters.at(-1)?.decided ?? null;
    const first = round.turns[0] ?? {};
    const { turn } = this.plays.draft;
    return {
      ...{ data: this.data, played, role: play.seat, turn, last, first, id: this.id_, room: play.seat === ROOM, moving, kept: this.kept },
      changed: () => this.plays.keepDraft(),
      redraw: () => {
        this.plays.keepDraft();
        keepingFocus(this, () => this.draw(false));
      },
      pass: (quarters = 1) => this.pass(play, played, quarters),
      back: () => this.back(),
    };
  }

  /** The quarter passes, if all is chosen. @param {Play} play @param {Played} played @param {number} quarters */
  pass(play, played, quarters) {
    const missing = stillToDecide(this.sitting(play, play.rounds[play.rounds.length - 1], played, false));
    if (missing) return this.lacks(missing);
    this.passed(quarters);
  }

  /** What is still to be chosen, beside the button that was pressed. @param {string} missing */
  lacks(missing) {
    if (this.game) reportMissing(this.game, missing, this.querySelector("button.sl-main"));
  }

  /** @param {number} [quarters] so many, with the same orders */
  passed(quarters = 1) {
    letGo(part(this, "stage")); // Before anything is written, too: then there is nothing yet to style anew.
    this.plays.pass(quarters);
    this.draw(true, true);
  }

  /** What the quarter came to on one's own screen, and what the others say, for those who hear it. */
  tell() {
    const play = /** @type {Play} */ (this.play);
    const round = play.rounds[play.rounds.length - 1];
    if (play.seat === ROOM || round.turns.length >= this.data.quarters) return;
    const figures = figuresAt(this.data, this.plays.played(play, round), play.seat);
    const heard = [...this.querySelectorAll(".sl-live-speech")].map((one) => [...one.querySelectorAll("strong, p")].map(textOf).join(": "));
    const told = [targetsSaid(this.data, play.seat, figures ?? {}), ...(heard.length ? [`${strings.live_heard}.`] : []), ...heard];
    this.game?.say([`${quarterName(round.turns.length + 1)}.`, ...told].join(" "));
  }

  back() {
    if (!this.plays.back()) return;
    this.covered = true;
    this.draw();
  }

  /** In a room: the laptop goes round, or every desk keeps its orders. @param {import("./desk.js").Sitting} sitting @param {() => void} on */
  begin(sitting, on) {
    const missing = stillToAgree(sitting);
    if (missing) return this.lacks(missing);
    on();
  }

  /** @param {number} seat */
  seatAt(seat) {
    this.plays.draft.seat = seat;
    this.covered = true;
    this.plays.keepDraft();
    this.draw();
  }

  uncover() {
    this.covered = false;
    this.draw();
  }

  /** @param {import("./desk.js").Sitting} sitting */
  handOver(sitting) {
    if (leversOf(sitting).some((lever) => sitting.turn[lever] === undefined)) return this.lacks(strings.live_missing);
    const next = this.plays.draft.seat + 1;
    if (next < Object.keys(this.data.roles).length) return this.seatAt(next);
    this.passed();
  }

  /** @param {string} next */
  nextRound(next) {
    this.plays.change((play) => ({ ...play, rounds: [...play.rounds, { name: next, turns: [] }] }));
    this.draw();
  }

  /** @param {"choose" | "debrief" | "play"} view */
  seeing(view) {
    this.view = view;
    this.plays.seeing(view);
  }

  /** @param {"choose" | "debrief" | "play"} view */
  look(view) {
    this.seeing(view);
    this.draw();
  }

  /** @param {Play} play */
  debrief(play) {
    const rounds = endedRounds(this.data, play).map((round) => this.plays.played(play, round));
    const hill = play.district === "merrowdale" && play.seat !== ROOM ? () => this.start(play.seat, "one-house") : null;
    const back = play.over ? null : () => this.look("play");
    return debriefOf(this.data, rounds, play.seat === ROOM ? "" : play.seat, this.id_, { again: () => this.look("choose"), hill, back });
  }
}

define("sl-merrowdale", MerrowdaleElement);
