// The portfolio as Markdown. What a learner wrote stands in quotes, so that it stays text.
import { strings } from "../strings.js";
import { fill } from "../text.js";

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
      for (const [label, text] of answer.said) lines.push(`**${label}**`, "", quoted(text || strings.empty), "");
    }
    if (chapter.open.length > 0) lines.push(fill(strings.portfolio_open, { list: chapter.open.join("; ") }), "");
  }
  return lines.join("\n");
}

/** A line as text: nothing in it is a mark of Markdown. @param {string} line */
function plain(line) {
  return line.replace(/[\\`*_[\]<>#]/g, "\\$&");
}

/** @param {string} text */
function quoted(text) {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${plain(line)}`)
    .join("\n");
}
