// A picture of people in places: a queue, beds, homes on a hill, and ways between them. One figure is one person.
import { shape } from "../svg.js";
import { fill, plainNumber, says } from "../text.js";
import { Belt } from "./belt.js";
import { fitted } from "./fit.js";
import { pathOf, piecesOf } from "./forms.js";
import { inScale, spotsOf } from "./layout.js";
import { firstOf, numberOf } from "../moving/trace.js";
import { Walkers, Way } from "./walkers.js";

/**
 * @typedef {import("./forms.js").Form} Form
 * @typedef {import("./forms.js").Spot} Spot
 * @typedef {import("../moving/trace.js").Moment} Moment
 * @typedef {import("../moving/trace.js").Trace} Trace
 *
 * Who stands in a place. `last`: they take its last spots, and not its first. `first` names how many of them are as they
 * always were; those beyond are drawn in the role `more`.
 * @typedef {{ stock: string, role: string, form: Form, last?: boolean, first?: string, more?: string }} Group
 *
 * `full` is said from so many on; `warns`: that there are none left is said in the colour of those who wait.
 * @typedef {{ many: string, one: string, none: string, full?: string, warns?: boolean, at: Spot, anchor?: string }} Label
 * @typedef {import("./layout.js").Layout | (import("./fit.js").Fit & { scale?: number }) | (import("./belt.js").BeltLayout & { scale?: number })} Layout
 *
 * `count`: so many spots there are. `counts`: the stock that the label says, if it is not that of the first group. `parts`: so many places share its box.
 * `full`: the number from which it is full. `line`: a broken line above so many spots, and what it says.
 * @typedef {{ groups: Group[], layout: Layout, label?: Label, furniture?: string, count?: string, counts?: string, parts?: string,
 *   full?: string, line?: { count: string, shown: string, says: string } }} Place
 * @typedef {{ flow: string, role: string, form: Form, corners: Spot[], scale?: number }} Walk
 * @typedef {{ size: [number, number], places: Record<string, Place>, walks: Record<string, Walk> }} PlacesView
 */

/** Where a piece of furniture stands, as a path. @type {Record<string, (x: number, y: number) => string>} */
const FURNITURE = {
  bed: (x, y) => `M${x - 8} ${y - 3}v9M${x - 8} ${y + 4}h14.5v2`,
  seat: (x, y) => `M${x - 5} ${y - 4}v13M${x - 5} ${y + 5}h9v4`,
  square: (x, y) => `M${x - 6} ${y - 6}h12v12h-12z`,
};

export class PlacesDrawing {
  /**
   * @param {SVGElement[]} sheets ground, people, walkers: a walker's step repaints only the topmost
   * @param {PlacesView} view
   */
  constructor(sheets, view) {
    this.view = view;
    const [, people, top] = sheets;
    /** @type {Record<string, Spot[]>} */
    this.spots = {};
    /** @type {Record<string, Belt>} */
    this.belts = {};
    /** @type {Map<string, Element>} */
    this.paths = new Map();
    /** @type {Record<string, string>} */
    this.drawn = {};
    /** @type {Record<string, Element>} */
    this.labels = {};
    /** @type {Record<string, { line: Element, words: Element }>} */
    this.limits = {};
    for (const [name, place] of Object.entries(view.places)) {
      const { layout } = place;
      const scale = layout.scale ?? 1;
      if ("belt" in layout) this.belts[name] = new Belt(layout, place.groups[0].stock, scale);
      else this.spots[name] = "fit" in layout ? [] : spotsOf(name, layout);
      if (place.furniture) this.add(people, `${name}/furniture`, `sl-furniture sl-${place.furniture}`);
      place.groups.forEach((group, index) => {
        this.figures(people, `${name}/${index}`, group.role, group.form);
        if (group.more) this.figures(people, `${name}/${index}/more`, group.more, group.form);
      });
      this.enlarge(`${name}/`, scale);
    }
    for (const [name, walk] of Object.entries(view.walks)) {
      this.figures(top, `walk/${name}`, walk.role, walk.form);
      this.enlarge(`walk/${name}/`, walk.scale ?? 1);
    }
    for (const [name, { label }] of Object.entries(view.places)) {
      if (!label) continue;
      this.labels[name] = shape("text", { class: "sl-label", x: label.at[0], y: label.at[1], "text-anchor": label.anchor || "start" });
      top.append(this.labels[name]);
    }
    for (const [name, { line }] of Object.entries(view.places)) if (line) this.limits[name] = this.limit(top);
    this.walkers = new Walkers(Object.fromEntries(Object.entries(view.walks).map(([name, walk]) => [name, new Way(walk.corners)])));
  }

  /** A broken line with its words. @param {SVGElement} sheet */
  limit(sheet) {
    const line = shape("path", { class: "sl-limit" });
    const words = shape("text", { class: "sl-label sl-ordered" });
    sheet.append(line, words);
    return { line, words };
  }

  /** @param {SVGElement} sheet @param {string} name @param {string} role @param {Form} form */
  figures(sheet, name, role, form) {
    for (const piece of piecesOf(form)) this.add(sheet, `${name}/${piece}`, `sl-figure-${piece} sl-role-${role}`);
  }

  /** @param {SVGElement} sheet @param {string} name @param {string} classes */
  add(sheet, name, classes) {
    const path = shape("path", { class: classes });
    sheet.append(path);
    this.paths.set(name, path);
  }

  /** Draw all paths of a place larger. @param {string} start of their names @param {number} scale */
  enlarge(start, scale) {
    for (const [name, path] of this.paths) if (name.startsWith(start) && scale !== 1) path.setAttribute("transform", `scale(${scale})`);
  }

  /** @param {string} name @param {Form} form @param {Spot[]} spots */
  put(name, form, spots) {
    for (const piece of piecesOf(form)) this.paths.get(`${name}/${piece}`)?.setAttribute("d", pathOf(form, piece, spots));
  }

  /** @param {{ form: Form, role: string, scale: number }} sign */
  sign({ form, role, scale }) {
    return piecesOf(form).map((piece) =>
      shape("path", { class: `sl-figure-${piece} sl-role-${role}`, d: pathOf(form, piece, [[0, 0]]), transform: `scale(${scale})` }),
    );
  }

  /** Draw a moment of a run. @param {Moment} moment @param {Trace} trace */
  draw(moment, trace) {
    for (const [name, place] of Object.entries(this.view.places)) {
      const belt = this.belts[name];
      const label = this.labels[name];
      const said = moment.stocks[place.counts ?? place.groups[0].stock] ?? 0;
      if (label && place.label) {
        const full = place.label.full && place.full && said >= numberOf(trace, place.full);
        label.textContent = full ? fill(place.label.full || "", { n: plainNumber(said) }) : says(place.label, said);
        label.classList.toggle("sl-warns", Boolean(place.label.warns) && said === 0);
      }
      if (belt) {
        this.put(`${name}/0`, place.groups[0].form, belt.at(trace, moment.time));
        continue;
      }
      const places = place.count ? numberOf(trace, place.count) : this.spots[name].length;
      const parts = place.parts ? numberOf(trace, place.parts) : 1;
      const counts = place.groups.map((group) => Math.max(0, moment.stocks[group.stock] ?? 0));
      const key = [places, parts, ...counts].join();
      if (this.drawn[name] === key) continue;
      this.drawn[name] = key;
      if ("fit" in place.layout) this.fit(name, place.layout, places, parts);
      this.fillPlace(name, place, places, counts, trace);
    }
  }

  /** @param {string} name @param {import("./fit.js").Fit} layout @param {number} places @param {number} parts */
  fit(name, layout, places, parts) {
    const { spots, scale } = fitted(layout, places, parts);
    this.spots[name] = spots;
    this.enlarge(`${name}/`, scale);
  }

  /** @param {string} name @param {Place} place @param {number} places @param {number[]} counts @param {Trace} trace */
  fillPlace(name, place, places, counts, trace) {
    const spots = this.spots[name].slice(0, places);
    const furniture = place.furniture && FURNITURE[place.furniture];
    if (furniture) this.paths.get(`${name}/furniture`)?.setAttribute("d", spots.map(([x, y]) => furniture(x, y)).join(""));
    if (place.line) this.drawLimit(this.limits[name], place, trace);
    let from = 0;
    let to = spots.length;
    place.groups.forEach((group, index) => {
      const count = Math.min(counts[index], to - from);
      const taken = group.last ? spots.slice(to - count, to) : spots.slice(from, from + count);
      if (group.last) to -= count;
      else from += count;
      const first = group.first ? firstOf(trace, group.first) : taken.length;
      this.put(`${name}/${index}`, group.form, taken.slice(0, first));
      if (group.more) this.put(`${name}/${index}/more`, group.form, taken.slice(first));
    });
  }

  /** Where a pile should end: between two of its spots. @param {{ line: Element, words: Element }} limit @param {Place} place @param {Trace} trace */
  drawLimit({ line, words }, { line: given, layout }, trace) {
    if (!given || !("rows" in layout)) return;
    const scale = layout.scale ?? 1;
    const [x, y, , , , down] = layout.rows[0];
    const [level, half] = [y + (numberOf(trace, given.count) - 0.5) * down, 24 * scale];
    line.setAttribute("d", `M${x - half} ${level}H${x + half}`);
    words.setAttribute("x", String(x + half + 4));
    words.setAttribute("y", String(level + 4));
    words.textContent = fill(given.says, { n: plainNumber(numberOf(trace, given.shown)) });
  }

  /**
   * Let people walk for a while.
   * @param {Record<string, number>} flows as a share of the busiest
   * @param {number} seconds
   */
  walk(flows, seconds) {
    const rates = Object.entries(this.view.walks).map(([name, walk]) => [name, flows[walk.flow] ?? 0]);
    this.walkers.go(Object.fromEntries(rates), seconds);
    this.redrawWalkers();
  }

  rest() {
    this.walkers.clear();
    this.redrawWalkers();
  }

  redrawWalkers() {
    for (const [name, walk] of Object.entries(this.view.walks)) {
      this.put(`walk/${name}`, walk.form, inScale(this.walkers.on(name), walk.scale));
    }
  }
}
