// <sl-stakeholders>: one list of people, worked in a grid, in a network or as a list, and what it tells.
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { labelOf } from "../../page/element/fields.js";
import { nextNumber } from "../../page/record.js";
import { strings } from "../../page/strings.js";
import { fill, wellFormed } from "../../page/text.js";
import { drawFindings } from "./findings.js";
import { gridOf } from "./grid.js";
import { PeopleHands } from "./hands.js";
import { drawNetwork, netAsDrawing, talksInWords } from "./net.js";
import { MAX_PEOPLE, namedPeople, openQuestions } from "./people.js";
import { drawTalks, equipRow, fieldOf, pairOf, rowLike } from "./rows.js";

/**
 * @typedef {import("./people.js").Listed} Listed
 * @typedef {import("./people.js").Step} Step
 */

const FIRST_ROWS = 3;
const LAST = 9999; // the highest number that an id can have

export class StakeholdersElement extends ExerciseElement {
  /** @type {HTMLElement} a blank row, to copy */ pattern = /** @type {any} */ (null);
  /** @type {Step[]} */ power = [];
  /** @type {Step[]} */ interest = [];
  /** @type {Set<string>} pairs of ids that talk, such as "p1 p3" */ talks = new Set();
  newest = FIRST_ROWS;
  /** @type {import("./net.js").Stood | null} where names stand in the network */ stood = null;
  lined = false;
  taken = false; // whether a name went on the list as its field was left
  width = 0;
  /** @type {PeopleHands} */ hands = /** @type {any} */ (null);

  enhance() {
    this.pattern = /** @type {HTMLElement} */ (this.rows()[0].cloneNode(true));
    const steps = (/** @type {string} */ name) =>
      [...fieldOf(this.rows()[0], name).querySelectorAll("option")].flatMap((one) =>
        one.value ? [{ id: one.value, text: textOf(one) }] : [],
      );
    this.power = steps("power");
    this.interest = steps("interest");
    this.rows().forEach((row) => equipRow(row, () => this.takeOut(row)));
    part(this, "add").addEventListener("click", () => this.add());
    part(this, "adding").append(make("p", { class: "sl-hint", "data-part": "listed" }));
    if (part(this, "list") instanceof HTMLDetailsElement) part(this, "list").removeAttribute("open");
    this.addEventListener("submit", () => this.enlist(true));
    // A name that was typed and left is not lost: it goes on the list.
    this.newName.addEventListener("change", () => this.enlist(false));
    this.hands = new PeopleHands(this);
    this.addEventListener("input", (event) => {
      if (event.target instanceof HTMLElement && event.target.matches("[name=who]")) this.draw();
    });
    this.addEventListener("change", (event) => {
      if (!(event.target instanceof HTMLElement) || !event.target.matches("select, input[type=checkbox]")) return;
      if (event.target instanceof HTMLInputElement) this.mark(event.target);
      this.draw();
      this.saveSoon();
    });
    new ResizeObserver(() => {
      if (Math.abs(this.clientWidth - this.width) > 4) this.draw();
    }).observe(this);
    this.draw();
  }

  /** @param {string} id */
  nameOf(id) {
    const { people } = this.read();
    return people.find((one) => one.id === id)?.who.trim() || "";
  }

  /** @returns {HTMLInputElement} */
  get newName() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[data-draft]"));
  }

  /** Put the name that was typed on the list. @param {boolean} asked by its button; else it was left */
  enlist(asked) {
    const name = wellFormed(this.newName.value).trim();
    if (!name) {
      // The press that follows a name just taken over is the one that was meant to put it there.
      const done = this.taken;
      this.taken = false;
      if (!asked) return;
      this.newName.focus();
      return done ? undefined : this.report(strings.stakeholders_new_first, this.newName);
    }
    const rows = this.rows();
    if (rows.some((row) => fieldOf(row, "who").value.trim() === name)) {
      return this.report(fill(strings.stakeholders_already, { name }), this.newName);
    }
    const blank = rows.find((row) => !fieldOf(row, "who").value.trim());
    if (!blank && rows.length >= MAX_PEOPLE) return this.report(fill(strings.stakeholders_full, { n: MAX_PEOPLE }), this.newName);
    fieldOf(blank || this.newRow(this.newId()), "who").value = name;
    this.newName.value = "";
    this.draw();
    if (asked) this.newName.focus();
    this.taken = !asked;
    this.hands.told = this.findings();
    this.say(fill(strings.stakeholders_listed, { name }));
    this.save();
  }

  /** @returns {HTMLElement[]} */
  rows() {
    return [...this.querySelectorAll("[data-person]")].filter((one) => one instanceof HTMLElement);
  }

  /** @param {string} id @returns {HTMLElement} a new row at the end */
  newRow(id) {
    const row = rowLike(this.pattern, id);
    this.newest = Math.max(this.newest, Number(id.slice(1)));
    equipRow(row, () => this.takeOut(row));
    part(this, "people").append(row);
    return row;
  }

  /** @param {string[]} [more] ids that are about to be used */
  newId(more = []) {
    const used = [...this.rows().map((row) => row.dataset.person || ""), ...more].map((id) => Number(id.slice(1)));
    const next = nextNumber([...used, ...(this.newest < LAST ? [this.newest] : [])], LAST);
    this.newest = Math.max(this.newest, next);
    return `p${next}`;
  }

  add() {
    const rows = this.rows();
    const blank = rows.find((row) => !fieldOf(row, "who").value.trim());
    if (!blank && rows.length >= MAX_PEOPLE) return this.report(fill(strings.stakeholders_full, { n: MAX_PEOPLE }));
    const row = blank || this.newRow(this.newId());
    part(this, "list").setAttribute("open", "");
    this.draw();
    fieldOf(row, "who").focus();
  }

  /** @param {HTMLElement} row */
  takeOut(row) {
    this.flush();
    const rows = this.rows();
    const place = rows.indexOf(row);
    const name = fieldOf(row, "who").value.trim();
    row.remove();
    this.talks = new Set([...this.talks].filter((pair) => !pair.split(" ").includes(row.dataset.person || "")));
    if (rows.length === 1) this.newRow(this.newId());
    this.draw();
    const left = this.rows();
    fieldOf(left[Math.min(place, left.length - 1)], "who").focus();
    this.save();
    this.say(fill(name ? strings.stakeholders_removed : strings.stakeholders_removed_blank, { name }));
  }

  /** A talk between two, from either side. @param {HTMLInputElement} box */
  mark(box) {
    const pair = pairOf(box.closest("[data-person]")?.getAttribute("data-person") || "", box.value);
    if (box.checked) this.talks.add(pair);
    else this.talks.delete(pair);
  }

  draw() {
    this.width = this.clientWidth;
    const list = this.read();
    const { people, links } = namedPeople(list);
    const names = new Map(people.map((one) => [one.id, one.who.trim()]));
    this.rows().forEach((row, index) => {
      const id = row.dataset.person || "";
      const called = names.get(id) || fill(strings.stakeholders_person, { n: index + 1 });
      part(row, "legend").textContent = called;
      part(row, "remove").setAttribute("aria-label", fill(strings.stakeholders_remove_one, { name: called }));
      drawTalks(row, id, names, this.talks);
    });
    const { view, id } = this.hands.held;
    part(this, "seen").hidden = !people.length;
    part(this, "grid").replaceChildren(...gridOf(people, this.power, this.interest, view === "grid" ? id : ""));
    this.lined ||= links.length > 0; // Before the first line, no end of one can be lost.
    const net = part(this, "net");
    const stood = drawNetwork(net, people, links, view === "net" ? id : "", this.lined ? this.stood : null);
    this.stood = net.clientWidth ? stood : null; // Out of sight nothing is measured.
    part(this, "tidy").hidden = !links.length;
    part(this, "words").replaceChildren(...talksInWords(people, links).map((line) => make("li", {}, line)));
    const listed = part(this, "listed");
    listed.hidden = !people.length;
    listed.textContent = fill(strings.stakeholders_on_list, { n: people.length, names: [...names.values()].join(", ") });
    drawFindings(part(this, "questions"), people, links, this.findings());
  }

  /** Lay the network anew. */
  tidy() {
    this.stood = null;
    this.draw();
    this.hands.tell("net", strings.stakeholders_tidied);
  }

  /** What the list tells, in words. */
  findings() {
    return openQuestions(this.read(), this.power, this.interest).map(({ about, parts }) => fill(strings[`stakeholders_q_${about}`], parts));
  }

  /** @returns {Listed} */
  read() {
    const people = this.rows().map((row) => ({
      id: row.dataset.person || "",
      who: wellFormed(fieldOf(row, "who").value),
      power: fieldOf(row, "power").value,
      interest: fieldOf(row, "interest").value,
    }));
    const kept = people.filter((one) => one.who.trim() || one.power || one.interest);
    const talks = /** @type {[string, string][]} */ ([...this.talks].map((pair) => pair.split(" ")));
    return { people: kept, talks, missing: wellFormed(this.missing.value) };
  }

  /** @returns {HTMLTextAreaElement} */
  get missing() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
  }

  /** @param {Listed} value */
  show(value) {
    let whole = true;
    const wanted = value.people.map((one) => one.id);
    this.newest = Math.max(FIRST_ROWS, ...wanted.map((id) => Number(id.slice(1))));
    this.rows().forEach((row) => row.remove());
    while (wanted.length < FIRST_ROWS) wanted.push(this.newId(wanted));
    wanted.forEach((id, index) => {
      const row = this.newRow(id);
      const one = value.people[index];
      if (!one) return;
      fieldOf(row, "who").value = one.who;
      for (const name of /** @type {const} */ (["power", "interest"])) {
        fieldOf(row, name).value = one[name];
        if (fieldOf(row, name).value !== one[name]) whole = false;
      }
    });
    this.talks = new Set(value.talks.map(([one, other]) => pairOf(one, other)));
    this.missing.value = value.missing;
    this.hands.held = { view: "", id: "" };
    this.stood = null;
    this.lined = false;
    this.draw();
    this.hands.told = this.findings();
    return whole;
  }

  /** Who talks with whom, once there is a line. */
  takeaway() {
    const box = part(this, "net").firstElementChild;
    const linked = box instanceof HTMLElement && box.querySelector("line") !== null;
    return linked ? { sheets: [netAsDrawing(box)], words: strings.stakeholders_network } : null;
  }

  /** @param {Listed} value */
  summary(value) {
    const { people, links } = namedPeople(value);
    const step = (/** @type {Step[]} */ steps, /** @type {string} */ id) =>
      steps.find((one) => one.id === id)?.text || id || strings.stakeholders_open;
    const rows = people.map((one, index) => {
      const others = links.flatMap(([a, b]) => (a === index ? [people[b].who.trim()] : b === index ? [people[a].who.trim()] : []));
      const lines = [
        `${strings.stakeholders_power}: ${step(this.power, one.power)}`,
        `${strings.stakeholders_interest}: ${step(this.interest, one.interest)}`,
      ];
      return [
        one.who.trim(),
        [...lines, ...(others.length ? [fill(strings.stakeholders_talks_now, { names: others.join("; ") })] : [])].join("\n"),
      ];
    });
    return [...rows, [labelOf(this, this.missing), value.missing]];
  }
}

defineKind("stakeholders", StakeholdersElement);
