// The earlier answers of an exercise, each with a way to bring it back.
import { make, part, saidList } from "../dom.js";
import { strings } from "../strings.js";
import { dateText } from "../text.js";

/**
 * @typedef {import("./element.js").ExerciseElement} ExerciseElement
 * @typedef {import("../record.js").AnswerRecord} AnswerRecord
 */

/** @param {ExerciseElement} exercise @param {AnswerRecord} record */
export function listEarlier(exercise, record) {
  part(exercise, "earlier").classList.toggle("sl-some", record.earlier.length > 0);
  part(exercise, "earlier-list").replaceChildren(
    ...record.earlier.map((version) => {
      const date = dateText(version.saved, { dateStyle: "medium", timeStyle: "short" });
      const button = make("button", { type: "button" }, strings.bring_back);
      button.addEventListener("click", () => exercise.bringBack(version));
      return make("div", { class: "sl-version" }, make("p", {}, make("strong", {}, date)), saidList(version.said, strings.empty), button);
    }),
  );
}

/** The words of an answer that names things this edition no longer has. @param {ExerciseElement} exercise @param {AnswerRecord} record */
export function showOutdated(exercise, record) {
  exercise.querySelector(".sl-outdated")?.remove();
  part(exercise, "saved").before(
    make("div", { class: "sl-outdated" }, make("p", {}, strings.outdated), saidList(record.said, strings.empty)),
  );
}
