// Pieces of a Word file (WordprocessingML): paragraphs, tables, pictures.
import { linesOf, wellFormed } from "../text.js";

/** @typedef {import("./raster.js").Raster} Raster */

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const EMU = 9525; // of Word's smallest measure to a px
const CENTIMETRE = 360_000; // the same to a cm

/**
 * Text as XML: marks escaped, and characters that XML does not allow left out.
 * @param {string} text
 */
export function xmlText(text) {
  return wellFormed(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** @param {string} text @param {boolean} [bold] line breaks stay */
function run(text, bold = false) {
  const look = `${bold ? "<w:b/>" : ""}${RIGHT_TO_LEFT.test(text) ? "<w:rtl/>" : ""}`;
  const lines = linesOf(text)
    .map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
    .join("<w:br/>");
  return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ""}${lines}</w:r>`;
}

const SHORT = 60; // letters: a longer label is a text of the course; then it is the learner's few words that stand out

/**
 * A paragraph, with a label before its text where it has one.
 * @param {string} style
 * @param {string} text
 * @param {string} [label]
 */
export function wordParagraph(style, text, label = "") {
  const turned = RIGHT_TO_LEFT.test(text) ? "<w:bidi/>" : "";
  const long = label.length > SHORT && text.length <= 2 * SHORT;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${turned}</w:pPr>${label ? run(`${label} `, !long) : ""}${run(text, long)}</w:p>`;
}

/**
 * A table. A header row is repeated by Word and announced by screen readers; without one, the first column is the head.
 * @param {{ title: string, about: string, widths: number[], head?: string[], rows: string[][], tall?: number }} given widths in parts of the page; how tall rows are at least, in twentieths of a point
 */
export function wordTable({ title, about, widths, head, rows, tall = 0 }) {
  const unit = 9800 / widths.reduce((sum, one) => sum + one, 0);
  const sizes = widths.map((one) => Math.floor(one * unit));
  const cell = (/** @type {string} */ text, /** @type {number} */ at, /** @type {boolean} */ isHead) =>
    `<w:tc><w:tcPr><w:tcW w:w="${sizes[at]}" w:type="dxa"/></w:tcPr>${wordParagraph(isHead ? "TableHead" : "TableText", text)}</w:tc>`;
  const row = (/** @type {string[]} */ cells, /** @type {boolean} */ first) =>
    `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${tall}" w:hRule="atLeast"/>${first ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((text, at) => cell(text, at, first || at === 0)).join("")}</w:tr>`;
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${sizes.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/>` +
    `<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/></w:tblCellMar>` +
    `<w:tblLook w:firstRow="${head ? 1 : 0}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblCaption w:val="${xmlText(title)}"/><w:tblDescription w:val="${xmlText(about)}"/></w:tblPr>` +
    `<w:tblGrid>${sizes.map((size) => `<w:gridCol w:w="${size}"/>`).join("")}</w:tblGrid>` +
    `${head ? row(head, true) : ""}${rows.map((cells) => row(cells, false)).join("")}</w:tbl>`
  );
}

/**
 * A picture in a paragraph of its own, told in words to those who hear it.
 * @param {Raster} raster
 * @param {number} n its number in the file, from 1
 * @param {{ width: number, height: number }} most in cm
 */
export function wordPicture({ width, height, told }, n, most) {
  const scale = Math.min(1, (most.width * CENTIMETRE) / (width * EMU), (most.height * CENTIMETRE) / (height * EMU));
  const [cx, cy] = [width, height].map((one) => Math.round(one * EMU * scale));
  const name = `<wp:docPr id="${n}" name="${n}" descr="${xmlText(told)}"/>`;
  return (
    `<w:p><w:pPr><w:pStyle w:val="Said"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">` +
    `<wp:extent cx="${cx}" cy="${cy}"/>${name}<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
    `<pic:nvPicPr><pic:cNvPr id="${n}" name="${n}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="picture${n}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    `</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  );
}
