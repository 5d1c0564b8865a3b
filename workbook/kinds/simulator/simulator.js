// <sl-simulator>: predict, run, compare runs side by side, explain, look back.
import { unfolded } from "../../page/element/answer_key.js";
import { bulkOf } from "./bulk.js";
import "../../page/chart/chart.js";
import "../../page/chart/network.js";
import { part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { labelOf } from "../../page/element/fields.js";
import { reportMissing } from "../../page/element/message.js";
import { whenNear } from "../../page/near.js";
import { strings } from "../../page/strings.js";
import { fill, wellFormed } from "../../page/text.js";
import { Asking } from "./asking.js";
import { comparing, seriesOf } from "./comparing.js";
import { keptAt, keptInWords, letterOf, runLines } from "./kept.js";
import { Handles, Moving } from "./lab.js";
import { answersTo, inWords } from "./prediction.js";
import { isWhole, runAt } from "./runs.js";

/**
 * @typedef {import("./runs.js").Bulk} Bulk
 * @typedef {import("./runs.js").Settings} Settings
 * @typedef {import("./prediction.js").Predicted} Predicted
 */

const MOST = 6;

export class SimulatorElement extends ExerciseElement {
  /** @type {import("./runs.js").Simulated} */ model = /** @type {any} */ (null);
  /** @type {Bulk | null} the runs, once they are there */ bulk = null;
  /** @type {Promise<void> | null} */ coming = null;
  /** @type {Predicted} */ predicted = null;
  /** @type {Settings[]} */ kept = [];
  /** @type {Moving | null} */ moving = null;
  /** @type {ReturnType<typeof comparing> | null} draws what belongs to the runs but the picture */ compare = null;
  told = ""; // what the run last spoken of came to
  behind = 0;

  enhance() {
    const model = (this.model = JSON.parse(part(this, "model").textContent || ""));
    const scene = this.querySelector("[data-part=scene]");
    if (scene instanceof HTMLElement) model.scenery = scene.dataset.scenery;
    const label = seriesOf(model.heads, model.predict.series).label;
    this.asking = new Asking(this, model.predict, { axis: model.heads.axis[0], points: model.heads.points, label, begins: model.begins });
    this.handles = new Handles(
      this,
      model.controls,
      () => this.turned(),
      () => this.tell(),
    );
    part(this, "predict").addEventListener("submit", () => this.predict());
    part(this, "skip").addEventListener("click", () => this.run("skipped"));
    part(this, "keep").addEventListener("click", () => this.keep());
    part(this, "measures").addEventListener("change", () => this.draw());
    part(this, "view").addEventListener("change", () => this.draw());
    whenNear(this, () => void this.load());
    this.draw();
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    window.addEventListener("beforeprint", () => this.moving?.strip(), { signal });
    window.addEventListener("afterprint", () => this.moving?.unstrip(), { signal });
  }

  /** Fetch the runs, once. @returns {Promise<void>} */
  load() {
    const { picture } = this.model;
    // What draws the picture has a script of its own, which may come later.
    const drawing = picture ? customElements.whenDefined(`sl-${picture.draws}`) : Promise.resolve();
    this.coming ||= Promise.all([bulkOf(this), drawing]).then(
      ([bulk]) => this.begin(bulk),
      () => {
        this.coming = null;
        this.report(strings.sim_not_loaded);
      },
    );
    return this.coming;
  }

  /** The runs are there. @param {Bulk} bulk */
  begin(bulk) {
    this.bulk = bulk;
    this.compare = comparing(this, this.model, bulk, { drop: (index) => this.drop(index), choose: (settings) => this.choose(settings) });
    const { picture, heads } = this.model;
    if (picture && bulk.traces) {
      const ended = () => this.predicted !== null && this.told !== this.sentence() && this.tell();
      const { traces, pictured } = bulk;
      this.moving = new Moving(this, picture, traces, pictured, picture.time ?? heads.axis[0], (words) => this.say(words), ended);
      this.told = this.sentence(); // An answer that comes back is not news.
      if (this.predicted !== null) this.moving.player.to(this.moving.player.last);
    }
    this.draw();
  }

  predict() {
    const predicted = this.asking?.read() ?? null;
    if (predicted === null) reportMissing(this, this.asking?.missing || "", part(this, "pen"));
    else void this.run(predicted);
  }

  /** The first run, after predicting it or skipping that on purpose. @param {Predicted} predicted */
  async run(predicted) {
    await this.load();
    if (!this.bulk) return;
    const first = this.predicted === null;
    this.predicted = predicted;
    if (first) this.kept = [this.start, ...this.kept].slice(0, MOST);
    this.draw();
    this.save();
    this.moving?.player.to(this.moving.player.first);
    this.moving?.player.start();
    this.tell(`${textOf(part(this, "compare"))} `); // Where nothing moves, the last moment has been told: this comes after it.
    /** @type {HTMLElement | null} */ (part(this, "lab").querySelector("button, input"))?.focus({ preventScroll: true });
    part(this, this.moving ? "moving" : "lab").scrollIntoView({ block: "start" });
  }

  /** Say what the run came to: once, and not again as its picture ends. @param {string} before what is said first */
  tell(before = "") {
    this.told = this.sentence();
    this.say(before + this.told);
  }

  /** @returns {Settings} the controls as they are at the start */
  get start() {
    return Object.fromEntries(this.model.controls.map((control) => [control.name, control.start]));
  }

  /** @returns {HTMLTextAreaElement[]} */
  areas() {
    return [...this.querySelectorAll("textarea")];
  }

  /** @returns {Settings} the controls as they stand */
  settings() {
    return this.handles?.settings || this.start;
  }

  sentence() {
    return this.bulk?.sentences[runAt(this.model.controls, this.settings())] || "";
  }

  /** @returns {number} where the current settings stand among the kept runs, or -1 */
  keptAt() {
    return keptAt(this.kept, this.model.controls, this.settings());
  }

  keep() {
    const at = this.keptAt();
    if (at >= 0) return this.report(fill(strings.sim_have, { name: letterOf(at) }), part(this, "keep"));
    if (this.kept.length >= MOST) return this.report(strings.sim_many, part(this, "keep"));
    this.kept.push(this.settings());
    this.draw();
    this.save();
    this.say(`${fill(strings.sim_kept, { name: letterOf(this.kept.length - 1) })} ${this.sentence()}`);
  }

  /** @param {number} index */
  drop(index) {
    this.kept.splice(index, 1);
    this.draw();
    this.save();
    this.say(fill(strings.sim_removed, { name: letterOf(index) }));
    part(this, "keep").focus();
  }

  /** Show a kept run again. @param {Settings} settings */
  choose(settings) {
    if (this.handles) this.handles.settings = settings;
    this.draw();
    this.tell();
    const pressed = this.querySelector(`[data-line="${this.keptAt()}"] .sl-again`);
    if (pressed instanceof HTMLElement) pressed.focus();
  }

  draw() {
    this.classList.toggle("sl-run", this.predicted !== null);
    this.classList.toggle("sl-two", this.kept.length >= 2);
    if (!this.bulk) return;
    this.drawPicture();
    this.drawBeside();
  }

  drawPicture() {
    this.moving?.show(runAt(this.model.controls, this.settings()));
    if (this.predicted !== null) part(this, "sentence").textContent = this.sentence();
  }

  /** A handle moved: the picture and its sentence answer at once, what stands further down a moment later. */
  turned() {
    if (!this.bulk) return;
    this.drawPicture();
    clearTimeout(this.behind);
    this.behind = window.setTimeout(() => this.drawBeside());
  }

  /** All that belongs to a run but its picture. */
  drawBeside() {
    clearTimeout(this.behind);
    this.moving?.table();
    if (this.predicted === null) return;
    this.compare?.(runLines(this.kept, this.model.controls, this.settings()), this.settings(), this.predicted);
  }

  read() {
    const [explain, ...debrief] = this.areas().map((area) => wellFormed(area.value));
    return { predicted: this.predicted, runs: structuredClone(this.kept), explain, debrief };
  }

  /** @param {{ predicted: Predicted, runs: Settings[], explain: string, debrief: string[] }} value */
  show(value) {
    this.predicted = value.predicted;
    this.kept = structuredClone(value.runs);
    this.asking?.show(value.predicted);
    const [explain, ...debrief] = this.areas();
    explain.value = value.explain;
    debrief.forEach((area, index) => {
      area.value = value.debrief[index] ?? "";
    });
    if (debrief.some((area) => area.value)) /** @type {HTMLDetailsElement} */ (part(this, "more")).open = true;
    if (value.predicted !== null) void this.load();
    this.moving?.player.to(this.moving.player.last);
    this.draw();
    if (!answersTo(this.model.predict, value.predicted)) return false;
    return value.runs.every((settings) => isWhole(this.model.controls, settings)) && value.debrief.length <= debrief.length;
  }

  /** @param {{ predicted: Predicted, runs: Settings[] }} value */
  summary(value) {
    const { controls, heads, predict } = this.model;
    const predicted = inWords(predict, value.predicted, heads.axis[0]) || textOf(part(this, "skip"));
    return [
      [strings.sim_said_predicted, value.predicted === null ? "" : predicted],
      [strings.sim_said_runs, keptInWords(value.runs, controls, this.bulk).join("\n")],
      ...this.areas().map((area) => [labelOf(this, area), area.value]),
    ];
  }

  /** The run as it stands. */
  takeaway() {
    if (this.predicted === null || !this.moving) return null;
    return { sheets: this.moving.scene.sheets, words: this.sentence() };
  }

  /** Before the first run the figures are withheld; after it they are the learner's own, beside the question. */
  answerKey() {
    return unfolded(this.querySelectorAll(this.predicted === null ? "[data-part=table], .sl-notes" : ".sl-notes"));
  }
}

defineKind("simulator", SimulatorElement);
