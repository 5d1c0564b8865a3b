// <sl-district>: six windows on one district, one for each role. Whose window is not open shows its house and nobody in it.
import { define } from "workbook/page/dom.js";
import { PlacesDrawing } from "workbook/page/scene/places.js";
import { still } from "workbook/page/scene/player.js";
import { SceneElement } from "workbook/page/scene/scene.js";
import { strings } from "workbook/page/strings.js";
import { shape } from "workbook/page/svg.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Quarter} Quarter
 * @typedef {{ id: string, name: string, art: string, own: boolean, open: boolean, at: [number, number, number, number] }} Window left, top, width, height
 */

const SECONDS = 3.6; // a quarter passes
const WINDOW_GAP = 6;
const WINDOW_HEAD = 42; // of a window: its name, and what its people say of their number
const LONGEST_STEP = 0.05;

/** Who is in a window, and how: from the top. `box`: shares of its height, from and to. @type {Record<string, any[]>} */
const PEOPLE = {
  hospital: [
    { name: "queue", form: "stand", role: "waiting", step: [6.6, 8.2], scale: 0.95, box: [0.62, 1] },
    { name: "ward", form: "lie", role: "care", beds: true, box: [0, 0.6] },
  ],
  council: [
    { name: "home", form: "house", role: "waiting", step: [9, 8.4], scale: 1.25, box: [0, 0.3] },
    { name: "cared", form: "house", role: "home", step: [5.4, 5.2], scale: 0.8, box: [0.32, 1] },
  ],
  firms: [{ name: "staff", form: "van", role: "plain", step: [11.6, 10.6], scale: 0.92, box: [0, 1] }],
  housing: [
    { name: "empty", form: "square", role: "quiet", step: [13, 12], scale: 1, box: [0, 0.45] },
    { name: "unready", form: "sit", role: "stuck", step: [13, 15], scale: 0.85, box: [0.5, 1] },
  ],
  community: [{ name: "volunteers", form: "stand", role: "home", step: [8.6, 9.6], scale: 1.15, box: [0, 1] }],
  residents: [
    { name: "lonely", form: "dot", role: "quiet", step: [6.4, 5.8], scale: 0.62, box: [0, 0.7] },
    { name: "tired", form: "house", role: "new", step: [8.6, 8], scale: 1.1, box: [0.74, 1] },
  ],
};

/** Ways on which people are seen to go, from window to window; `of`: how many a week. @type {Record<string, any>} */
const WAYS = {
  early: {
    from: "hospital",
    to: "council",
    role: "stuck",
    of: (/** @type {Quarter} */ { dials, figures }) => dials.sending * dials.saying * figures.ready,
  },
  again: { from: "council", to: "hospital", role: "waiting", of: (/** @type {Quarter} */ { figures }) => figures.early_back },
  lonely: {
    from: "residents",
    to: "hospital",
    role: "waiting",
    of: (/** @type {Quarter} */ { figures }) => figures.back - figures.early_back,
  },
};

/** One view: its windows and everybody in them. @param {Window[]} windows @param {[number, number]} size */
function viewOf(windows, size) {
  /** @type {Record<string, any>} */
  const places = {};
  /** @type {Record<string, any>} */
  const walks = {};
  for (const { id, open, at } of windows) {
    if (!open) continue;
    const [left, top, width, height] = at;
    PEOPLE[id].forEach((one, order) => {
      const from = top + WINDOW_HEAD + one.box[0] * (height - WINDOW_HEAD - 4);
      const tall = (one.box[1] - one.box[0]) * (height - WINDOW_HEAD - 4);
      places[one.name] = one.beds ? ward(left, from, width, tall) : crowd(one, [left + 6, from, width - 12, tall]);
      const words = strings[`live_see_${one.name}`];
      if (order === 0) places[one.name].label = { many: words, one: words, none: words, at: [left + 9, top + 33] };
    });
  }
  const middle = (/** @type {string} */ id) => {
    const found = /** @type {Window} */ (windows.find((one) => one.id === id));
    return [found.at[0] + found.at[2] / 2, found.at[1] + found.at[3] * 0.62];
  };
  for (const [name, { from, to, role }] of Object.entries(WAYS)) {
    if (!windows.some((one) => one.open && (one.id === from || one.id === to))) continue;
    walks[name] = { flow: name, role, form: "stand", corners: [middle(from), middle(to)], scale: 1.3 };
  }
  return { size, places, walks, windows };
}

/** @param {any} one @param {number[]} box */
function crowd({ name, form, role, step, scale }, box) {
  const drawn = form === "square" ? { form: "dot", furniture: "square" } : { form };
  const group = { stock: name, role, form: drawn.form };
  return { groups: [group], layout: { box, step, scale }, ...(drawn.furniture ? { furniture: "square", count: name } : {}) };
}

/** Beds in rows: who could leave sits up at the end. @param {number} left @param {number} top @param {number} width @param {number} height */
function ward(left, top, width, height) {
  const [across, down] = width > 200 ? [9, 10.4] : [8.4, 9];
  const columns = Math.floor((width - 14) / across);
  const rows = Math.max(1, Math.floor(height / down));
  return {
    groups: [
      { stock: "ready", role: "stuck", form: "sit", last: true },
      { stock: "ward", role: "care", form: "lie" },
    ],
    layout: { rows: [[left + 11, top + 5, columns, columns * rows, across, down]], scale: 0.6 },
    count: "beds",
  };
}

/** Where the windows stand: three by two, on a phone two by three. @param {number} columns @param {[number, number]} size @param {string[]} ids */
function grid(columns, size, ids) {
  const rows = ids.length / columns;
  const width = (size[0] - WINDOW_GAP * (columns + 1)) / columns;
  const height = (size[1] - WINDOW_GAP * (rows + 1)) / rows;
  return ids.map((_, at) => [WINDOW_GAP + (at % columns) * (width + WINDOW_GAP), WINDOW_GAP + Math.floor(at / columns) * (height + WINDOW_GAP), width, height]);
}

/**
 * The picture as a scene takes it.
 * @param {GameData} data @param {string[]} mine roles whose window is one's own @param {boolean} all whether every window is open
 */
export function pictureOf(data, mine, all) {
  const ids = Object.keys(data.roles);
  const view = (/** @type {number} */ columns, /** @type {[number, number]} */ size) => {
    const places = grid(columns, size, ids);
    const windows = ids.map((id, at) => ({
      id,
      name: data.roles[id].name,
      art: data.roles[id].picture,
      own: mine.includes(id),
      open: all || mine.includes(id),
      at: /** @type {[number, number, number, number]} */ (places[at]),
    }));
    return viewOf(windows, size);
  };
  const still_ = { draws: "district", time: null, until: null, seconds: SECONDS, slow: 0, columns: [], shows: {}, roles: {} };
  return { ...still_, wide: view(3, [760, 332]), narrow: view(2, [360, 426]) };
}

/** A quarter told week by week. @param {Quarter} quarter */
export function quarterTrace(quarter) {
  const { path, dials, figures } = quarter;
  const each = (/** @type {(stocks: Numbers) => number} */ of) => path.map((stocks) => Math.round(of(stocks)));
  const flow = (/** @type {string} */ name) => path.map((_, at) => (at ? WAYS[name].of(quarter) : 0));
  const names = ["queue", "ward", "home", "cared", "staff", "unready", "volunteers", "lonely", "tired"];
  return {
    ticks: path.map((_, at) => at),
    stocks: {
      ...Object.fromEntries(names.map((name) => [name, each((stocks) => stocks[name])])),
      ready: each((stocks) => stocks.unready + stocks.unserved),
      empty: each(() => figures.empty),
    },
    flows: Object.fromEntries(Object.keys(WAYS).map((name) => [name, flow(name)])),
    more: { beds: Math.round(101 + dials.beds), empty: Math.round(figures.empty) },
  };
}

export class DistrictElement extends SceneElement {
  frame = 0;

  /** @param {SVGElement[]} sheets @param {any} view */
  drawingOn(sheets, view) {
    for (const { name, art, own, open, at } of view.windows) {
      const [x, y, width, height] = at;
      sheets[0].append(
        shape("rect", { x, y, width, height, rx: 8, class: `sl-window${own ? " sl-own" : ""}${open ? "" : " sl-shut"}` }),
        shape("use", { href: `#m-${art}`, x: x + width - 56, y: y + 4, width: 50, height: 36, ...(open ? {} : { opacity: 0.55 }) }),
      );
      const words = shape("text", { class: "sl-window-name", x: x + 9, y: y + 17 });
      words.textContent = name;
      sheets[0].append(words);
      if (open) continue;
      const shut = shape("text", { class: "sl-window-shut", x: x + width / 2, y: y + height * 0.62, "text-anchor": "middle" });
      shut.textContent = strings.live_shut;
      sheets[0].append(shut);
    }
    return new PlacesDrawing(sheets, view);
  }

  /** Let a quarter pass, or show its end at once. @param {ReturnType<typeof pictureOf>} picture @param {Quarter} quarter @param {boolean} moving */
  pass(picture, quarter, moving) {
    cancelAnimationFrame(this.frame);
    this.set(/** @type {any} */ (picture), quarterTrace(quarter));
    const end = quarter.path.length - 1;
    if (!moving || still()) return this.at(end);
    this.at(0);
    let since = performance.now();
    const tick = (/** @type {number} */ now) => {
      const seconds = Math.min(LONGEST_STEP, Math.max(0, (now - since) / 1000));
      since = now;
      this.at(Math.min(end, this.time + (seconds * end) / SECONDS), seconds);
      if (this.time < end && this.isConnected) this.frame = requestAnimationFrame(tick);
      else this.rest();
    };
    this.frame = requestAnimationFrame(tick);
  }
}

define("sl-district", DistrictElement);
