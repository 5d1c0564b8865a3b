// The portfolio as Markdown. What a learner wrote stands in quotes, so that it stays text.
import { strings } from "../strings.js";
import { fill, linesOf } from "../text.js";
import { planDetails } from "./study_record.js";

/**
 * @typedef {{ title: string, said: string[][], saved: string, asked: string }} Written
 * @typedef {{ title: string, brief: boolean, answers: Written[], open: string[] }} Chapter
 */

/**
 * @param {string} title
 * @param {Chapter[]} chapters
 * @param {import("./study_record.js").Study} [study] the record of study, which comes first
 */
export function portfolioMarkdown(title, chapters, study) {
  const lines = [`# ${title}`, "", ...(study ? studyLines(study) : [])];
  for (const chapter of chapters) {
    lines.push(`## ${chapter.title}`, "");
    for (const answer of chapter.answers) {
      lines.push(`### ${answer.title}`, "", ...(answer.asked ? [plain(answer.asked), ""] : []));
      for (const [label, text] of answer.said) lines.push(`**${plain(label)}**`, "", quoted(text || strings.empty), "");
    }
    if (!chapter.answers.length) lines.push(strings.portfolio_not_begun, "");
    else if (chapter.open.length > 0) lines.push(fill(strings.portfolio_open, { list: chapter.open.join("; ") }), "");
  }
  return lines.join("\n");
}

/** The record of study as lines. @param {import("./study_record.js").Study} study */
function studyLines({ facts, lessons, plan }) {
  const cells = (/** @type {string[]} */ row) => `| ${row.map((text) => linesOf(text).map(plain).join("<br>")).join(" | ")} |`;
  return [
    `## ${strings.study_title}`,
    "",
    plain(strings.study_note),
    "",
    ...facts.map(([label, text]) => `- **${plain(label)}:** ${plain(text)}`),
    "",
    cells([strings.portfolio_lesson, strings.study_exercises, strings.study_when, strings.study_outcomes]),
    cells(["---", "---", "---", "---"]).replaceAll("\\", ""),
    ...lessons.map(cells),
    "",
    ...(plan.length ? [`### ${strings.study_plan}`, ""] : []),
    ...plan.flatMap(({ sentence, first, day }) => [quoted([sentence, ...planDetails(first, day)].join("\n")), ""]),
    `## ${strings.study_annex}`,
    "",
    plain(strings.portfolio_word_note),
    "",
  ];
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
