// What papers say of an answer that the learner's own words do not: how a choice was judged, and what was asked.
import { paperOf } from "../rules.js";
import { strings } from "../strings.js";
import { language } from "../text.js";

/**
 * @typedef {import("./chapters.js").Shown} Shown
 * @typedef {import("./chapters.js").ShownChapter} ShownChapter
 * @typedef {Object} PaperFacts of the course, made with the book
 * @property {string} title
 * @property {string} edition
 * @property {string} [study] the page of the record of study, where the course has one
 * @property {string} zone of times in calendars
 * @property {Record<string, string[]>} lessons the outcomes of each lesson that counts, by its slug
 * @property {Record<string, any>} told what each kind needs to know of an exercise, by its id
 */

const LONG = 170; // letters: a longer question is cut to what it asks

/** @returns {PaperFacts} */
export function paperFacts() {
  const found = JSON.parse(document.getElementById("sl-paper")?.textContent || "{}");
  return { title: "", edition: "", zone: "UTC", lessons: {}, told: {}, ...found };
}

/** A long question as what it asks: its sentences with a question mark or, without one, its first. @param {string} asked */
export function briefQuestion(asked) {
  if (asked.length <= LONG) return asked;
  const sentences = [...new Intl.Segmenter(language(), { granularity: "sentence" }).segment(asked)].map(({ segment }) => segment.trim());
  const asking = sentences.filter((one) => /\?['"’”)]*$/.test(one));
  return (asking.length ? asking : sentences.slice(0, 1)).join(" ");
}

/** The pairs of an answer with the verdict beside what was chosen. @param {Shown} answer @param {PaperFacts} facts */
function markedPairs({ id, kind, value, said }, facts) {
  const told = facts.told[id];
  if (!told) return said;
  const verdict = told.verdicts?.[value.option];
  if (verdict) return said.map(([label, text]) => [label, `${text} (${strings[`mark_${verdict.replace("-", "_")}`]})`]);
  return paperOf.get(kind)?.marked?.(value, said, told) ?? said;
}

/**
 * The chapters as papers have them: without those in brief, which come first in another form.
 * @param {ShownChapter[]} chapters
 * @param {PaperFacts} facts
 * @returns {ShownChapter[]}
 */
export function chaptersOnPaper(chapters, facts) {
  return chapters
    .filter((one) => !one.brief)
    .map((one) => ({
      ...one,
      answers: one.answers.map((answer) => ({
        ...answer,
        asked: briefQuestion(answer.asked ?? ""),
        said: markedPairs(answer, facts),
      })),
    }));
}

/**
 * The picture of an answer.
 * @param {{ id: string, kind: string, value: any }} answer
 * @param {PaperFacts} facts
 * @param {number} room px
 * @returns {SVGElement | null}
 */
export function pictureOf({ id, kind, value }, facts, room) {
  return paperOf.get(kind)?.picture?.(value, facts.told[id], room) ?? null;
}
