// The card of a lesson's end as a picture: its drawing and its words on a canvas.

/** @typedef {{ of: string, issue: string, plan: string, course: string }} CardWords */

const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 48;
const DRAWN = ["fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "opacity", "fill-opacity"];

/** Give a copy of a shape the look it has on the page, where style sheets do not reach. @param {Element} from @param {Element} to */
function dress(from, to) {
  const look = getComputedStyle(from);
  for (const name of DRAWN) to.setAttribute(name, look.getPropertyValue(name));
  [...from.children].forEach((child, at) => dress(child, to.children[at]));
}

/** A drawing of the page, with the symbols it is made of, as an image. @param {SVGElement} svg @returns {Promise<HTMLImageElement>} */
function imageOf(svg) {
  const copy = /** @type {SVGElement} */ (svg.cloneNode(true));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(WIDTH));
  copy.setAttribute("height", String(HEIGHT / 2));
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
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const look = getComputedStyle(card);
  const colour = (/** @type {string} */ name) => look.getPropertyValue(name).trim();
  pen.fillStyle = colour("--sl-paper");
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  const drawing = card.querySelector("svg");
  if (drawing) pen.drawImage(await imageOf(drawing), 0, 0, WIDTH, HEIGHT / 2);
  pen.fillStyle = colour("--sl-text");
  pen.fillRect(0, HEIGHT / 2, WIDTH, 3);
  const font = (/** @type {number} */ size, /** @type {number} */ weight) => (pen.font = `${weight} ${size}px ${look.fontFamily}`);
  font(24, 400);
  let top = write(pen, words.of, HEIGHT / 2 + 24, 24, 1);
  font(46, 750);
  top = write(pen, words.issue, top + 6, 46, 2);
  font(32, 400);
  write(pen, words.plan, top + 6, 32, 3);
  font(22, 400);
  pen.textAlign = "end";
  pen.fillText(words.course, WIDTH - EDGE, HEIGHT / 2 + 46);
  return new Promise((found, failed) => canvas.toBlob((blob) => (blob ? found(blob) : failed(new Error("no picture"))), "image/png"));
}
