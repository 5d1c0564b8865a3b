// What lies over the drawing of a map of one's own: a button on each factor, for keys; a field to name one in place.
import { make } from "../../page/dom.js";
import { strings } from "../../page/strings.js";

/**
 * @typedef {import("./picture.js").Drawing} Drawing
 * @typedef {import("./picture.js").Box} Box
 * @typedef {{
 *   pick: (id: string) => void,
 *   rename: (id: string) => void,
 *   nudge: (id: string, dx: number, dy: number) => void,
 *   remove: (id: string) => void,
 * }} Handling
 */

/** @type {Record<string, number[]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Over a part of the drawing, which shrinks with the room. @param {HTMLElement} one @param {Drawing} drawing @param {Omit<Box, "lines">} box */
export function layOver(one, { width }, { x, y, w, h }) {
  const px = `min(1px, 100cqw / ${width})`;
  one.style.cssText = `left: calc(50% + ${x - w / 2 - width / 2} * ${px}); top: calc(${y - h / 2} * ${px}); width: calc(${w} * ${px}); height: calc(${h} * ${px})`;
}

/**
 * @param {Drawing} drawing
 * @param {import("./loops.js").Factor[]} factors in the order of its boxes
 * @param {Handling} to
 */
export function factorButtons(drawing, factors, to) {
  return factors.map(({ id, name }, index) => {
    const label = name.trim() || strings.map_nameless;
    const button = make("button", {
      type: "button",
      class: "sl-map-handle",
      "data-handle": id,
      "aria-label": label,
      "aria-pressed": "false",
    });
    layOver(button, drawing, drawing.boxes[index]);
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      to.pick(id);
    });
    button.addEventListener("keydown", (event) => {
      const step = ARROWS[event.key];
      if (event.key === "F2") to.rename(id);
      else if (event.key === "Delete") to.remove(id);
      else if (event.altKey && step) to.nudge(id, step[0], step[1]);
      else return;
      event.preventDefault();
    });
    return button;
  });
}

/**
 * A field over the drawing: Enter or leaving it keeps the name, Escape does not.
 * @param {HTMLElement} room
 * @param {Drawing} drawing
 * @param {{ x: number, y: number }} at its middle
 * @param {string} name as it is
 * @param {(name: string) => string} keep what is wrong with a name, or nothing
 * @param {() => void} close
 */
export function nameInPlace(room, drawing, { x, y }, name, keep, close) {
  room.querySelector(".sl-map-name")?.remove();
  const field = /** @type {HTMLInputElement} */ (
    make("input", {
      type: "text",
      class: "sl-map-name",
      maxlength: "60",
      autocomplete: "off",
      autocapitalize: "none",
      "aria-label": strings.map_name_here,
    })
  );
  const w = Math.min(drawing.width, 220);
  layOver(field, drawing, { x: Math.min(Math.max(x, w / 2), drawing.width - w / 2), y, w, h: 44 });
  field.value = name;
  let done = false;
  const end = (/** @type {boolean} */ keeping, /** @type {boolean} */ stay) => {
    if (done) return;
    const wrong = keeping && (field.value !== name || stay) ? keep(field.value) : "";
    if (wrong && stay) return field.setAttribute("aria-invalid", "true");
    done = true;
    field.remove();
    close();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end(event.key === "Enter", true);
  });
  field.addEventListener("blur", () => end(true, false));
  room.append(field);
  field.focus({ preventScroll: true });
  field.select();
}
