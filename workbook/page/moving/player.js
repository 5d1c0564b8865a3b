// Time with handles: play and pause, one step on, and a bar to draw along. It never starts by itself.
import { make } from "../dom.js";
import { icon } from "./icons.js";
import { strings } from "../strings.js";

const LONGEST_FRAME = 0.05; // seconds: after a pause of the browser's own, time goes on from where it was
const BREATH = 1.3; // seconds for which time stands at a flag

/**
 * @typedef {Object} Timing
 * @property {number[]} stops where a step leads, rising, from the first moment to the last
 * @property {number[]} flags moments that it turns on
 * @property {(time: number) => number} pace units of time in a second, at a time
 * @property {string} name what the bar is called
 * @property {(time: number) => string} says a time in words
 */

/** Reduced motion: Play shows the end at once; steps and the bar go on by hand. */
export const still = () => typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Player {
  /**
   * @param {HTMLElement} host
   * @param {Timing} timing
   * @param {{ shows: (time: number, how: { spoken: boolean, seconds: number }) => void, ends: () => void, rests: () => void }} told
   *   `shows`: at each new time, with the seconds since the one before while it plays; `ends`: when the last moment is
   *   reached; `rests`: when time stands still
   */
  constructor(host, timing, told) {
    this.timing = timing;
    this.told = told;
    this.time = this.first;
    this.frame = 0;
    this.since = 0;
    this.held = 0;
    this.play = button(strings.scene_play, "play", () => (this.frame ? this.pause() : this.start()));
    this.next = button(strings.scene_step, "step", () => this.step());
    this.bar = /** @type {HTMLInputElement} */ (
      make("input", { type: "range", min: String(this.first), max: String(this.last), step: "any", "aria-label": timing.name })
    );
    this.bar.addEventListener("input", () => {
      this.pause();
      this.to(this.bar.valueAsNumber);
    });
    this.bar.addEventListener("keydown", (event) => this.byKey(event));
    this.said = make("output", { "aria-live": "off" }); // The bar says it, as its value.
    host.classList.add("sl-player");
    this.flags = make("span", { class: "sl-flags", "aria-hidden": "true" });
    host.replaceChildren(this.play, this.next, make("span", { class: "sl-time" }, this.bar, this.flags), this.said);
    this.set(timing);
    this.to(this.first);
  }

  /** Another run: it turns on other moments, and may end earlier or later. @param {Timing} timing */
  set(timing) {
    const ended = this.time >= this.last;
    this.timing = timing;
    this.bar.max = String(this.last);
    if (ended ? this.time !== this.last : this.time > this.last) this.put(this.last);
    this.flags.replaceChildren(
      ...timing.flags.map((at) => {
        const flag = make("i");
        flag.style.setProperty("--at", String((at - this.first) / (this.last - this.first || 1)));
        return flag;
      }),
    );
  }

  get first() {
    return this.timing.stops[0];
  }

  get last() {
    return this.timing.stops[this.timing.stops.length - 1];
  }

  get playing() {
    return this.frame !== 0;
  }

  /** @param {number} time @param {{ spoken?: boolean, seconds?: number }} [how] */
  put(time, { spoken = false, seconds = 0 } = {}) {
    this.time = time;
    this.bar.value = String(time);
    const words = this.timing.says(time);
    this.said.textContent = words;
    this.bar.setAttribute("aria-valuetext", words);
    this.told.shows(time, { spoken, seconds });
  }

  /** @param {number} time @param {{ spoken?: boolean, seconds?: number }} [how] */
  to(time, how = {}) {
    this.put(Math.min(this.last, Math.max(this.first, time)), how);
    if (this.time >= this.last) {
      this.pause();
      this.told.ends();
    }
    this.face();
  }

  step() {
    this.pause();
    const next = this.timing.stops.find((stop) => stop > this.time + 1e-9);
    this.to(next ?? this.last, { spoken: true });
  }

  /** @param {KeyboardEvent} event */
  byKey(event) {
    const ahead = event.key === "ArrowRight" || event.key === "ArrowUp";
    if (!ahead && event.key !== "ArrowLeft" && event.key !== "ArrowDown") return;
    event.preventDefault();
    if (ahead) return this.step();
    this.pause();
    this.to(this.timing.stops.findLast((stop) => stop < this.time - 1e-9) ?? this.first, { spoken: true });
  }

  start() {
    if (this.time >= this.last) this.to(this.first);
    if (still()) return this.to(this.last, { spoken: true });
    this.since = performance.now();
    this.held = 0;
    this.frame = requestAnimationFrame((now) => this.tick(now));
    this.face();
  }

  /** @param {number} now */
  tick(now) {
    const seconds = Math.min(LONGEST_FRAME, Math.max(0, (now - this.since) / 1000));
    this.since = now;
    this.frame = requestAnimationFrame((next) => this.tick(next));
    this.held -= seconds;
    const next = this.held > 0 ? this.time : this.time + seconds * this.timing.pace(this.time);
    const flag = this.timing.flags.find((at) => this.time < at && at <= next && at < this.last);
    if (flag !== undefined) this.held = BREATH;
    this.to(flag ?? next, { seconds });
  }

  pause() {
    if (!this.frame) return;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.told.rests();
    this.face();
  }

  /** What the buttons say and do now. */
  face() {
    const end = this.time >= this.last;
    const [words, form] = this.playing
      ? [strings.scene_pause, "pause"]
      : end
        ? [strings.scene_again, "again"]
        : [strings.scene_play, "play"];
    if (this.play.dataset.form !== form) {
      this.play.dataset.form = form;
      this.play.setAttribute("aria-label", words);
      this.play.replaceChildren(icon(form));
    }
    this.next.toggleAttribute("disabled", end);
  }
}

/** @param {string} label @param {string} form @param {() => void} pressed */
function button(label, form, pressed) {
  const made = make("button", { type: "button", "aria-label": label }, icon(form));
  made.addEventListener("click", pressed);
  return made;
}
