// Building a map of one's own: factors, links, the drawing, the loops. Each change shows at once.
import { part } from "../../page/dom.js";
import { nextNumber } from "../../page/record.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { MapCanvas } from "./canvas.js";
import { mapFiles } from "./files.js";
import { mapHands } from "./hands.js";
import { MapHistory } from "./history.js";
import { linkForm } from "./link_form.js";
import { factorLines, linkLines, loopCount, loopLines } from "./lists.js";
import { findLoops } from "./loops.js";
import { linkSentence, loopSentence, typeSentence } from "./readout.js";
import { loopKey, MAX_FACTORS, nameKey, plainLine } from "./value.js";

/**
 * @typedef {import("./loops.js").Factor} Factor
 * @typedef {import("./loops.js").Link} Link
 * @typedef {import("./value.js").OwnMap} OwnMap
 * @typedef {import("../../page/element/element.js").ExerciseElement} ExerciseElement
 */

export class BuildMap {
  /** @param {ExerciseElement} host @param {{ factors: Factor[] }} start */
  constructor(host, start) {
    this.host = host;
    /** @type {OwnMap} */
    this.map = { factors: structuredClone(start.factors), links: [], names: {}, places: {} };
    this.history = new MapHistory(this.map);
    this.canvas = new MapCanvas(host, mapHands(this));
    this.form = linkForm(this);
    part(host, "add-here").addEventListener("click", () => this.canvas.addAt(null));
    part(host, "tidy").addEventListener("click", () => this.tidy());
    host.addEventListener("keydown", (event) => {
      const typing = /** @type {Element} */ (event.target).matches("[type=text], textarea");
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || typing) return;
      event.preventDefault();
      part(host, event.shiftKey ? "redo" : "undo").click();
    });
    part(host, "undo").addEventListener("click", () => this.travel("past", strings.map_undone));
    part(host, "redo").addEventListener("click", () => this.travel("ahead", strings.map_redone));
    part(host, "add-factor").addEventListener("submit", () => this.addFactor());
    mapFiles(host, this);
    this.draw();
  }

  /** @param {string} id */
  nameOf = (id) => this.map.factors.find((one) => one.id === id)?.name.trim() || strings.map_nameless;

  /** Say something beside the form it is about, too. @param {"factor" | "link" | "map" | "file" | ""} where @param {string} text */
  tell(where, text) {
    for (const one of ["factor", "link", "map", "file"]) part(this.host, `told-${one}`).textContent = one === where ? text : "";
    this.host.say(text);
  }

  /** Say what will not do, beside the control that it is about and tied to it. @param {string} text @param {HTMLElement} control */
  refuse(text, control) {
    this.tell("", "");
    (control.matches("fieldset") ? control.querySelector("input") : control)?.focus();
    this.host.report(text, control);
  }

  /** How many loops there are, in words. */
  get count() {
    return part(this.host, "count").textContent ?? "";
  }

  addFactor() {
    const field = /** @type {HTMLInputElement} */ (part(this.host, "add-factor").querySelector("input[name=new]"));
    const name = plainLine(field.value);
    field.focus();
    const wrong = this.wrongName(name, "");
    if (wrong) return this.refuse(wrong, field);
    this.pushFactor(name, null);
    field.value = "";
    this.tell("factor", fill(strings.map_added, { name, n: this.map.factors.length }));
  }

  /** What is wrong with a name for a factor, or nothing. @param {string} name @param {string} own the factor's id, if there is one */
  wrongName(name, own) {
    const { factors } = this.map;
    if (!name) return strings.map_name_first;
    if (factors.some((one) => one.id !== own && nameKey(one.name) === nameKey(name))) return strings.map_name_twice;
    return !own && factors.length >= MAX_FACTORS ? fill(strings.map_full, { n: MAX_FACTORS }) : "";
  }

  /** @param {string} name @param {import("./ring.js").Places | null} places of all, the new one's under "" */
  pushFactor(name, places) {
    const { factors } = this.map;
    const used = factors.map((one) => Number(/^f(\d{1,6})$/.exec(one.id)?.[1] ?? 0));
    const id = `f${nextNumber(used, 999_999)}`;
    factors.push({ id, name });
    if (places) {
      const { "": own, ...others } = places;
      this.map.places = { ...others, [id]: own };
    }
    this.changed();
  }

  tidy() {
    this.map.places = {};
    this.changed();
    this.tell("map", strings.map_tidied);
  }

  /** @param {Factor} factor */
  removeFactor(factor) {
    const { factors, links } = this.map;
    const at = factors.indexOf(factor);
    const kept = links.filter((link) => link.cause !== factor.id && link.effect !== factor.id);
    const gone = links.length - kept.length;
    const { [factor.id]: _, ...places } = this.map.places;
    this.map = { ...this.map, factors: factors.filter((one) => one !== factor), links: kept, places };
    this.changed();
    const rows = part(this.host, "factors").querySelectorAll("input");
    (rows[Math.min(at, rows.length - 1)] || this.host.querySelector("input[name=new]"))?.focus();
    const told = gone ? strings.map_removed_factor : strings.map_removed_alone;
    this.tell("factor", fill(told, { name: factor.name.trim() || strings.map_nameless, n: gone }));
  }

  /** @param {Link} link */
  changeLink(link) {
    this.form.put(link);
    this.form.cause.focus();
    this.tell("link", strings.map_changing);
  }

  /** @param {Link} link */
  removeLink(link) {
    const at = this.map.links.indexOf(link);
    this.map.links.splice(at, 1);
    this.changed();
    const rows = part(this.host, "links").querySelectorAll("li");
    const next = rows[Math.min(at, rows.length - 1)];
    (next ? next.querySelector("button") : this.form.cause)?.focus();
    this.tell("link", `${strings.map_removed_link} ${this.count}`);
  }

  /** Keep the map as it was before this change. */
  remember() {
    if (this.history.remember(this.map)) this.faces();
  }

  faces() {
    const { past, ahead } = this.history.kept;
    /** @type {HTMLButtonElement} */ (part(this.host, "undo")).disabled = !past.length;
    /** @type {HTMLButtonElement} */ (part(this.host, "redo")).disabled = !ahead.length;
    /** @type {HTMLButtonElement} */ (part(this.host, "tidy")).disabled = !Object.keys(this.map.places).length;
  }

  /** One change back, or forth again. @param {"past" | "ahead"} from @param {string} told */
  travel(from, told) {
    this.remember();
    const map = this.history.travel(from);
    if (!map) return;
    this.map = map;
    this.form.put(null);
    this.draw();
    this.host.save();
    this.faces();
    // Focus is lost with a button that can do no more, or a line that is drawn anew: the next key goes on from here.
    const held = document.activeElement;
    if (!this.host.contains(held) || held?.matches(":disabled")) {
      part(this.host, from === "past" ? "redo" : "undo").focus({ preventScroll: true });
    }
    this.tell("map", fill(told, { count: this.count }));
  }

  changed() {
    this.remember();
    this.draw();
    this.host.save();
  }

  /** Another map in place of this one. @param {OwnMap} map */
  replace(map) {
    this.map = structuredClone(map);
    this.history = new MapHistory(map);
    this.faces();
    this.form.put(null);
    this.draw();
  }

  draw() {
    part(this.host, "factors").replaceChildren(
      ...factorLines(this.map.factors, this.host.id, {
        named: () => this.drawLinks(),
        renamed: () => this.remember(),
        remove: (factor) => this.removeFactor(factor),
      }),
    );
    this.drawLinks();
  }

  /** Everything that speaks of factors by name. */
  drawLinks() {
    const { links } = this.map;
    this.form.offer();
    part(this.host, "links").replaceChildren(
      ...linkLines(links, this.nameOf, { change: (link) => this.changeLink(link), remove: (link) => this.removeLink(link) }),
    );
    this.drawLoops();
    this.canvas.draw(this.map, [...part(this.host, "found").querySelectorAll("p")].map((one) => one.textContent || "").join(" "));
  }

  drawLoops() {
    const { factors, links, names } = this.map;
    const { loops, more } = findLoops(
      factors.map((one) => one.id),
      links,
    );
    part(this.host, "count").textContent = loopCount(loops, more);
    part(this.host, "found").replaceChildren(...loopLines(loops, links, names, this.host.id, this.nameOf));
  }

  read() {
    return { runs: [], ...structuredClone(this.map) };
  }

  /** @param {import("./value.js").MapValue} value */
  show({ factors, links, names, places = {} }) {
    this.replace({ factors, links, names, places });
    return true;
  }

  /** @param {import("./value.js").MapValue} value */
  summary({ factors, links, names }) {
    const name = (/** @type {string} */ id) => factors.find((one) => one.id === id)?.name.trim() || strings.map_nameless;
    const { loops } = findLoops(
      factors.map((one) => one.id),
      links,
    );
    const told = loops.map(
      (loop) =>
        `${names[loopKey(loop)]?.trim() ? `${names[loopKey(loop)].trim()}: ` : ""}${loopSentence(loop, links, name)} ${typeSentence(loop)}`,
    );
    return [
      [strings.map_said_factors, factors.map((one) => name(one.id)).join("\n")],
      [strings.map_said_links, links.map((link) => linkSentence(link, name)).join("\n")],
      [strings.map_said_loops, told.join("\n")],
    ];
  }
}
