// <sl-case>: a branching story, decision by decision; at its end the path taken and the ways not taken.
import { unfolded } from "../../page/element/answer_key.js";
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { labelOf } from "../../page/element/fields.js";
import { bringIntoView, reportMissing } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { fill, wellFormed } from "../../page/text.js";
import { drawScenes, drawWays } from "./pathmap.js";
import { changedWords, stakesIn, stakesList, stakeWords } from "./stakes.js";
import { begun, isEnding, statesOf, walk } from "./story.js";

/**
 * @typedef {import("./story.js").Path} Path
 * @typedef {import("./story.js").Scene} Scene
 * @typedef {import("./story.js").Step} Step
 */

export class CaseElement extends ExerciseElement {
  /** @type {Scene[]} */ scenes = [];
  /** @type {import("./stakes.js").Stake[]} */ stakes = [];
  /** @type {Path[]} the present one last */ paths = begun([]);

  enhance() {
    this.scenes = this.shown().map((element) => ({
      id: element.dataset.scene || "",
      idea: element.dataset.idea || "",
      formerly: (element.dataset.formerly || "").split(" ").filter(Boolean),
      says: JSON.parse(element.dataset.says || "{}"),
      turns: new Map(
        turnsOf(element).map(({ dataset }) => [
          dataset.option || "",
          { leads: dataset.leads || "", changes: JSON.parse(dataset.changes || "{}") },
        ]),
      ),
    }));
    this.stakes = stakesIn(this);
    this.addEventListener("submit", (event) => {
      const scene = event.target instanceof HTMLElement ? event.target.closest(".sl-case-scene") : null;
      if (scene instanceof HTMLElement) this.decide(scene);
    });
    part(this, "again").addEventListener("click", () => this.again());
    new ResizeObserver(() => this.ways()).observe(part(this, "map"));
    this.draw();
  }

  /** @returns {HTMLElement[]} the scenes on the page */
  shown() {
    return [...this.querySelectorAll(".sl-case-scene")].filter((one) => one instanceof HTMLElement);
  }

  /** @param {string} id @returns {HTMLElement} */
  sceneAt(id) {
    return /** @type {HTMLElement} */ (this.shown().find((one) => one.dataset.scene === id));
  }

  /** @returns {HTMLTextAreaElement[]} */
  areas() {
    return [...this.querySelectorAll("textarea")];
  }

  get path() {
    return this.paths[this.paths.length - 1];
  }

  /** @param {HTMLElement} scene */
  decide(scene) {
    const radio = [...scene.querySelectorAll("input")].find((one) => one.checked);
    if (!radio) {
      reportMissing(this, strings.case_pick);
      return;
    }
    const { walked } = walk(this.scenes, this.path.steps);
    this.path.steps = [...walked, { scene: scene.dataset.scene || "", option: radio.value }];
    const { at } = walk(this.scenes, this.path.steps);
    this.path.ended = isEnding(this.scenes, at);
    this.draw();
    const turn = turnsOf(scene).find((one) => one.dataset.option === radio.value);
    // The form is gone; what came of it stands in its place, so the focus goes there.
    turn?.querySelector("summary")?.focus();
    if (turn) bringIntoView(turn);
    const next = fill(this.path.ended ? strings.case_ends : strings.case_next, { title: this.sceneAt(at).dataset.title || "" });
    const state = this.states(this.path).at(-1);
    const changed = state ? changedWords(this.stakes, state.before, state.after) : "";
    this.say([turn ? textOf(part(turn, "consequence")) : "", changed, next].filter(Boolean).join(" "));
    this.save();
  }

  again() {
    this.paths = begun(this.paths);
    this.draw();
    this.shown()[0].querySelector("input")?.focus();
    this.say(strings.case_begun);
    this.save();
  }

  /** Show the path so far and the scene it has come to. */
  draw() {
    const { at, walked } = walk(this.scenes, this.path.steps);
    this.classList.toggle("sl-case-begun", walked.length > 0);
    this.classList.toggle("sl-case-ended", isEnding(this.scenes, at));
    for (const scene of this.shown()) {
      const step = walked.find((one) => one.scene === scene.dataset.scene);
      scene.classList.toggle("sl-case-now", scene.dataset.scene === at);
      scene.classList.toggle("sl-case-past", step !== undefined);
      if (scene instanceof HTMLDetailsElement) scene.open = scene.dataset.scene === at || step !== undefined;
      for (const radio of scene.querySelectorAll("input")) radio.checked = radio.value === step?.option;
      for (const turn of turnsOf(scene)) {
        const chosen = turn.dataset.option === step?.option;
        turn.open = chosen;
        turn.classList.toggle("sl-chosen", chosen);
        part(turn, "head").textContent = chosen ? strings.case_chose : strings.case_other;
      }
    }
    this.stand();
    this.map();
    this.table();
  }

  /** What is at stake, before and after each decision of a path. @param {Path} path */
  states(path) {
    const start = Object.fromEntries(this.stakes.map(({ id, start }) => [id, start]));
    return statesOf(this.scenes, walk(this.scenes, path.steps).walked, start);
  }

  /** Bars under each decision taken, at the start, and where a scene itself says how things stand. */
  stand() {
    for (const old of this.querySelectorAll(".sl-stakes-now")) old.remove();
    if (!this.stakes.length) return;
    const { at, walked } = walk(this.scenes, this.path.steps);
    const states = this.states(this.path);
    const start = Object.fromEntries(this.stakes.map(({ id, start }) => [id, start]));
    const put = (/** @type {Element | null} */ place, /** @type {typeof start} */ before, /** @type {typeof start} */ after) => {
      const list = stakesList(this.stakes, before, after);
      list.classList.add("sl-stakes-now");
      place?.after(list);
    };
    put(this.querySelector("[data-part=stakes]"), start, start);
    walked.forEach(({ scene, option }, index) => {
      const turn = turnsOf(this.sceneAt(scene)).find((one) => one.dataset.option === option);
      if (turn) put(part(turn, "consequence"), states[index].before, states[index].after);
    });
    for (const [index, id] of [...walked.map(({ scene }) => scene), at].entries()) {
      const before = states[index - 1]?.after ?? start;
      const says = this.scenes.find((scene) => scene.id === id)?.says;
      put(this.sceneAt(id).querySelector("[data-part=stand]"), before, { ...before, ...says });
    }
  }

  /** The footpath, once the end is reached: before, it would tell where the ways lead. */
  map() {
    if (!this.classList.contains("sl-case-ended")) return;
    const { at, walked } = walk(this.scenes, this.path.steps);
    drawScenes(part(this, "map"), this.scenes, {
      titles: new Map(this.shown().map(({ dataset }) => [dataset.scene || "", dataset.title || ""])),
      on: new Set([...walked.map(({ scene }) => scene), at]),
      goTo: (id) => this.goTo(id),
    });
    this.ways();
  }

  ways() {
    const walked = (/** @type {Path} */ path) => walk(this.scenes, path.steps).walked;
    drawWays(part(this, "map"), this.scenes, {
      now: walked(this.path),
      earlier: this.paths.slice(0, -1).flatMap(walked),
      verdict: (step) => this.verdictOf(step),
    });
  }

  /** @param {string} id */
  goTo(id) {
    const scene = this.sceneAt(id);
    if (scene instanceof HTMLDetailsElement) scene.open = true;
    const head = scene.querySelector("summary, h4");
    if (!(head instanceof HTMLElement)) return;
    if (head.tagName !== "SUMMARY") head.setAttribute("tabindex", "-1");
    head.focus();
    head.scrollIntoView({ block: "start" });
  }

  /** The paths side by side, the present one first, decision by decision. */
  table() {
    const table = part(this, "paths");
    const columns = this.paths.map((path, index) => ({ path, name: fill(strings.case_path, { n: index + 1 }) })).reverse();
    const heads = columns.map(({ name }, index) => make("th", { scope: "col" }, index ? name : fill(strings.case_this, { name })));
    const head = table.querySelector("thead tr");
    head?.replaceChildren(...[...head.children].slice(0, 1), ...heads);
    const rows = [...table.querySelectorAll("tbody tr")].filter((one) => one instanceof HTMLElement);
    for (const row of rows) {
      const cells = columns.map(({ path }) => {
        const { idea, stake } = row.dataset;
        const told = idea ? this.chosen(path, idea) : [stake ? this.stakeAtEnd(path, stake) : this.ending(path)];
        return make("td", {}, ...(told.length ? told : [strings.case_open]));
      });
      row.replaceChildren(...[...row.children].slice(0, 1), ...cells);
    }
  }

  /**
   * What a path chose where an idea was tested, each with its verdict.
   * @param {Path} path
   * @param {string} idea
   * @returns {(string | HTMLElement)[]}
   */
  chosen(path, idea) {
    return walk(this.scenes, path.steps)
      .walked.filter((step) => this.scenes.find((scene) => scene.id === step.scene)?.idea === idea)
      .map((step) => {
        const turn = turnsOf(this.sceneAt(step.scene)).find((one) => one.dataset.option === step.option);
        const verdict = turn?.querySelector(".sl-verdict")?.cloneNode(true);
        const told = [make("p", {}, this.optionWords(step)), ...(verdict && path.ended ? [verdict] : [])];
        return make("div", { "data-verdict": this.verdictOf(step) }, ...told);
      });
  }

  /** @param {Path} path */
  ending(path) {
    const { at } = walk(this.scenes, path.steps);
    return isEnding(this.scenes, at) ? this.sceneAt(at).dataset.title || "" : strings.case_unended;
  }

  /** @param {Path} path @param {string} id */
  stakeAtEnd(path, id) {
    const stake = this.stakes.find((one) => one.id === id);
    const after = this.states(path).at(-1)?.after;
    return stake && after && path.ended ? stakeWords(stake, after[id]) : strings.case_unended;
  }

  /** @param {Step} step */
  verdictOf(step) {
    return turnsOf(this.sceneAt(step.scene)).find((one) => one.dataset.option === step.option)?.dataset.verdict || "";
  }

  /** @param {Step} step */
  optionWords(step) {
    const radio = [...this.sceneAt(step.scene).querySelectorAll("input")].find((one) => one.value === step.option);
    const label = radio ? radio.closest("label") : null;
    return label ? textOf(label) : step.option;
  }

  read() {
    return { paths: structuredClone(this.paths), debrief: this.areas().map((area) => wellFormed(area.value)) };
  }

  /** @param {{ paths: Path[], debrief: string[] }} value */
  show(value) {
    this.paths = value.paths.length ? structuredClone(value.paths) : begun([]);
    const areas = this.areas();
    areas.forEach((area, index) => {
      area.value = value.debrief[index] ?? "";
    });
    this.draw();
    const known = value.paths.every((path) => walk(this.scenes, path.steps).walked.length === path.steps.length);
    return known && value.debrief.length <= areas.length;
  }

  /** @param {{ paths: Path[], debrief: string[] }} value */
  summary(value) {
    const told = value.paths.map((path, index) => {
      const { at, walked } = walk(this.scenes, path.steps);
      const steps = walked.map((step) => `${this.sceneAt(step.scene).dataset.title}: ${this.optionWords(step)}`);
      return [
        fill(strings.case_path, { n: index + 1 }),
        [...steps, ...(path.ended ? [this.sceneAt(at).dataset.title || ""] : [])].join("\n"),
      ];
    });
    return [...told, ...this.areas().map((area, index) => [labelOf(this, area), value.debrief[index] ?? ""])];
  }

  answerKey() {
    const decided = this.shown().filter((scene) => turnsOf(scene).length);
    return decided.flatMap((scene) => {
      const turns = unfolded(turnsOf(scene));
      for (const turn of turns) {
        part(turn, "head").textContent = strings.case_if;
        turn.querySelector(".sl-stakes-now")?.remove(); // Of this path; the key is for all.
      }
      return [make("h4", {}, scene.dataset.title || ""), ...turns];
    });
  }
}

/** @param {Element} scene */
function turnsOf(scene) {
  return [...scene.querySelectorAll("details.sl-case-turn")].filter((one) => one instanceof HTMLDetailsElement);
}

defineKind("case", CaseElement);
