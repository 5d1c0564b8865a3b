// <sl-district>: six windows on one district, one for each role. Whose window is not open shows its house and nobody in it.
import { define } from "workbook/page/dom.js";
import { PlacesDrawing } from "workbook/page/scene/places.js";
import { still } from "workbook/page/moving/player.js";
import { SceneElement } from "workbook/page/scene/scene.js";
import { strings } from "workbook/page/strings.js";
import { shape } from "workbook/page/svg.js";

/**
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Quarter} Quarter
 * @typedef {[number, number, number, number]} Box left, top, width, height
 * @typedef {{ id: string, name: string, art: string, own: boolean, open: boolean, at: Box }} Window
 */

const SMALL = 62; // the height of a small window on a phone
const MANY = 12; // people a week on a busy way
const SECONDS = 3.6; // a quarter passes
const WINDOW_GAP = 6;
const WINDOW_HEAD = 42; // of a window: its name, and what its people say of their number
const LONGEST_STEP = 0.05;

/**
 * Who is in a window, from the top. `most`: so many must find room. `cell`: the room of one at its own size. `box`: shares
 * of the height, from and to. @type {Record<string, any[]>}
 */
const PEOPLE = {
  hospital: [
    { name: "queue", form: "stand", role: "waiting", most: 76, cell: [6.6, 8.2], box: [0.64, 1] },
    { name: "ward", form: "lie", role: "care", most: 132, cell: [14, 15], box: [0, 0.6] },
  ],
  council: [
    { name: "home", form: "house", role: "waiting", most: 40, cell: [7.4, 7], box: [0, 0.3] },
    { name: "cared", form: "house", role: "home", most: 520, cell: [7, 6.8], box: [0.34, 1] },
  ],
  firms: [{ name: "staff", form: "van", role: "plain", most: 130, cell: [13, 11.6], box: [0, 1] }],
  housing: [
    { name: "empty", form: "square", role: "quiet", most: 26, cell: [16, 16], box: [0, 0.45] },
    { name: "unready", form: "sit", role: "stuck", most: 46, cell: [13, 16], box: [0.52, 1] },
  ],
  community: [{ name: "volunteers", form: "stand", role: "home", most: 190, cell: [7.6, 8.6], box: [0, 1] }],
  residents: [
    { name: "lonely", form: "dot", role: "quiet", most: 350, cell: [9, 8.6], box: [0, 0.68] },
    { name: "tired", form: "house", role: "new", most: 46, cell: [7.4, 7.2], box: [0.74, 1] },
  ],
};
const LARGEST = 2; // times a figure's own size

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
      /** @type {Box} */
      const box = [left + 6, from, width - 12, tall];
      places[one.name] = one.form === "lie" ? ward(one, box) : crowd(one, box);
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

/** So large that as many as may come find room. @param {any} one @param {Box} box */
function fittedStep({ most, cell: [across, down] }, [, , width, height]) {
  let scale = LARGEST;
  while (Math.floor(width / (across * scale)) * Math.floor(height / (down * scale)) < most && scale > 0.3) scale *= 0.97;
  return { scale, step: [across * scale, down * scale] };
}

/** @param {any} one @param {Box} box */
function crowd(one, box) {
  const { scale, step } = fittedStep(one, box);
  const square = one.form === "square";
  const group = { stock: one.name, role: one.role, form: square ? "dot" : one.form };
  return { groups: [group], layout: { box, step, scale }, ...(square ? { furniture: "square", count: one.name } : {}) };
}

/** Beds in rows: who could leave sits up at the end. @param {any} one @param {Box} box */
function ward(one, box) {
  const { scale, step } = fittedStep(one, box);
  const [left, top, width, height] = box;
  const [columns, rows] = [Math.floor(width / step[0]), Math.floor(height / step[1])];
  return {
    groups: [
      { stock: "ready", role: "stuck", form: "sit", last: true },
      { stock: "ward", role: "care", form: "lie" },
    ],
    layout: { rows: [[left + step[0] / 2, top + step[1] / 2, columns, columns * rows, ...step]], scale },
    count: "beds",
  };
}

/** Where the windows stand: three by two, on a phone two by three. @param {number} columns @param {[number, number]} size @param {number} count @returns {Box[]} */
function grid(columns, size, count) {
  const rows = count / columns;
  const width = (size[0] - WINDOW_GAP * (columns + 1)) / columns;
  const height = (size[1] - WINDOW_GAP * (rows + 1)) / rows;
  const across = (/** @type {number} */ at) => WINDOW_GAP + (at % columns) * (width + WINDOW_GAP);
  const down = (/** @type {number} */ at) => WINDOW_GAP + Math.floor(at / columns) * (height + WINDOW_GAP);
  return Array.from({ length: count }, (_, at) => [across(at), down(at), width, height]);
}

/** One's own window large, the others small: beside it, or on a phone below it. @param {boolean} wide @param {[number, number]} size @param {number} own @param {number} count @returns {Box[]} */
function ownFirst(wide, [width, height], own, count) {
  /** @type {Box} */
  const large = [
    WINDOW_GAP,
    WINDOW_GAP,
    (wide ? width * 0.64 : width) - 2 * WINDOW_GAP,
    (wide ? height : height - SMALL - WINDOW_GAP) - 2 * WINDOW_GAP,
  ];
  const others = count - 1;
  const small = (/** @type {number} */ at) => {
    const each = ((wide ? height : width) - WINDOW_GAP) / others - WINDOW_GAP;
    const along = WINDOW_GAP + at * (each + WINDOW_GAP);
    const left = large[0] + large[2] + WINDOW_GAP;
    return /** @type {Box} */ (wide ? [left, along, width - left - WINDOW_GAP, each] : [along, height - SMALL - WINDOW_GAP, each, SMALL]);
  };
  return Array.from({ length: count }, (_, at) => (at === own ? large : small(at < own ? at : at - 1)));
}

/**
 * The picture as a scene takes it.
 * @param {GameData} data @param {string[]} mine roles whose window is one's own @param {boolean} all whether every window is open
 */
export function windowsOf(data, mine, all) {
  const ids = Object.keys(data.roles);
  const view = (/** @type {boolean} */ wide, /** @type {[number, number]} */ size) => {
    const places = all || !mine.length ? grid(wide ? 3 : 2, size, ids.length) : ownFirst(wide, size, ids.indexOf(mine[0]), ids.length);
    const windows = ids.map((id, at) => {
      const open = all || mine.includes(id);
      const { short, picture } = data.roles[id];
      const name = open || wide || !mine.length ? short[0].toUpperCase() + short.slice(1) : "";
      return { id, name, art: picture, own: mine.includes(id), open, at: places[at] };
    });
    return viewOf(windows, size);
  };
  const timing = { draws: "district", time: null, until: null, seconds: SECONDS, slow: 0, marks: [], columns: [], shows: {}, roles: {} };
  return { ...timing, wide: view(true, [760, 332]), narrow: view(false, [360, all || !mine.length ? 426 : 290]) };
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
    flows: { busy: path.map(() => MANY), ...Object.fromEntries(Object.keys(WAYS).map((name) => [name, flow(name)])) },
    more: { beds: Math.round(101 + dials.beds), empty: Math.round(figures.empty) },
  };
}

export class DistrictElement extends SceneElement {
  frame = 0;

  /** @param {SVGElement[]} sheets @param {any} view */
  drawingOn(sheets, view) {
    for (const { name, art, own, open, at } of view.windows) {
      const [x, y, width, height] = at;
      const narrow = width < 100;
      const [left, top, across, down] = open
        ? width < 200
          ? [x + width - 38, y + 4, 32, 18]
          : [x + width - 58, y + 5, 50, 34]
        : narrow
          ? [x + 6, y + 8, width - 12, height - 16]
          : [x + width - 74, y + 6, 66, height - 12];
      sheets[0].append(
        shape("rect", { x, y, width, height, rx: 8, class: `sl-window${own ? " sl-own" : ""}${open ? "" : " sl-shut"}` }),
        shape("use", { href: `#m-${art}`, x: left, y: top, width: across, height: Math.min(down, 60), opacity: open ? 1 : 0.5 }),
      );
      if (!name) continue;
      const words = shape("text", { class: "sl-window-name", x: x + 9, y: y + 18 });
      words.textContent = name;
      sheets[0].append(words);
      if (open) continue;
      const shut = shape("text", { class: "sl-window-shut", x: x + 9, y: y + 36 });
      shut.textContent = strings.live_shut;
      sheets[0].append(shut);
    }
    return new PlacesDrawing(sheets, view);
  }

  /** Let a quarter pass, or show its end at once. @param {ReturnType<typeof windowsOf>} picture @param {Quarter} quarter @param {boolean} moving */
  pass(picture, quarter, moving) {
    cancelAnimationFrame(this.frame);
    const end = quarter.path.length - 1;
    const passing = moving && !still();
    this.set(/** @type {any} */ (picture), quarterTrace(quarter), passing ? 0 : end);
    if (!passing) return;
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
