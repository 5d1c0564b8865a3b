// <sl-played>: the picture of one run with its time, in a figure: in the book, and in a live notebook, where Python draws
// it anew whenever a slider moves.
import { define, part } from "../dom.js";
import { Player } from "../moving/player.js";
import { timingOf } from "../moving/timing.js";

/** @typedef {import("../moving/moving.js").MovingElement} MovingElement */

/** It has the parts `scene`, `player` and `run`. */
export class PlayedElement extends HTMLElement {
  /** @type {Player | null} */ player = null;
  share = 1; // of its time that has passed when it is shown

  connectedCallback() {
    const scene = /** @type {MovingElement} */ (part(this, "scene"));
    // What draws it may have a script of its own, which comes later.
    void customElements.whenDefined(scene.localName).then(() => this.isConnected && !this.player && this.begin(scene));
  }

  disconnectedCallback() {
    this.player?.pause();
  }

  /** @param {MovingElement} scene */
  begin(scene) {
    const { picture, trace, axis } = JSON.parse(part(this, "run").textContent || "");
    scene.set(picture, trace);
    const player = (this.player = new Player(part(this, "player"), timingOf(picture, trace, axis), {
      shows: (time, { seconds }) => scene.at(time, seconds),
      ends: () => undefined,
      rests: () => scene.rest(),
    }));
    player.to(player.first + this.share * (player.last - player.first));
  }

  /** The share of its time that has passed. */
  get passed() {
    const { player } = this;
    return player ? (player.time - player.first) / (player.last - player.first || 1) : this.share;
  }
}

define("sl-played", PlayedElement);
