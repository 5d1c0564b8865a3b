// <sl-stakeholders>: one list of people, worked in a grid, in a network or as a list, and what it tells.
import { make, part, textOf } from "../../page/dom.js";
import { defineKind, ExerciseElement } from "../../page/element/element.js";
import { labelOf } from "../../page/element/fields.js";
import { bringIntoView } from "../../page/element/message.js";
import { nextNumber } from "../../page/record.js";
import { strings } from "../../page/strings.js";
import { shape } from "../../page/svg.js";
import { fill, wellFormed } from "../../page/text.js";
import { gridOf, movedBy } from "./grid.js";
import { draggablePeople } from "./held.js";
import { drawNetwork, talksInWords } from "./net.js";
import { MAX_PEOPLE, namedPeople, openQuestions } from "./people.js";

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
  width = 0;
  /** @type {{ view: string, id: string }} whom the next press puts down or links, and in which picture */ held = { view: "", id: "" };
  /** @type {string[]} what the list told last */ told = [];

  enhance() {
    this.pattern = /** @type {HTMLElement} */ (this.rows()[0].cloneNode(true));
    const steps = (/** @type {string} */ name) =>
      [...this.fieldOf(this.rows()[0], name).querySelectorAll("option")].flatMap((one) =>
        one.value ? [{ id: one.value, text: textOf(one) }] : [],
      );
    this.power = steps("power");
    this.interest = steps("interest");
    this.rows().forEach((row) => this.equip(row));
    part(this, "add").addEventListener("click", () => this.add());
    if (part(this, "list") instanceof HTMLDetailsElement) part(this, "list").removeAttribute("open");
    this.addEventListener("submit", () => this.enlist(true));
    // A name that was typed and left is not lost: it goes on the list.
    this.newName.addEventListener("change", () => this.enlist(false));
    this.enhancePictures();
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

  /** The two pictures and what both can be worked with: drag, a press and a second one, keys. */
  enhancePictures() {
    const view = (/** @type {string} */ name, /** @type {string} */ title, /** @type {string} */ hint) => [
      make("h4", {}, title),
      make("p", { class: "sl-hint" }, hint),
      make("div", { "data-part": name, role: "group", "aria-label": title }),
      make("p", { class: "sl-hand", "data-part": `${name}-told` }),
    ];
    part(this, "seen").replaceChildren(
      ...view("grid", strings.stakeholders_grid, strings.stakeholders_grid_do),
      ...view("net", strings.stakeholders_network, strings.stakeholders_net_do),
      make("ol", { "data-part": "words" }),
    );
    const end = () => this.draw();
    const [grid, net] = [part(this, "grid"), part(this, "net")];
    draggablePeople(grid, {
      drop: (chip, target) => {
        const at = target?.getAttribute("data-target");
        if (at) this.place(chipId(chip), at);
      },
      end,
    });
    draggablePeople(net, {
      moved: (chip, x, y) => pull(net, chip, x, y),
      drop: (chip, target) => {
        const id = target?.getAttribute("data-target");
        if (id && id !== chipId(chip)) this.link(chipId(chip), id);
      },
      end,
    });
    for (const [name, place] of /** @type {[string, HTMLElement][]} */ ([
      ["grid", grid],
      ["net", net],
    ])) {
      place.addEventListener("click", (event) => this.press(name, event.target));
      place.addEventListener("keydown", (event) => this.key(name, event));
    }
  }

  /** @param {string} view @param {EventTarget | null} target */
  press(view, target) {
    if (!(target instanceof Element)) return;
    const put = target.closest("[data-put]");
    const chip = target.closest("[data-chip]");
    const { id } = this.held;
    const holding = this.held.view === view;
    if (put instanceof HTMLElement && holding) return this.place(id, put.dataset.put || "");
    if (!(chip instanceof HTMLElement)) return;
    if (holding && id === chipId(chip)) this.putDown(view);
    else if (holding && view === "net") this.link(id, chipId(chip));
    else this.takeUp(view, chipId(chip));
  }

  /** @param {string} view @param {KeyboardEvent} event */
  key(view, event) {
    const chip = event.target instanceof Element ? event.target.closest("[data-chip]") : null;
    if (event.key === "Escape" && this.held.view === view) return this.putDown(view);
    const one = chip instanceof HTMLElement ? this.read().people.find(({ id }) => id === chipId(chip)) : undefined;
    const to = one && view === "grid" ? movedBy(one, event.key, this.power, this.interest) : null;
    if (!one || !to) return;
    event.preventDefault();
    this.place(one.id, `${to.power} ${to.interest}`);
  }

  /** @param {string} view @param {string} id */
  takeUp(view, id) {
    this.held = { view, id };
    this.draw();
    this.focusChip(view, id);
    this.tell(view, fill(strings[`stakeholders_${view}_held`], { name: this.nameOf(id) }));
  }

  /** @param {string} view */
  putDown(view) {
    const { id } = this.held;
    this.held = { view: "", id: "" };
    this.draw();
    this.focusChip(view, id);
    this.tell(view, fill(strings.stakeholders_dropped, { name: this.nameOf(id) }));
  }

  /** @param {string} id @param {string} at ids of a step of say and of a step of stake */
  place(id, at) {
    const [power, interest] = at.split(" ");
    const row = this.rows().find((one) => one.dataset.person === id);
    if (!row) return;
    this.fieldOf(row, "power").value = power;
    this.fieldOf(row, "interest").value = interest;
    this.held = { view: "", id: "" };
    this.draw();
    this.focusChip("grid", id);
    const text = (/** @type {Step[]} */ steps, /** @type {string} */ step) => steps.find((one) => one.id === step)?.text || "";
    const parts = { name: this.nameOf(id), say: text(this.power, power), stake: text(this.interest, interest) };
    this.tell("grid", fill(strings.stakeholders_placed, parts));
    this.save();
  }

  /** A line between two, or none any more. @param {string} one @param {string} other */
  link(one, other) {
    const pair = [one, other].sort(byNumber).join(" ");
    const there = this.talks.delete(pair);
    if (!there) this.talks.add(pair);
    this.draw();
    this.focusChip("net", this.held.view === "net" ? this.held.id : one);
    const parts = { name: this.nameOf(one), other: this.nameOf(other) };
    this.tell("net", fill(there ? strings.stakeholders_unlinked : strings.stakeholders_linked, parts));
    this.save();
  }

  /** Say it, and show it under the picture, with what the list newly tells. @param {string} view @param {string} text */
  tell(view, text) {
    const now = this.findings();
    const news = now.filter((one) => !this.told.includes(one));
    this.told = now;
    const whole = [text, ...news.slice(0, 1).map((one) => fill(strings.stakeholders_tells_now, { text: one }))].join(" ");
    const line = part(this, `${view}-told`);
    line.textContent = whole;
    this.say(whole);
    bringIntoView(line);
  }

  /** @param {string} view @param {string} id */
  focusChip(view, id) {
    const chip = this.querySelector(`[data-chip="${view} ${id}"]`);
    if (chip instanceof HTMLElement) chip.focus({ preventScroll: true });
  }

  /** @param {string} id */
  nameOf(id) {
    return (
      this.read()
        .people.find((one) => one.id === id)
        ?.who.trim() || ""
    );
  }

  /** @returns {HTMLInputElement} */
  get newName() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[data-draft]"));
  }

  /** Put the name that was typed on the list. @param {boolean} asked by its button; else it was left */
  enlist(asked) {
    const name = wellFormed(this.newName.value).trim();
    if (!name) {
      if (asked) this.newName.focus();
      return;
    }
    const rows = this.rows();
    if (rows.some((row) => this.fieldOf(row, "who").value.trim() === name)) {
      this.report(fill(strings.stakeholders_already, { name }), this.newName);
      return;
    }
    const blank = rows.find((row) => !this.fieldOf(row, "who").value.trim());
    if (!blank && rows.length >= MAX_PEOPLE) {
      this.report(fill(strings.stakeholders_full, { n: MAX_PEOPLE }), this.newName);
      return;
    }
    this.fieldOf(blank || this.newRow(this.newId()), "who").value = name;
    this.newName.value = "";
    this.draw();
    if (asked) this.newName.focus();
    this.told = this.findings();
    this.say(fill(strings.stakeholders_listed, { name }));
    this.save();
  }

  /** @returns {HTMLElement[]} */
  rows() {
    return [...this.querySelectorAll("[data-person]")].filter((one) => one instanceof HTMLElement);
  }

  /** @param {HTMLElement} row @param {string} name @returns {HTMLInputElement & HTMLSelectElement} */
  fieldOf(row, name) {
    return /** @type {any} */ (row.querySelector(`[name="${name}"]`));
  }

  /** Give a row what only a script can: whom they talk with, and a way to take the row out. @param {HTMLElement} row */
  equip(row) {
    const remove = make("button", { type: "button", "data-part": "remove" }, strings.stakeholders_remove);
    remove.addEventListener("click", () => this.takeOut(row));
    row.append(
      make(
        "details",
        { class: "sl-talks" },
        make("summary", { "data-part": "talks" }, strings.stakeholders_talks),
        make("div", { class: "sl-others" }),
      ),
      remove,
    );
  }

  /** @param {string} id @returns {HTMLElement} a new row at the end */
  newRow(id) {
    const row = /** @type {HTMLElement} */ (this.pattern.cloneNode(true));
    const old = row.dataset.person || "";
    for (const name of ["id", "for"]) {
      for (const one of row.querySelectorAll(`[${name}]`))
        one.setAttribute(name, (one.getAttribute(name) || "").replace(`-${old}-`, `-${id}-`));
    }
    row.dataset.person = id;
    this.newest = Math.max(this.newest, Number(id.slice(1)));
    this.equip(row);
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
    const blank = rows.find((row) => !this.fieldOf(row, "who").value.trim());
    if (!blank && rows.length >= MAX_PEOPLE) return this.report(fill(strings.stakeholders_full, { n: MAX_PEOPLE }));
    const row = blank || this.newRow(this.newId());
    part(this, "list").setAttribute("open", "");
    this.draw();
    this.fieldOf(row, "who").focus();
    return undefined;
  }

  /** @param {HTMLElement} row */
  takeOut(row) {
    this.flush();
    const rows = this.rows();
    const place = rows.indexOf(row);
    const name = this.fieldOf(row, "who").value.trim();
    row.remove();
    this.talks = new Set([...this.talks].filter((pair) => !pair.split(" ").includes(row.dataset.person || "")));
    if (rows.length === 1) this.newRow(this.newId());
    this.draw();
    const left = this.rows();
    this.fieldOf(left[Math.min(place, left.length - 1)], "who").focus();
    this.save();
    this.say(fill(name ? strings.stakeholders_removed : strings.stakeholders_removed_blank, { name }));
  }

  /** A talk between two, from either side. @param {HTMLInputElement} box */
  mark(box) {
    const pair = [box.closest("[data-person]")?.getAttribute("data-person") || "", box.value].sort(byNumber).join(" ");
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
      part(row, "legend").textContent = names.get(id) || fill(strings.stakeholders_person, { n: index + 1 });
      this.drawTalks(row, id, names);
    });
    const { view, id } = this.held;
    part(this, "seen").hidden = !people.length;
    part(this, "grid").replaceChildren(...gridOf(people, this.power, this.interest, view === "grid" ? id : ""));
    drawNetwork(part(this, "net"), people, links, view === "net" ? id : "");
    part(this, "words").replaceChildren(...talksInWords(people, links).map((line) => make("li", {}, line)));
    const found = this.findings();
    const told = people.length < 3 ? strings.stakeholders_tells_first : strings.stakeholders_tells_calm;
    part(this, "questions").replaceChildren(
      make("h4", {}, strings.stakeholders_tells),
      found.length ? make("ul", {}, ...found.map((text) => make("li", {}, text))) : make("p", {}, told),
    );
  }

  /** What the list tells, in words. */
  findings() {
    return openQuestions(this.read(), this.power, this.interest).map(({ about, parts }) => fill(strings[`stakeholders_q_${about}`], parts));
  }

  /** @param {HTMLElement} row @param {string} id @param {Map<string, string>} names */
  drawTalks(row, id, names) {
    const others = [...names].filter(([other]) => other !== id);
    const talks = (/** @type {string} */ other) => this.talks.has([id, other].sort(byNumber).join(" "));
    const box = /** @type {HTMLElement} */ (row.querySelector(".sl-others"));
    const boxes = /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll("input")]);
    if (boxes.map((one) => one.value).join(" ") !== others.map(([other]) => other).join(" ")) {
      const chips = others.map(([other]) =>
        make("label", { class: "sl-chip" }, make("input", { type: "checkbox", value: other }), make("span", {})),
      );
      const legend = make("legend", {}, strings.stakeholders_talks_legend);
      box.replaceChildren(
        others.length ? make("fieldset", {}, legend, make("div", { class: "sl-row" }, ...chips)) : strings.stakeholders_talks_first,
      );
    }
    for (const one of box.querySelectorAll("input")) {
      one.checked = talks(one.value);
      if (one.nextElementSibling) one.nextElementSibling.textContent = names.get(one.value) || "";
    }
    const told = others.flatMap(([other, name]) => (talks(other) ? [name] : [])).join("; ");
    part(row, "talks").textContent = told ? fill(strings.stakeholders_talks_now, { names: told }) : strings.stakeholders_talks;
  }

  /** @returns {Listed} */
  read() {
    const people = this.rows().map((row) => ({
      id: row.dataset.person || "",
      who: wellFormed(this.fieldOf(row, "who").value),
      power: this.fieldOf(row, "power").value,
      interest: this.fieldOf(row, "interest").value,
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
      this.fieldOf(row, "who").value = one.who;
      for (const name of /** @type {const} */ (["power", "interest"])) {
        this.fieldOf(row, name).value = one[name];
        if (this.fieldOf(row, name).value !== one[name]) whole = false;
      }
    });
    this.talks = new Set(value.talks.map((pair) => [...pair].sort(byNumber).join(" ")));
    this.missing.value = value.missing;
    this.held = { view: "", id: "" };
    this.draw();
    this.told = this.findings();
    return whole;
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

/** @param {HTMLElement} chip */
function chipId(chip) {
  return (chip.dataset.chip || "").split(" ")[1] || "";
}

/** A line from a chip to the finger. @param {HTMLElement} place @param {HTMLElement} chip @param {number} x @param {number} y */
function pull(place, chip, x, y) {
  const svg = place.querySelector("svg");
  if (!svg) return;
  const frame = svg.getBoundingClientRect();
  svg.querySelector(".sl-pull")?.remove();
  const ends = { x1: parseFloat(chip.style.left), y1: parseFloat(chip.style.top), x2: x - frame.left, y2: y - frame.top };
  svg.append(shape("line", { class: "sl-pull", ...ends }));
}

/** @param {string} one @param {string} other */
function byNumber(one, other) {
  return Number(one.slice(1)) - Number(other.slice(1));
}

defineKind("stakeholders", StakeholdersElement);
