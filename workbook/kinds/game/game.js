// <sl-game>: keeps the plays of a game that the course brings, and what the learner makes of it. It knows no rule: the
// game's own element, the first one in the part "game", is given the plays and gives them back.
import { part } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { labelOf } from "../../page/element/fields.js";
import { strings } from "../../page/strings.js";
import { fill, wellFormed } from "../../page/text.js";

/**
 * @typedef {{ name: string, turns: Record<string, number>[] }} GameRound
 * @typedef {{ seat: string, district: string, rounds: GameRound[], over: boolean }} GamePlay
 *
 * What the course's element does. `named`: who one was in a play, and how far it went, in words.
 * @typedef {HTMLElement & { open: (game: GameElement) => void, shows: (plays: GamePlay[]) => void, named: (play: GamePlay) => string }} GameTable
 */

export class GameElement extends ExerciseElement {
  /** @type {GamePlay[]} */ plays = [];
  /** @type {GameTable | null} */ table = null;
  exact = true;

  enhance() {
    const table = /** @type {GameTable | null} */ (part(this, "game").firstElementChild);
    if (!table) return;
    // Its script may run after this one.
    void customElements.whenDefined(table.localName).then(() => {
      customElements.upgrade(table);
      this.table = table;
      table.open(this);
    });
  }

  /** @returns {HTMLTextAreaElement[]} */
  get fields() {
    return [...part(this, "words").querySelectorAll("textarea")];
  }

  /** What was played is kept. @param {GamePlay[]} plays @returns {boolean} whether there was room */
  keep(plays) {
    this.plays = plays;
    return this.save();
  }

  read() {
    return { plays: this.plays, words: this.fields.map((field) => wellFormed(field.value)) };
  }

  /** @param {{ plays: GamePlay[], words: string[] }} value */
  show({ plays, words }) {
    this.plays = plays;
    this.fields.forEach((field, at) => {
      field.value = words[at] ?? "";
    });
    this.table?.shows(plays);
    return true;
  }

  /** @param {{ plays: GamePlay[], words: string[] }} value */
  summary({ plays, words }) {
    const named = (/** @type {GamePlay} */ play) => this.table?.named(play) ?? play.seat;
    const played = plays.map((play, at) => [fill(strings.game_play, { n: at + 1 }), named(play)]);
    return [...played, ...this.fields.map((field, at) => [labelOf(this, field), words[at] ?? ""])];
  }
}

defineKind("game", GameElement);
