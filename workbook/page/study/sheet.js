// The record of study as a page shows and prints it; the Word file says the same.
import { make } from "../dom.js";
import { captionOf, planDetails } from "../portfolio/study_record.js";
import { strings } from "../strings.js";

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const cells = (/** @type {string[]} */ row) =>
    row.map((text, at) => {
      const lines = text.split("\n");
      const inside = lines.length > 1 ? [make("ul", {}, ...lines.map((line) => make("li", {}, line)))] : [text];
      return at === 0 ? make("th", { scope: "row" }, ...inside) : make("td", {}, ...inside);
    });
  return make(
    "table",
    {},
    ...(head.length ? [make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text))))] : []),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...cells(row)))),
  );
}

/** @param {string} title @param {Node[]} inside @returns {Node[]} nothing where nothing stands below */
function section(title, inside) {
  return inside.length ? [make("section", {}, make("h3", {}, title), ...inside)] : [];
}

/** @param {import("../portfolio/study_record.js").Study} study @param {SVGElement} picture */
function captionFor(study, picture) {
  const told = captionOf(picture.querySelector("title")?.textContent || "");
  return make("figcaption", {}, make("b", {}, `${study.pictured?.title} · `), told);
}

/**
 * @param {import("../portfolio/study_record.js").Study} study
 * @param {SVGElement | null} picture
 * @returns {Node[]}
 */
export function sheetOf(study, picture) {
  const room = make("span", { class: "sl-rule" });
  const signs = [strings.study_sign_self, strings.study_sign_name, strings.study_sign_hand, strings.study_sign_word];
  return [
    make("h3", { class: "sl-paper-title" }, strings.study_title),
    make("p", { class: "sl-paper-note" }, strings.study_note),
    table([], study.facts),
    ...section(strings.study_lessons_title, [
      table([strings.portfolio_lesson, strings.study_exercises, strings.study_when, strings.study_outcomes], study.lessons),
    ]),
    ...section(
      strings.study_learned,
      study.learned.map(([from, text]) => make("p", {}, make("b", {}, from), " ", text)),
    ),
    ...section(
      strings.study_plan,
      study.plan.map(({ sentence, first, day }) =>
        make("p", {}, make("b", {}, sentence), ...planDetails(first, day).flatMap((text) => [make("br"), text])),
      ),
    ),
    ...section(strings.study_bearing, study.bearing ? [make("p", {}, study.bearing)] : []),
    ...section(strings.study_picture, picture ? [make("figure", {}, captionFor(study, picture), picture)] : []),
    ...section(strings.study_signed, [
      make("p", {}, strings.study_declaration),
      make(
        "table",
        {},
        make("tbody", {}, ...signs.map((text) => make("tr", {}, make("th", { scope: "row" }, text), make("td", {}, room.cloneNode())))),
      ),
    ]),
  ];
}
