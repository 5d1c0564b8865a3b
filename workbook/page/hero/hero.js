// <sl-hero>: the first thing on the first page. One handle, one year of a model, and what became of it.
import { define, make, part } from "../dom.js";
import "../scene/scene.js";
import { sceneInWords } from "../moving/moment.js";
import { Player } from "../moving/player.js";
import { timingOf } from "../moving/timing.js";
import { strings } from "../strings.js";
import { fill, plainNumber } from "../text.js";

/**
 * @typedef {{ share: string, buys: string, sentence: string, trace: import("../moving/trace.js").Trace }} HeroRun
 * @typedef {{ picture: import("../moving/moving.js").Picture, runs: HeroRun[], axis: string, counts: string, why: { words: string, href: string } }} HeroData
 */

const PHONE = 640; // pixels of width below which it is one column

export class HeroElement extends HTMLElement {
  now = 0;
  /** @type {Map<number, number>} how many there were at the end of each run that was tried */ tried = new Map();

  heard = make("p", { class: "sl-spoken", role: "status" }); // each step of the picture, for those who hear it

  connectedCallback() {
    this.classList.add("sl-alive");
    this.append(this.heard);
    /** @type {HeroData} */
    const data = JSON.parse(part(this, "hero").textContent || "");
    this.data = data;
    this.scene = /** @type {import("../moving/moving.js").MovingElement} */ (part(this, "scene"));
    this.share = /** @type {HTMLInputElement} */ (part(this, "share"));
    this.said = part(this, "said");
    this.choose(Number(this.share.value));
    this.player = new Player(part(this, "player"), this.timing(), {
      shows: (time, { spoken, seconds }) => {
        this.scene?.at(time, seconds);
        if (spoken && this.scene) this.heard.textContent = sceneInWords(this.scene, data.axis, time);
      },
      ends: () => this.end(),
      rests: () => this.scene?.rest(),
    });
    part(this, "player").hidden = true;
    this.share.addEventListener("input", () => {
      this.player?.pause();
      this.choose(Number(this.share?.value));
      this.player?.to(0);
      this.face(false);
    });
    part(this, "run").addEventListener("click", () => {
      this.face(true);
      this.tell(false);
      part(this, "player").querySelector("button")?.focus({ preventScroll: true });
      // On a phone picture, sentence and handle fit the window once the heading is out of it.
      if (innerWidth < PHONE) this.scene?.scrollIntoView();
      this.player?.start();
    });
  }

  /** The button gives way to time and its handles. @param {boolean} running */
  face(running) {
    part(this, "run").hidden = running;
    part(this, "player").hidden = !running;
    this.said?.classList.add("sl-coming");
  }

  /** What became of it. Before it is shown it has its room already: nothing moves below a finger. @param {boolean} shown */
  tell(shown) {
    const { data, said } = this;
    if (!data || !said) return;
    said.classList.toggle("sl-coming", !shown);
    said.replaceChildren(make("strong", {}, data.runs[this.now].sentence), " ", make("a", { href: data.why.href }, data.why.words));
  }

  /** @param {number} run */
  choose(run) {
    const { data } = this;
    if (!data || !this.scene) return;
    this.now = run;
    const { share, buys, trace } = data.runs[run];
    this.share?.setAttribute("aria-valuetext", `${share}: ${buys}`);
    part(this, "buys").textContent = buys;
    this.scene.set(data.picture, trace);
    this.player?.set(this.timing());
    this.draw();
  }

  /** Time as the run at hand has it. */
  timing() {
    const { picture, runs, axis } = /** @type {HeroData} */ (this.data);
    return timingOf(picture, runs[this.now].trace, axis);
  }

  /** What became of it, in words and above the handle's own stop. */
  end() {
    const { data } = this;
    if (!data) return;
    const { trace } = data.runs[this.now];
    const counts = trace.stocks[data.counts];
    this.tried.set(this.now, counts[counts.length - 1]);
    this.tell(true);
    this.draw();
  }

  draw() {
    const { data } = this;
    if (!data) return;
    const most = Math.max(1, ...data.runs.map(({ trace }) => trace.stocks[data.counts][trace.ticks.length - 1]));
    const cells = data.runs.map(({ share }, at) => {
      const n = this.tried.get(at);
      if (n === undefined) return make("span");
      const bar = make("i");
      bar.style.blockSize = `${Math.max(3, Math.round((32 * n) / most))}px`;
      return make(
        "span",
        { title: fill(strings.hero_tried_one, { share, n }), ...(at === this.now ? { class: "sl-now" } : {}) },
        plainNumber(n),
        bar,
      );
    });
    const row = part(this, "tried");
    row.replaceChildren(...cells);
    row.hidden = this.tried.size === 0;
  }
}

define("sl-hero", HeroElement);
