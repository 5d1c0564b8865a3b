// The picture of one run with its time, in a figure of a live notebook. Whoever moves a slider there goes
// on looking at the moment at which they were.
import { part } from "./dom.js";
import { Player } from "./moving/player.js";
import "./scene/scene.js";
import { timingOf } from "./moving/timing.js";

/** @typedef {import("./moving/moving.js").MovingElement} MovingElement */

/**
 * Bring a figure's picture to life.
 * @param {HTMLElement} figure with the parts `scene`, `player` and `run`
 * @param {number} [share] of its time that has passed
 * @returns {Player}
 */
export function played(figure, share = 1) {
  const { picture, trace, axis } = JSON.parse(part(figure, "run").textContent || "");
  const scene = /** @type {MovingElement} */ (part(figure, "scene"));
  scene.set(picture, trace);
  const player = new Player(part(figure, "player"), timingOf(picture, trace, axis), {
    shows: (time, { seconds }) => scene.at(time, seconds),
    ends: () => undefined,
    rests: () => scene.rest(),
  });
  player.to(player.first + share * (player.last - player.first));
  return player;
}
