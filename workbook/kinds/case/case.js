// <sl-case>: a branching story, decision by decision; at its end the path taken and the ways not taken.
import { unfolded } from "../../page/element/answer_key.js";
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { labelOf } from "../../page/element/fields.js";
import { strings } from "../../page/strings.js";
import { fill, wellFormed } from "../../page/text.js";
import { begun, isEnding, walk } from "./story.js";

/**
 * @typedef {import("./story.js").Path} Path
 * @typedef {import("./story.js").Scene} Scene
 */

export class CaseElement extends ExerciseElement {
  /** @type {Scene[]} */ scenes = [];
  /** @type {Path[]} the present one last */ paths = begun([]);

  enhance() {
    this.scenes = this.shown().map((element) => ({
      id: element.dataset.scene || "",
      idea: element.dataset.idea || "",
      turns: new Map(turnsOf(element).map((turn) => [turn.dataset.option || "", { leads: turn.dataset.leads || "" }])),
    }));
    this.addEventListener("submit", (event) => {
      const scene = event.target instanceof HTMLElement ? event.target.closest(".sl-scene") : null;
      if (scene instanceof HTMLElement) this.decide(scene);
    });
    part(this, "again").addEventListener("click", () => this.again());
    this.draw();
  }

  /** @returns {HTMLElement[]} the scenes on the page */
  shown() {
    return [...this.querySelectorAll(".sl-scene")].filter((one) => one instanceof HTMLElement);
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
      this.report(strings.case_pick);
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
    const next = fill(this.path.ended ? strings.case_ends : strings.case_next, { title: this.sceneAt(at).dataset.title || "" });
    this.say(`${turn ? textOf(part(turn, "consequence")) : ""} ${next}`);
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
    this.table();
  }

  /** The paths side by side, the present one first, decision by decision. */
  table() {
    const table = part(this, "paths");
    const columns = this.paths.map((path, index) => ({ path, name: fill(strings.case_path, { n: index + 1 }) })).reverse();
    const heads = columns.map(({ name }, index) => make("th", { scope: "col" }, index ? name : fill(strings.case_this, { name })));
    const head = table.querySelector("thead tr");
    head?.replaceChildren(...[...head.children].slice(0, 1), ...heads);
    for (const row of table.querySelectorAll("tbody tr")) {
      const idea = row instanceof HTMLElement ? row.dataset.idea || "" : "";
      const cells = columns.map(({ path }) => make("td", {}, this.chosen(path, idea).join("; ") || strings.case_open));
      row.replaceChildren(...[...row.children].slice(0, 1), ...cells);
    }
  }

  /** What a path chose where an idea was tested, in words. @param {Path} path @param {string} idea */
  chosen(path, idea) {
    return walk(this.scenes, path.steps)
      .walked.filter((step) => this.scenes.find((scene) => scene.id === step.scene)?.idea === idea)
      .map((step) => this.optionWords(step));
  }

  /** @param {import("./story.js").Step} step */
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
      for (const turn of turns) part(turn, "head").textContent = strings.case_if;
      return [make("h4", {}, scene.dataset.title || ""), ...turns];
    });
  }
}

/** @param {Element} scene */
function turnsOf(scene) {
  return [...scene.querySelectorAll("details.sl-case-turn")].filter((one) => one instanceof HTMLDetailsElement);
}

defineKind("case", CaseElement);
