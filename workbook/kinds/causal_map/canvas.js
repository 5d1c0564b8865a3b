// The drawing of a learner's own map: kept where it was as far as that goes, and worked by finger, mouse and keys.
import { make, part, textOf } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { freePicture } from "./free.js";
import { factorButtons, nameInPlace } from "./handles.js";
import { brickCells, improved, inColumn } from "./layout.js";
import { narrowPicture, widePicture } from "./picture.js";
import { pullFactors } from "./pull.js";
import { linkSentence } from "./readout.js";
import { freePlace, RING, RING_WIDTH, ringHeight, ringOrder, ringPoints } from "./ring.js";
import { mapShape } from "./shape.js";

/**
 * @typedef {import("./value.js").OwnMap} OwnMap
 * @typedef {import("./ring.js").Form} Form
 * @typedef {{
 *   pick: (ends: string[]) => void,
 *   sign: (link: number) => void,
 *   link: (ends: string[]) => void,
 *   move: (factor: string, places: import("./ring.js").Places) => void,
 *   remove: (factor: string) => void,
 *   rename: (factor: string, name: string) => string,
 *   add: (name: string, places: import("./ring.js").Places | null) => string,
 * }} Doing what is done in the drawing: none, one or two factors picked, as they are tapped; what is wrong with a name
 */

const SIGN_REACH = 18; // px from the middle of a sign
const ROOM = 520; // px from which the wide drawing is readable
const TWICE = 400; // ms between two taps that belong together
const NUDGE = 25; // thousandths of the drawing's width and height
const LOWEST = 1500; // thousandths: a drawing may grow downwards

/** A whole number from 0. @param {number} value @param {number} most */
const clamped = (value, most) => Math.min(Math.max(Math.round(value), 0), most);

export class MapCanvas {
  /** @type {OwnMap} */ map = { factors: [], links: [], names: {}, places: {} };
  /** @type {Map<string, [number, number]>} where factors stood in the last drawing of bricks */ stood = new Map();
  shaped = ""; // The factors and links that these places are for; a new name moves nothing.
  /** @type {string[]} the order round the ring */ ring = [];
  /** @type {string[]} */ picked = [];
  /** @type {import("./picture.js").Drawing} */ drawing = { width: 0, height: 0, boxes: [], arrows: [] };
  told = "";
  width = 0;
  tapped = { at: -Infinity, x: 0, y: 0 };

  /** @param {HTMLElement} host @param {Doing} to */
  constructor(host, to) {
    this.host = host;
    this.to = to;
    this.room = part(host, "picture");
    this.room.addEventListener("click", (event) => this.tap(event));
    pullFactors(this.room, {
      link: (cause, effect) => {
        this.unpick();
        to.link([cause, effect]);
      },
      move: (id, x, y) => to.move(id, { ...this.standing(), [id]: this.thousandths(x, y) }),
    });
    new ResizeObserver(() => {
      if (this.width > 0 && this.room.clientWidth > 0 && this.room.clientWidth >= ROOM !== this.width >= ROOM) this.redraw();
    }).observe(this.room);
  }

  /** @param {MouseEvent} event */
  tap({ target, clientX, clientY, timeStamp }) {
    if (!(target instanceof Element) || target.closest("input")) return;
    const id = target.closest("[data-factor]")?.getAttribute("data-factor");
    const near = Math.hypot(clientX - this.tapped.x, clientY - this.tapped.y) < 24;
    const twice = near && timeStamp - this.tapped.at < TWICE;
    this.tapped = { at: twice ? -Infinity : timeStamp, x: clientX, y: clientY };
    const sign = id ? -1 : this.signNear(clientX, clientY);
    if (sign >= 0) this.to.sign(sign);
    else if (id && twice) this.rename(id);
    else if (id) this.pick(id);
    else if (twice) this.addAt(this.placeAt(clientX, clientY));
  }

  /** @param {string} id */
  pick(id) {
    this.picked = this.picked.includes(id) ? [] : this.picked.length === 1 ? [this.picked[0], id] : [id];
    // From the end of a link the next one may begin at once: that is no second tap.
    if (this.picked.length === 2) this.tapped.at = -Infinity;
    this.mark();
    this.to.pick(this.picked);
    if (this.picked.length === 2) this.unpick();
  }

  /** Name a factor where it stands. @param {string} id */
  rename(id) {
    this.unpick();
    const { factors } = this.map;
    const at = factors.findIndex((one) => one.id === id);
    const keep = (/** @type {string} */ name) => this.to.rename(id, name);
    nameInPlace(this.room, this.drawing, this.drawing.boxes[at], factors[at].name, keep, () => this.focus(id));
  }

  /** Add a factor at a place, or wherever there is room. @param {[number, number] | null} at thousandths */
  addAt(at) {
    this.unpick();
    if (!this.drawing.width) this.drawing = { width: this.room.clientWidth || ROOM, height: 120, boxes: [], arrows: [] };
    const { width } = this.drawing;
    const [x, y] = at ? [(at[0] * width) / 1000, (at[1] * this.tall()) / 1000] : [width / 2, this.drawing.height / 2];
    const places = at ? this.standing() : null;
    const keep = (/** @type {string} */ name) => {
      if (!name.trim()) return ""; // Thought better of.
      return this.to.add(name, places && at ? { ...places, "": at } : null);
    };
    nameInPlace(this.room, this.drawing, { x, y }, "", keep, () => this.focus(this.map.factors.at(-1)?.id ?? ""));
  }

  /** @param {string} id */
  focus(id) {
    /** @type {HTMLElement | null} */ (this.room.querySelector(`[data-handle="${id}"]`))?.focus({ preventScroll: true });
  }

  /** @returns {Form} */
  form() {
    return this.width >= ROOM ? "wide" : "narrow";
  }

  /** What a thousand thousandths down are, px. */
  tall() {
    return ringHeight(this.map.factors.length, this.form());
  }

  /** Where all factors stand, in thousandths. @returns {import("./ring.js").Places} */
  standing() {
    const { boxes } = this.drawing;
    return Object.fromEntries(this.map.factors.map(({ id }, at) => [id, this.thousandths(boxes[at].x, boxes[at].y)]));
  }

  /** @param {number} x @param {number} y px of the drawing @returns {[number, number]} */
  thousandths(x, y) {
    return [clamped((1000 * x) / this.drawing.width, 1000), clamped((1000 * y) / this.tall(), LOWEST)];
  }

  /** @param {number} x @param {number} y px of the window @returns {[number, number]} */
  placeAt(x, y) {
    const svg = this.room.querySelector("svg");
    const { left, top, width } = (svg ?? this.room).getBoundingClientRect();
    const scale = width / this.drawing.width || 1;
    return this.thousandths((x - left) / scale, (y - top) / scale);
  }

  /** The link whose sign is nearest to a tap: a finger is wider than a sign. @param {number} x @param {number} y */
  signNear(x, y) {
    const far = [...this.room.querySelectorAll("[data-link] circle")].map((sign) => {
      const { left, top, width, height } = sign.getBoundingClientRect();
      return Math.hypot(left + width / 2 - x, top + height / 2 - y);
    });
    const nearest = Math.min(...far);
    return nearest <= SIGN_REACH ? far.indexOf(nearest) : -1;
  }

  unpick() {
    this.picked = [];
    this.mark();
  }

  mark() {
    for (const group of this.room.querySelectorAll("[data-factor]")) {
      group.classList.toggle("sl-map-picked", this.picked.includes(group.getAttribute("data-factor") || ""));
    }
    for (const one of this.room.querySelectorAll("[data-handle]")) {
      one.setAttribute("aria-pressed", String(this.picked.includes(one.getAttribute("data-handle") || "")));
    }
  }

  /** @param {OwnMap} map @param {string} told the loops in words, for those who hear the drawing */
  draw(map, told) {
    this.map = map;
    this.told = told;
    this.redraw();
  }

  redraw() {
    this.width = this.room.clientWidth || ROOM;
    const { factors } = this.map;
    const held = document.activeElement instanceof Element ? document.activeElement.getAttribute("data-handle") : null;
    if (!factors.length) {
      this.drawing = { width: 0, height: 0, boxes: [], arrows: [] };
      return this.room.replaceChildren(make("p", {}, strings.map_empty));
    }
    const svg = this.shape(this.form());
    const buttons = factorButtons(this.drawing, factors, {
      pick: (id) => this.pick(id),
      rename: (id) => this.rename(id),
      remove: this.to.remove,
      nudge: (id, dx, dy) => {
        const places = this.standing();
        const [x, y] = places[id];
        this.to.move(id, { ...places, [id]: [clamped(x + dx * NUDGE, 1000), clamped(y + dy * NUDGE, LOWEST)] });
      },
    });
    this.room.replaceChildren(svg, ...buttons);
    this.mark();
    if (held) this.focus(held);
  }

  /** @param {Form} form */
  shape(form) {
    const { factors, links } = this.map;
    const ids = factors.map((one) => one.id);
    const names = factors.map((one) => one.name);
    const drawn = links.map(({ cause, effect, way, delay }) => ({
      ends: /** @type {[number, number]} */ ([ids.indexOf(cause), ids.indexOf(effect)]),
      way,
      delay,
    }));
    this.drawing = this.drawn(ids, names, drawn, form);
    const nameOf = (/** @type {string} */ id) => names[ids.indexOf(id)].trim() || strings.map_nameless;
    const read = links.map((link) => linkSentence(link, nameOf)).join(" ");
    const title = this.host.querySelector(".sl-title");
    return mapShape(this.drawing, ids, {
      id: this.host.id,
      form,
      title: title ? textOf(title) : strings.map_own_title,
      desc: `${read} ${this.told}`,
    });
  }

  /**
   * A small map as a ring, one that was moved by hand as it was put, a large one in bricks or a column.
   * @param {string[]} ids
   * @param {string[]} names
   * @param {import("./picture.js").Drawn[]} links
   * @param {Form} form
   */
  drawn(ids, names, links, form) {
    const ends = links.map((link) => link.ends);
    const { places } = this.map;
    const height = ringHeight(ids.length, form);
    if (ids.some((id) => places[id])) {
      const taken = ids.flatMap((id) => (places[id] ? [places[id]] : []));
      const points = ids.map((id) => {
        const place = places[id] ?? freePlace(taken);
        if (!places[id]) taken.push(place);
        return /** @type {[number, number]} */ ([(place[0] * RING_WIDTH[form]) / 1000, (place[1] * height) / 1000]);
      });
      return freePicture(names, points, links, form, height);
    }
    if (ids.length >= 3 && ids.length <= RING) {
      const kept = this.ring.filter((id) => ids.includes(id));
      const before = [...kept, ...ids.filter((id) => !kept.includes(id))];
      const order = ringOrder(
        before.map((id) => ids.indexOf(id)),
        ends,
      );
      this.ring = order.map((factor) => ids[factor]);
      const ring = ringPoints(ids.length, form);
      return freePicture(
        names,
        ids.map((_, factor) => ring[order.indexOf(factor)]),
        links,
        form,
        height,
      );
    }
    return form === "wide" ? widePicture(names, this.cells(ids, ends), links) : narrowPicture(names, inColumn(ids.length, ends), links);
  }

  /**
   * Places in the wide drawing: each factor where it was, new ones on free bricks, then what pays to move.
   * @param {string[]} ids
   * @param {[number, number][]} ends
   */
  cells(ids, ends) {
    const shaped = JSON.stringify([ids, ends]);
    if (shaped === this.shaped) return ids.map((id) => /** @type {[number, number]} */ (this.stood.get(id)));
    this.shaped = shaped;
    const cells = brickCells(ids.length);
    const free = cells.map((_, index) => index);
    const places = ids.map((id) => {
      const before = this.stood.get(id);
      const at = before ? cells.findIndex((cell) => cell[0] === before[0] && cell[1] === before[1]) : -1;
      return free.includes(at) ? free.splice(free.indexOf(at), 1)[0] : -1;
    });
    const settled = places.map((place) => (place < 0 ? /** @type {number} */ (free.shift()) : place));
    const found = improved([...settled, ...free], ids.length, ends, cells)
      .slice(0, ids.length)
      .map((place) => cells[place]);
    this.stood = new Map(ids.map((id, index) => [id, found[index]]));
    return found;
  }
}
