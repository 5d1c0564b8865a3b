// The portfolio as a Word file: the parts made at build time, with the learner's words put in.
import { strings } from "../strings.js";
import { linesOf, wellFormed } from "../text.js";
import { zipped } from "./zip.js";

/** @typedef {import("./markdown.js").Chapter} Chapter */

/** When the empty file says that it was made, so that each build makes the same. */
const TEMPLATE_MADE = "2000-01-01T00:00:00Z";
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

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

/**
 * A paragraph; line breaks stay.
 * @param {string} style
 * @param {string} text
 */
function paragraph(style, text) {
  const turned = RIGHT_TO_LEFT.test(text);
  const runs = linesOf(text)
    .map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
    .join("<w:br/>");
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${turned ? "<w:bidi/>" : ""}</w:pPr><w:r>${turned ? "<w:rPr><w:rtl/></w:rPr>" : ""}${runs}</w:r></w:p>`;
}

/**
 * A table with a header row that Word repeats and screen readers announce.
 * @param {string} title
 * @param {string} about
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(title, about, head, rows) {
  const cell = (/** @type {string} */ text, /** @type {string} */ style) =>
    `<w:tc><w:tcPr><w:tcW w:w="${Math.floor(9000 / head.length)}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`;
  const row = (/** @type {string[]} */ cells, /** @type {boolean} */ first) =>
    `<w:tr>${first ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((text) => cell(text, first ? "TableHead" : "Normal")).join("")}</w:tr>`;
  const grid = head.map(() => `<w:gridCol w:w="${Math.floor(9000 / head.length)}"/>`).join("");
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9000" w:type="dxa"/><w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblCaption w:val="${xmlText(title)}"/><w:tblDescription w:val="${xmlText(about)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells, false)).join("")}</w:tbl>`
  );
}

/** One chapter: its title, and each answer under its question. @param {Chapter} chapter @returns {string[]} */
function written(chapter) {
  return [
    paragraph("Heading1", chapter.title),
    ...chapter.answers.flatMap((answer) => [
      paragraph("Heading2", answer.title),
      ...(answer.asked ? [paragraph("Asked", answer.asked)] : []),
      ...answer.said.flatMap(([label, text]) => [paragraph("Heading3", label), paragraph("Normal", text || strings.empty)]),
    ]),
  ];
}

/**
 * @param {Record<string, string>} template the parts of the empty Word file, by name
 * @param {string} title
 * @param {Chapter[]} chapters
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function portfolioDocx(template, title, chapters) {
  const overview = chapters.filter((one) => !one.brief).map((one) => [one.title, String(one.answers.length), String(one.open.length)]);
  const body = [
    paragraph("Title", title),
    paragraph("Normal", strings.portfolio_word_note),
    ...chapters.filter((one) => one.brief).flatMap(written),
    table(
      strings.portfolio_overview,
      strings.portfolio_overview_about,
      [strings.portfolio_lesson, strings.portfolio_answered, strings.portfolio_still_open],
      overview,
    ),
    ...chapters.filter((one) => !one.brief).flatMap(written),
  ].join("");
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  return zipped(
    Object.entries(template).map(([name, text]) => [
      name,
      name === "word/document.xml" ? text.replace("<!--portfolio-->", () => body) : text.replaceAll(TEMPLATE_MADE, now),
    ]),
  );
}
