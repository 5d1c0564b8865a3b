// The record of study as a Word file, with all answers as an annex: the parts made at build time, with the learner's words put in.
import { strings } from "../strings.js";
import { fill } from "../text.js";
import { captionOf, planDetails } from "./study_record.js";
import { wordParagraph, wordPicture, wordTable, xmlText } from "./word.js";
import { zipped } from "./zip.js";

/**
 * @typedef {import("./study_record.js").Study} Study
 * @typedef {import("./chapters.js").ShownChapter} ShownChapter
 * @typedef {import("./raster.js").Raster} Raster
 */

const IN_RECORD = { width: 15, height: 8.5 }; // cm
const IN_ANNEX = { width: 8.2, height: 11 };

/** Pictures in the order in which they stand in the file. */
class Pictures {
  /** @type {Raster[]} */ all = [];

  /** @param {Raster | undefined} raster @param {{ width: number, height: number }} most */
  put(raster, most) {
    return raster ? [wordPicture(raster, this.all.push(raster), most)] : [];
  }
}

/** @param {Study} study @param {Raster | undefined} raster @param {Pictures} pictures */
function recordParts(study, raster, pictures) {
  return [
    wordParagraph("Title", strings.study_title),
    wordParagraph("Asked", strings.study_note),
    wordTable({ title: strings.study_title, about: strings.study_facts_about, widths: [30, 70], rows: study.facts }),
    wordParagraph("Heading1", strings.study_lessons_title),
    wordTable({
      title: strings.study_lessons_title,
      about: strings.study_lessons_about,
      widths: [26, 16, 16, 58],
      head: [strings.portfolio_lesson, strings.study_exercises, strings.study_when, strings.study_outcomes],
      rows: study.lessons.map((row) =>
        row.map((text, at) =>
          at === 3
            ? text
                .split("\n")
                .map((one) => `• ${one}`)
                .join("\n")
            : text,
        ),
      ),
    }),
    ...section(
      strings.study_learned,
      study.learned.map(([from, text]) => wordParagraph("Said", text, `${from}`)),
    ),
    ...section(
      strings.study_plan,
      study.plan.flatMap(({ sentence, first, day }) => [
        wordParagraph("Line", sentence),
        wordParagraph("Said", planDetails(first, day).join("\n")),
      ]),
    ),
    ...section(strings.study_bearing, study.bearing ? [wordParagraph("Said", study.bearing)] : []),
    ...section(strings.study_picture, [
      ...(raster && study.pictured ? [wordParagraph("Said", captionOf(raster.told), `${study.pictured.title} ·`)] : []),
      ...pictures.put(raster, IN_RECORD),
    ]),
    wordParagraph("Heading1", strings.study_signed),
    wordParagraph("Said", strings.study_declaration),
    wordTable({
      title: strings.study_signed,
      about: strings.study_signed_about,
      widths: [40, 60],
      tall: 560,
      rows: [
        [strings.study_sign_self, ""],
        [strings.study_sign_name, ""],
        [strings.study_sign_hand, ""],
        [strings.study_sign_word, "\n\n\n"],
      ],
    }),
  ];
}

/** @param {string} title @param {string[]} inside @returns {string[]} nothing where nothing stands below */
function section(title, inside) {
  return inside.length ? [wordParagraph("Heading1", title), ...inside] : [];
}

/** One chapter with answers: its title, and each answer under its question. @param {ShownChapter} chapter @param {Map<string, Raster>} rasters @param {Pictures} pictures @returns {string[]} */
function chapterParts(chapter, rasters, pictures) {
  const open = fill(strings.portfolio_open, { list: chapter.open.join("; ") });
  return [
    wordParagraph("Heading1", chapter.title),
    ...chapter.answers.flatMap((answer) => [
      wordParagraph("Heading2", answer.title),
      ...(answer.asked ? [wordParagraph("Asked", answer.asked)] : []),
      ...answer.said.map(([label, text]) => wordParagraph("Said", text || strings.empty, labelled(label))),
      ...pictures.put(rasters.get(answer.id), IN_ANNEX),
    ]),
    ...(chapter.open.length ? [wordParagraph("Asked", open)] : []),
  ];
}

/** @param {string} label with a mark that parts it from the words behind it */
function labelled(label) {
  return /[?:.!…]['"’”)]*$/.test(label) ? label : `${label}:`;
}

/**
 * @param {Record<string, string>} template the parts of the empty Word file, by name
 * @param {{ name: string, study: Study, shown?: Raster, chapters: ShownChapter[], rasters: Map<string, Raster> }} given the picture of the record; no chapters: no annex
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function studyDocx(template, { name, study, shown, chapters, rasters }) {
  const pictures = new Pictures();
  const record = recordParts(study, shown, pictures).join("");
  const untouched = chapters.filter((one) => !one.answers.length).map((one) => one.title);
  const annex = chapters.length
    ? [
        wordParagraph("Title", strings.study_annex),
        wordParagraph("Asked", strings.portfolio_word_note),
        ...chapters.filter((one) => one.answers.length).flatMap((one) => chapterParts(one, rasters, pictures)),
        ...(untouched.length ? [wordParagraph("Said", untouched.join("; "), strings.portfolio_not_begun)] : []),
      ].join("")
    : "";
  const moment = `${new Date().toISOString().slice(0, 19)}Z`;
  /** @type {Record<string, (text: string) => string>} */
  const filled = {
    "word/document.xml": (text) => {
      const [before, between, after] = text.split(/<!--record-->|<!--annex-->/);
      const columns = annex ? '<w:cols w:num="2" w:space="400"/>' : "";
      return before + record + (annex ? between + annex : "") + after.replace("<!--columns-->", columns);
    },
    "word/_rels/document.xml.rels": (text) =>
      text.replace(
        "</Relationships>",
        () =>
          `${pictures.all.map((_, at) => `<Relationship Id="picture${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/picture${at + 1}.png"/>`).join("")}</Relationships>`,
      ),
    "docProps/core.xml": (text) => text.replaceAll("2000-01-01T00:00:00Z", moment).replaceAll("<!--name-->", () => xmlText(name.trim())),
  };
  return zipped([
    ...Object.entries(template).map(([part, text]) => /** @type {[string, string]} */ ([part, filled[part]?.(text) ?? text])),
    ...pictures.all.map((one, at) => /** @type {[string, Uint8Array]} */ ([`word/media/picture${at + 1}.png`, one.bytes])),
  ]);
}
