// Bringing a portfolio file back: checked first, shown, and only then stored; all of it or nothing.
import words from "../../../data/words.json" with { type: "json" };
import { saidList } from "../base/exercise.js";
import { fill, make } from "../base/text.js";
import { LARGEST, compared, isUsable, joinedRecord, parsePortfolio } from "./file.js";

/**
 * @typedef {import("../base/answers.js").PageAnswers} PageAnswers
 * @typedef {import("./file.js").Portfolio} Portfolio
 */

/**
 * @param {PageAnswers} answers
 * @param {(text: string) => void} say
 */
export function bringBack(answers, say) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "file", id: "sl-bring", accept: ".json,application/json" }));
  const review = make("div", { class: "sl-review" });
  const stop = (/** @type {string} */ text) => {
    review.replaceChildren();
    input.value = "";
    say(text);
  };
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > LARGEST) return stop(words.file_large);
    const text = await file.text().catch(() => null);
    if (text === null) return stop(words.file_unreadable);
    const { answers: coming, problem } = parsePortfolio(text, answers.manifest.course);
    if (problem) return stop(problem);
    examine(answers, coming, review, stop, say);
  });
  return make("section", { class: "sl-bring" }, make("h2", {}, words.bring_title), make("label", { for: "sl-bring" }, words.bring_label), input, review);
}

/**
 * @param {PageAnswers} answers
 * @returns {Portfolio} what is stored here and usable
 */
function storedHere(answers) {
  return Object.fromEntries(Object.entries(answers.all()).filter(([, record]) => isUsable(record)));
}

/**
 * Show what the file would change and ask, where both hold an answer, which to show.
 * @param {PageAnswers} answers
 * @param {Portfolio} coming
 * @param {HTMLElement} review
 * @param {(text: string) => void} stop
 * @param {(text: string) => void} say
 */
function examine(answers, coming, review, stop, say) {
  const here = storedHere(answers);
  const { added, same, differing } = compared(here, coming);
  if (added.length + differing.length === 0) return stop(words.bring_nothing);
  const titles = new Map(answers.manifest.exercises.map((entry) => [entry.id, entry.title]));
  const side = (/** @type {string} */ id, /** @type {"here" | "file"} */ from) => {
    const record = (from === "here" ? here : coming)[id];
    const radio = make("input", { type: "radio", name: `bring-${id}`, value: from });
    return make("div", { class: "sl-side" }, make("label", { class: "sl-chip" }, radio, make("span", {}, words[`bring_${from}`])), saidList(record.said));
  };
  const form = /** @type {HTMLFormElement} */ (
    make(
      "form",
      {},
      make("p", {}, fill(words.bring_review, { added: added.length, same: same.length, differing: differing.length })),
      ...(differing.length ? [make("p", {}, words.bring_differ)] : []),
      ...differing.map((id) =>
        make("fieldset", { "data-id": id }, make("legend", {}, titles.get(id) || id), make("div", { class: "sl-sides" }, side(id, "here"), side(id, "file"))),
      ),
      make("button", { type: "submit" }, words.bring_do),
    )
  );
  const cancel = make("button", { type: "button" }, words.bring_cancel);
  cancel.addEventListener("click", () => stop(words.bring_left));
  form.append(cancel);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const picked = new FormData(form);
    const open = differing.filter((id) => !picked.get(`bring-${id}`));
    if (open.length) return say(fill(words.bring_choose, { n: open.length }));
    const now = storedHere(answers); // Another tab may have written since the question was asked.
    /** @type {Portfolio} */
    const records = {};
    for (const [id, record] of Object.entries(coming)) {
      const mine = now[id];
      if (!mine && answers.read(id).found !== null) answers.setAside(id); // Spoilt: never overwritten.
      if (!mine) records[id] = record;
      else records[id] = picked.get(`bring-${id}`) === "file" ? joinedRecord(record, mine) : joinedRecord(mine, record);
    }
    const problem = answers.writeAll(records);
    stop(problem ? words[problem] : fill(words.brought, { n: added.length + differing.length }));
  });
  review.replaceChildren(form);
  say(fill(words.bring_review, { added: added.length, same: same.length, differing: differing.length }));
}
