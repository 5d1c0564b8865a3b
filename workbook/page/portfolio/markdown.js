// The portfolio as Markdown. What a learner wrote stands in quotes, so that it stays text.
import { strings } from "../strings.js";
import { fill, linesOf } from "../text.js";

/**
 * @typedef {{ title: string, said: string[][], saved: string, asked: string }} Written
 * @typedef {{ title: string, brief: boolean, answers: Written[], open: string[] }} Chapter
 */

/**
 * @param {string} title
 * @param {Chapter[]} chapters
 */
export function portfolioMarkdown(title, chapters) {
  const lines = [`# ${title}`, ""];
  for (const chapter of chapters) {
    lines.push(`## ${chapter.title}`, "");
    for (const answer of chapter.answers) {
      lines.push(`### ${answer.title}`, "", ...(answer.asked ? [plain(answer.asked), ""] : []));
      for (const [label, text] of answer.said) lines.push(`**${plain(label)}**`, "", quoted(text || strings.empty), "");
    }
    if (chapter.open.length > 0) lines.push(fill(strings.portfolio_open, { list: chapter.open.join("; ") }), "");
  }
  return lines.join("\n");
}

/** One line of text: nothing in it is a mark of Markdown. @param {string} text */
function plain(text) {
  return linesOf(text)
    .join(" ")
    .replace(/[\\`*_[\]<>#~&|]/g, "\\$&")
    .replace(/^[ \t]+/, (blanks) => "\u00a0".repeat(blanks.length)) // Four blanks would make code of it.
    .replace(/^(\u00a0*)([-+=])/, "$1\\$2")
    .replace(/^(\u00a0*\d+)([.)])/, "$1\\$2");
}

/** @param {string} text */
function quoted(text) {
  const lines = linesOf(text).map(plain);
  const broken = (/** @type {number} */ at) => lines[at].trim() && lines[at + 1]?.trim(); // A backslash at its end breaks a line.
  return lines.map((line, at) => `> ${line.trimEnd()}${broken(at) ? "\\" : ""}`.trimEnd()).join("\n");
}
