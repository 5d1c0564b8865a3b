// The card of a lesson's end as a picture: its drawing and its words on a canvas.

import { shape } from "../../svg.js";

/** @typedef {{ of: string, issue: string, plan: string, course: string }} CardWords */

const WIDTH = 1200;
const WORDS = 315; // what the words take
const DRAWN = { place: 315, own: 560 }; // what the drawing takes: the lesson's place, or what the learner made
const EDGE = 48;
const LINES = ["stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "paint-order"];
const LOOK = ["fill", "fill-opacity", "opacity", "display", ...LINES, "font-size", "font-weight", "font-family", "text-anchor"];

/** Give a copy of a shape the look it has on the page, where style sheets do not reach. @param {Element} from @param {Element} to */
function dress(from, to) {
  const look = getComputedStyle(from);
  for (const name of LOOK) to.setAttribute(name, look.getPropertyValue(name));
  [...from.children].forEach((child, at) => dress(child, to.children[at]));
}

/**
 * One drawing of sheets that lie on each other, as they look now; it says nothing that the words beside it do not.
 * @param {SVGElement[]} sheets
 */
export function ownPicture(sheets) {
  const drawing = shape("svg", {
    viewBox: sheets[0].getAttribute("viewBox") || "",
    class: "sl-art",
    "aria-hidden": "true",
    focusable: "false",
  });
  for (const sheet of sheets) {
    const copy = shape("g", {});
    copy.append(...[...sheet.childNodes].map((one) => one.cloneNode(true)));
    if (sheet.isConnected) [...sheet.children].forEach((child, at) => dress(child, copy.children[at]));
    for (const one of copy.querySelectorAll("[class], [id], [tabindex], [role]"))
      for (const name of ["class", "id", "tabindex", "role"]) one.removeAttribute(name);
    drawing.append(copy);
  }
  drawing.style.cssText = sheets[0].style.cssText; // Which parts of a scenery are there.
  return drawing;
}

/**
 * A drawing of the page, with the symbols it is made of, as an image.
 * @param {SVGElement} svg
 * @param {number} height
 * @returns {Promise<HTMLImageElement>}
 */
function imageOf(svg, height) {
  const copy = /** @type {SVGElement} */ (svg.cloneNode(true));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(WIDTH));
  copy.setAttribute("height", String(height));
  for (const symbol of document.querySelectorAll(".sl-symbols symbol")) {
    const own = /** @type {Element} */ (symbol.cloneNode(true));
    dress(symbol, own);
    copy.prepend(own);
  }
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  return image.decode().then(() => image);
}

/**
 * Write a text in lines, and say where the next one may stand.
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} top
 * @param {number} size
 * @param {number} most lines; what is longer ends in dots
 */
function write(pen, text, top, size, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= WIDTH - 2 * EDGE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] += " …";
  kept.forEach((line, at) => pen.fillText(line, EDGE, top + size * 1.25 * (at + 0.8)));
  return top + size * 1.25 * kept.length;
}

/**
 * @param {HTMLElement} card
 * @param {CardWords} words
 * @returns {Promise<Blob>}
 */
export async function drawCard(card, words) {
  const canvas = document.createElement("canvas");
  const drawn = card.hasAttribute("data-own") ? DRAWN.own : DRAWN.place;
  Object.assign(canvas, { width: WIDTH, height: drawn + WORDS });
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const look = getComputedStyle(card);
  const colour = (/** @type {string} */ name) => look.getPropertyValue(name).trim();
  pen.fillStyle = colour("--sl-paper");
  pen.fillRect(0, 0, WIDTH, drawn + WORDS);
  const drawing = card.querySelector("svg");
  if (drawing) pen.drawImage(await imageOf(drawing, drawn), 0, 0, WIDTH, drawn);
  pen.fillStyle = colour("--sl-text");
  pen.fillRect(0, drawn, WIDTH, 3);
  const font = (/** @type {number} */ size, /** @type {number} */ weight) => (pen.font = `${weight} ${size}px ${look.fontFamily}`);
  font(24, 400);
  let top = write(pen, words.of, drawn + 24, 24, 1);
  font(46, 750);
  top = write(pen, words.issue, top + 6, 46, 2);
  font(32, 400);
  write(pen, words.plan, top + 6, 32, 3);
  font(22, 400);
  pen.textAlign = "end";
  pen.fillText(words.course, WIDTH - EDGE, drawn + 46);
  return new Promise((found, failed) => canvas.toBlob((blob) => (blob ? found(blob) : failed(new Error("no picture"))), "image/png"));
}
