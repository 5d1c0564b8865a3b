// <sl-merrowdale>: six roles, one district, two winters. It keeps nothing but what was ordered; all else is played again.
import { define, make, part } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { debriefOf } from "./debrief.js";
import { deskOf, figuresAt, leversOf, stillToDecide, sharesNow } from "./desk.js";
import { isTurn, playedRound } from "./district.js";
import { roundEnd } from "./ends.js";
import { headOf, pressable } from "./pieces.js";
import { coverOf, tableOf } from "./room.js";
import { figureText, quarterName } from "./saying.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 * @typedef {{ name: string, turns: Numbers[] }} Round
 * @typedef {{ seat: string, district: string, rounds: Round[], over: boolean }} Play
 * @typedef {HTMLElement & { id: string, store: import("workbook/page/store.js").AnswerStore, keep: (plays: Play[]) => boolean,
 *   say: (text: string) => void, report: (text: string, at?: Element | null) => void, plays: Play[], fields: HTMLTextAreaElement[] }} Host
 * @typedef {{ of: string, turn: Numbers, seat: number, since: number, view: string }} Draft an unfinished quarter; seat: in a room, -1 for the screen
 *   that all see; view: what was looked at last
 */

const ROOM = "room";
const NUMBERS = /** @type {Record<string, number>} */ ({ alone: 1, shared: 2, together: 3 });
const ROUNDS = /** @type {Record<string, string[]>} */ ({
  merrowdale: ["alone", "shared", "together"],
  "one-house": ["alone", "together"],
});
const DRAFT = "merrowdale-draft";
const MOST_PLAYS = 12;

export class MerrowdaleElement extends HTMLElement {
  /** @type {GameData} */ data = {};
  /** @type {Host | null} */ game = null;
  /** @type {Play[]} */ plays = [];
  /** @type {"choose" | "play" | "debrief"} */ view = "choose";
  /** @type {Draft} */ draft = { of: "", turn: {}, seat: -1, since: 0, view: "choose" };
  /** @type {WeakMap<Round, Played>} what each round came to: one is never changed in place */ known = new WeakMap();
  covered = true;
  problem = ""; // why the last quarter could not be stored
  /** @type {HTMLElement | null} the roles as Python wrote them */ roles = null;

  /** @param {Host} game */
  open(game) {
    this.game = game;
    this.data = JSON.parse(part(this, "live-data").textContent || "{}");
    this.roles = /** @type {HTMLElement} */ (part(this, "stage").firstElementChild);
    try {
      this.draft = { ...this.draft, ...JSON.parse(game.store.setting(DRAFT) || "{}") };
    } catch {
      // Something else's: the quarter begins without it.
    }
    this.shows(game.plays);
  }

  /** @param {Play[]} plays */
  shows(plays) {
    if (!this.game) return;
    this.plays = plays.filter((one) => this.isPlay(one));
    const { play, draft } = this;
    // A page that comes back comes back to what was read on it.
    if (play && draft.view === "debrief" && this.hasEnds(play)) this.view = "debrief";
    else this.view = play && (!play.over || draft.view === "play") ? "play" : "choose";
    this.draw(false);
  }

  /** Can this have been played? Files come from anywhere. @param {Play} play */
  isPlay({ seat, district, rounds }) {
    const names = Object.hasOwn(ROUNDS, district) ? ROUNDS[district] : [];
    return (
      (seat === ROOM || Object.hasOwn(this.data.roles, seat)) &&
      rounds.length > 0 &&
      rounds.every(
        ({ name, turns }, at) => name === names[at] && turns.length <= this.data.quarters && turns.every((turn) => isTurn(this.data, turn)),
      )
    );
  }

  /** @returns {Play | undefined} */
  get play() {
    return this.plays[this.plays.length - 1];
  }

  /** Is there a round to look back at? @param {Play} play */
  hasEnds(play) {
    return play.rounds.some((round) => round.turns.length >= this.data.quarters);
  }

  get id_() {
    return `${this.game?.id}-live`;
  }

  /** @param {Play} play @param {Round} round @returns {Played} */
  played(play, round) {
    const mine = Object.keys(this.data.levers).filter((lever) => play.seat === ROOM || this.data.levers[lever].role === play.seat);
    const known =
      this.known.get(round) ?? playedRound(this.data, { number: NUMBERS[round.name], district: play.district, mine }, round.turns);
    this.known.set(round, known);
    return known;
  }

  /** Who one was, and how far it went. @param {Play} play */
  named(play) {
    const who = play.seat === ROOM ? strings.live_named_room : (this.data.roles?.[play.seat]?.name ?? play.seat);
    const round = play.rounds[play.rounds.length - 1];
    const where = this.data.districts?.[play.district]?.name ?? play.district;
    const far = play.over
      ? strings.live_named_over
      : fill(strings.live_named_at, { round: NUMBERS[round?.name] ?? 1, quarter: round?.turns.length ?? 0 });
    return `${who}, ${where}: ${far}`;
  }

  /** Draw what is to be seen now. @param {boolean} [focus] whether the focus goes to its heading @param {boolean} [moving] whether a quarter just passed */
  draw(focus = true, moving = false) {
    const { play, game } = this;
    if (!game) return;
    const stage = part(this, "stage");
    const shown =
      this.view === "choose" || !play ? this.choosing() : this.view === "debrief" ? this.debrief(play) : this.playing(play, moving);
    stage.replaceChildren(...shown);
    const ended = this.plays.some((one) => this.hasEnds(one));
    part(game, "words").hidden = !(
      this.view === "debrief" ||
      (ended && this.view === "choose") ||
      game.fields.some((field) => field.value)
    );
    const head = part(stage, "live-head");
    if (this.problem) game.report(this.problem, head);
    if (!focus) return;
    head.focus({ preventScroll: true });
    (stage.firstElementChild ?? head).scrollIntoView({ block: "start", behavior: "auto" });
  }

  /** Who does one want to be? Earlier plays are there to go on with, or to look back at. */
  choosing() {
    const { data, roles } = this;
    for (const role of roles?.children ?? []) {
      if (!(role instanceof HTMLElement)) continue;
      const id = role.dataset.role ?? "";
      role.querySelector("button")?.remove();
      role.append(
        pressable(
          fill(strings.live_be, { name: data.roles[id].name.replace(/^The/, "the") }),
          () => this.start(id, "merrowdale"),
          "sl-card-button",
        ),
      );
    }
    const earlier = this.plays.map((play, at) => {
      const buttons = [
        ...(play.over ? [] : [pressable(strings.live_go_on, () => this.take(at, "play"))]),
        ...(this.hasEnds(play) ? [pressable(strings.live_look_back, () => this.take(at, "debrief"))] : []),
      ];
      return make("li", {}, make("span", {}, this.named(play)), ...buttons);
    });
    const before = earlier.length
      ? [make("div", { class: "sl-live-earlier" }, make("h5", {}, strings.live_earlier), make("ul", {}, ...earlier))]
      : [];
    const room = make(
      "details",
      { class: "sl-live-fold" },
      make("summary", {}, strings.live_room),
      make("p", {}, strings.live_room_hint),
      pressable(strings.live_room_start, () => this.start(ROOM, "merrowdale")),
    );
    return [headOf(strings.live_choose), make("p", {}, strings.live_choose_hint), ...before, ...(roles ? [roles] : []), room];
  }

  /** @param {string} seat @param {string} district */
  start(seat, district) {
    const play = { seat, district, rounds: [{ name: ROUNDS[district][0], turns: [] }], over: false };
    this.keep([...this.plays, play].slice(-MOST_PLAYS));
    this.look("play");
  }

  /** An earlier play becomes the one at hand. @param {number} at @param {"play" | "debrief"} view */
  take(at, view) {
    const { [at]: chosen } = this.plays;
    this.keep([...this.plays.filter((_, one) => one !== at), chosen]);
    this.look(view);
  }

  /** @param {Play[]} plays never changed in place: the store remembers them */
  keep(plays) {
    this.plays = plays;
    // It is told beside what was pressed, which the next screen takes away.
    this.problem = this.game?.keep(plays) ? "" : (this.game?.querySelector(".sl-problem")?.textContent ?? "");
  }

  /** @param {(play: Play) => Play} changed */
  change(changed) {
    const play = /** @type {Play} */ (this.play);
    this.keep([...this.plays.slice(0, -1), changed(play)]);
  }

  keepDraft() {
    this.game?.store.keep(DRAFT, JSON.stringify(this.draft));
  }

  /** @param {Play} play @param {boolean} moving */
  playing(play, moving) {
    const round = play.rounds[play.rounds.length - 1];
    const played = this.played(play, round);
    if (round.turns.length >= this.data.quarters) {
      const next = ROUNDS[play.district][play.rounds.length] ?? null;
      const look = () => this.look("debrief");
      return roundEnd(this.data, played, play.seat === ROOM ? "" : play.seat, {
        on: () => this.nextRound(next),
        look,
        again: () => this.look("choose"),
        next,
      });
    }
    this.prepare(play, round, played);
    const { draft } = this;
    const roles = Object.keys(this.data.roles);
    const sitting = this.sitting(play, round, played, moving);
    if (play.seat !== ROOM) return deskOf(sitting);
    if (draft.seat < 0)
      return tableOf(
        { ...sitting, role: "" },
        draft.since,
        () => this.begin(sitting),
        () => this.back(),
      );
    if (this.covered) return coverOf(this.data, roles[draft.seat], () => this.uncover());
    return deskOf({
      ...sitting,
      role: roles[draft.seat],
      id: `${this.id_}-${roles[draft.seat]}`,
      pass: () => this.handOver({ ...sitting, role: roles[draft.seat] }),
    });
  }

  /** What was chosen of this quarter before one left; or the choices of the last quarter. @param {Play} play @param {Round} round @param {Played} played */
  prepare(play, round, played) {
    const of = [this.plays.length, play.seat, play.district, round.name, round.turns.length].join("/");
    if (this.draft.of === of) return;
    const last = played.quarters.at(-1);
    /** @type {Numbers} */
    const turn = {};
    if (last) for (const lever of played.setup.mine) turn[lever] = last.decided[lever];
    if (last && played.setup.number === 3 && sharesNow(this.data, played)) turn.share = Math.round(100 * last.share);
    const now = Math.round(Date.now() / 1000);
    this.draft = { of, turn, seat: -1, since: round.turns.length && this.draft.since ? this.draft.since : now, view: this.view };
    this.covered = true;
  }

  /** @param {Play} play @param {Round} round @param {Played} played @param {boolean} moving @returns {import("./desk.js").Sitting} */
  sitting(play, round, played, moving) {
    const last = played.quarters.at(-1)?.decided ?? null;
    const first = round.turns[0] ?? {};
    const { turn } = this.draft;
    return {
      ...{ data: this.data, played, role: play.seat, turn, last, first, id: this.id_, room: play.seat === ROOM, moving },
      changed: () => this.keepDraft(),
      redraw: () => this.redrawn(),
      pass: () => this.pass(play, played),
      back: () => this.back(),
    };
  }

  /** Drawn again by a choice: the focus stays on what was pressed, or goes to what stands in its place. */
  redrawn() {
    this.keepDraft();
    const at = document.activeElement;
    const [name, value, top] = at instanceof HTMLInputElement ? [at.name, at.value, at.getBoundingClientRect().top] : ["", "", 0];
    this.draw(false);
    const same = name ? this.querySelector(`input[name="${name}"][value="${value}"]`) : this.querySelector('[data-part="live-pass"]');
    if (!(same instanceof HTMLElement)) return;
    same.focus({ preventScroll: true });
    if (name) window.scrollBy(0, same.getBoundingClientRect().top - top);
  }

  /** The quarter passes, if all is chosen. @param {Play} play @param {Played} played */
  pass(play, played) {
    const missing = stillToDecide(this.sitting(play, play.rounds[play.rounds.length - 1], played, false));
    if (missing) return this.game?.report(missing, this.querySelector('[data-part="live-pass"]'));
    this.passed();
  }

  passed() {
    const turn = { ...this.draft.turn };
    this.change((play) => {
      const round = play.rounds[play.rounds.length - 1];
      const turns = [...round.turns, turn];
      const last = turns.length >= this.data.quarters && play.rounds.length >= ROUNDS[play.district].length;
      return { ...play, rounds: [...play.rounds.slice(0, -1), { ...round, turns }], over: last };
    });
    this.draw(true, true);
    if (!this.problem) this.tell();
  }

  /** What the quarter came to on one's own screen, for those who hear it. */
  tell() {
    const play = /** @type {Play} */ (this.play);
    const round = play.rounds[play.rounds.length - 1];
    if (play.seat === ROOM || round.turns.length >= this.data.quarters) return;
    const figures = figuresAt(this.data, this.played(play, round), play.seat);
    const told = this.data.roles[play.seat].targets.map(
      (/** @type {any} */ { figure }) => `${this.data.figures[figure].label}: ${figureText(this.data, figure, figures?.[figure] ?? 0)}.`,
    );
    this.game?.say([quarterName(round.turns.length + 1), ...told].join(" "));
  }

  /** Take the last quarter back: its choices are there to be changed. */
  back() {
    const round = this.play?.rounds[this.play.rounds.length - 1];
    const turn = round?.turns[round.turns.length - 1];
    if (!round || !turn) return;
    this.change((play) => ({ ...play, over: false, rounds: [...play.rounds.slice(0, -1), { ...round, turns: round.turns.slice(0, -1) }] }));
    const play = /** @type {Play} */ (this.play);
    const shorter = play.rounds[play.rounds.length - 1];
    this.prepare(play, shorter, this.played(play, shorter));
    this.draft.turn = { ...turn };
    this.keepDraft();
    this.draw();
  }

  /** In a room: the laptop goes round. @param {import("./desk.js").Sitting} sitting */
  begin(sitting) {
    const { turn, data, played, first } = sitting;
    const missing =
      played.setup.number < 3
        ? ""
        : !played.quarters.length && turn.aim === undefined
          ? strings.live_missing_aim
          : sharesNow(data, played) && turn.share === undefined
            ? strings.live_missing_share
            : stillToDecide({ ...sitting, role: "", room: false, first });
    if (missing) return this.game?.report(missing, this.querySelector("button.sl-main"));
    this.seatAt(0);
  }

  /** @param {number} seat */
  seatAt(seat) {
    this.draft.seat = seat;
    this.covered = true;
    this.keepDraft();
    this.draw();
  }

  uncover() {
    this.covered = false;
    this.draw();
  }

  /** @param {import("./desk.js").Sitting} sitting */
  handOver(sitting) {
    if (leversOf(sitting).some((lever) => sitting.turn[lever] === undefined))
      return this.game?.report(strings.live_missing, this.querySelector('[data-part="live-pass"]'));
    if (this.draft.seat + 1 < Object.keys(this.data.roles).length) return this.seatAt(this.draft.seat + 1);
    this.passed();
  }

  /** @param {string | null} next */
  nextRound(next) {
    if (!next) return;
    this.change((play) => ({ ...play, rounds: [...play.rounds, { name: next, turns: [] }] }));
    this.draw();
  }

  /** @param {"choose" | "debrief" | "play"} view */
  look(view) {
    this.view = view;
    this.draft.view = view;
    this.keepDraft();
    this.draw();
  }

  /** @param {Play} play */
  debrief(play) {
    const rounds = play.rounds.filter((round) => round.turns.length >= this.data.quarters).map((round) => this.played(play, round));
    const hill = play.district === "merrowdale" && play.seat !== ROOM ? () => this.start(play.seat, "one-house") : null;
    const back = play.over ? null : () => this.look("play");
    return debriefOf(this.data, rounds, play.seat === ROOM ? "" : play.seat, this.id_, { again: () => this.look("choose"), hill, back });
  }
}

define("sl-merrowdale", MerrowdaleElement);
