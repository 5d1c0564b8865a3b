// The drawing of a learner's own map: kept where it was as far as that goes, and clickable.
import { make, part, textOf } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { brickCells, improved, inColumn } from "./layout.js";
import { narrowPicture, widePicture } from "./picture.js";
import { linkSentence } from "./readout.js";
import { mapShape } from "./shape.js";

/**
 * @typedef {import("./value.js").OwnMap} OwnMap
 */

const SIGN_REACH = 18; // px from the middle of a sign
const ROOM = 520; // px from which the wide drawing is readable

export class MapCanvas {
  /** @type {OwnMap} */ map = { factors: [], links: [], names: {} };
  /** @type {Map<string, [number, number]>} where factors stood in the last wide drawing */ stood = new Map();
  shaped = ""; // The factors and links that these places are for; a new name moves nothing.
  /** @type {string[]} */ picked = [];
  told = "";
  width = 0;

  /**
   * @param {HTMLElement} host
   * @param {(ends: string[]) => void} onPick none, one or two factors, as they are tapped
   * @param {(link: number) => void} onSign the sign of a link was tapped
   */
  constructor(host, onPick, onSign) {
    this.host = host;
    this.room = part(host, "picture");
    this.room.addEventListener("click", (event) => {
      const group = event.target instanceof Element ? event.target.closest("[data-factor]") : null;
      const id = group?.getAttribute("data-factor");
      if (!id) {
        const at = this.signNear(event.clientX, event.clientY);
        if (at >= 0) onSign(at);
        return;
      }
      this.picked = this.picked.includes(id) ? [] : this.picked.length === 1 ? [this.picked[0], id] : [id];
      this.mark();
      onPick(this.picked);
      if (this.picked.length === 2) this.picked = [];
    });
    new ResizeObserver(() => {
      if (this.width > 0 && this.room.clientWidth > 0 && this.room.clientWidth >= ROOM !== this.width >= ROOM) this.redraw();
    }).observe(this.room);
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
  }

  /** @param {OwnMap} map @param {string} told the loops in words, for those who hear the drawing */
  draw(map, told) {
    this.map = map;
    this.told = told;
    this.redraw();
  }

  redraw() {
    this.width = this.room.clientWidth || ROOM;
    const picture = this.map.factors.length ? this.shape(this.width >= ROOM ? "wide" : "narrow") : make("p", {}, strings.map_empty);
    this.room.replaceChildren(picture);
    this.mark();
  }

  /** @param {"wide" | "narrow"} form */
  shape(form) {
    const { factors, links } = this.map;
    const ids = factors.map((one) => one.id);
    const names = factors.map((one) => one.name);
    const drawn = links.map(({ cause, effect, way, delay }) => ({
      ends: /** @type {[number, number]} */ ([ids.indexOf(cause), ids.indexOf(effect)]),
      way,
      delay,
    }));
    const ends = drawn.map((link) => link.ends);
    const drawing =
      form === "wide" ? widePicture(names, this.cells(ids, ends), drawn) : narrowPicture(names, inColumn(ids.length, ends), drawn);
    const nameOf = (/** @type {string} */ id) => names[ids.indexOf(id)].trim() || strings.map_nameless;
    const read = links.map((link) => linkSentence(link, nameOf)).join(" ");
    const title = this.host.querySelector(".sl-title");
    return mapShape(drawing, ids, {
      id: this.host.id,
      form,
      title: title ? textOf(title) : strings.map_own_title,
      desc: fill(strings.map_own_desc, { links: read, loops: this.told }),
    });
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
