// Care for a learner's answers: shared computers, and erasing all.
import words from "../../../data/words.json" with { type: "json" };
import { isShared } from "../base/answers.js";
import { fill, make } from "../base/text.js";

/**
 * @param {import("../base/answers.js").PageAnswers} answers
 * @param {(text: string) => void} say
 * @param {() => void} refresh
 */
export function careOf(answers, say, refresh) {
  const { course } = answers.manifest;
  const shared = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", id: "sl-shared", "aria-describedby": "sl-shared-hint" }));
  shared.checked = isShared(course);
  shared.addEventListener("change", () => {
    const problem = moveAnswers(course, shared.checked);
    if (problem) shared.checked = !shared.checked;
    say(problem || (shared.checked ? words.care_shared_on : words.care_shared_off));
    refresh();
  });
  const question = make("div", { class: "sl-erase" });
  const ask = make("button", { type: "button" }, words.erase);
  const close = (/** @type {string} */ text) => {
    question.replaceChildren(ask);
    ask.focus();
    say(text);
  };
  ask.addEventListener("click", () => {
    const yes = make("button", { type: "button" }, words.erase_yes);
    const no = make("button", { type: "button" }, words.erase_no);
    yes.addEventListener("click", () => {
      answers.erase();
      shared.checked = false;
      refresh();
      close(words.erased);
    });
    no.addEventListener("click", () => close(""));
    const sure = make("p", { tabindex: "-1" }, fill(words.erase_sure, { n: Object.keys(answers.all()).length }));
    question.replaceChildren(sure, no, yes);
    sure.focus();
  });
  question.append(ask);
  return make(
    "section",
    { class: "sl-care" },
    make("h2", {}, words.care_title),
    make("label", { class: "sl-chip" }, shared, make("span", {}, words.care_shared)),
    make("p", { id: "sl-shared-hint" }, words.care_shared_hint),
    question,
  );
}

/**
 * Move everything of this course between device and tab: copied first, taken away after.
 * @param {string} course
 * @param {boolean} toTab
 * @returns {string} a problem in words, or ""
 */
function moveAnswers(course, toTab) {
  const [from, to] = toTab ? [window.localStorage, window.sessionStorage] : [window.sessionStorage, window.localStorage];
  const keys = Array.from({ length: from.length }, (_, index) => from.key(index) || "").filter((key) => key.startsWith(`${course}/`) && key !== `${course}/shared`);
  const clash = keys.filter((key) => to.getItem(key) !== null && to.getItem(key) !== from.getItem(key));
  // Both hold an answer: the one in use stays, the other is set aside rather than overwritten.
  try {
    for (const key of clash) to.setItem(`${course}/aside/${key.slice(course.length + 1).replace("/", "-")}/${new Date().toISOString()}`, to.getItem(key) || "");
    for (const key of keys) to.setItem(key, from.getItem(key) || "");
  } catch {
    return words.full;
  }
  for (const key of keys) from.removeItem(key);
  if (toTab) to.setItem(`${course}/shared`, "yes");
  else from.removeItem(`${course}/shared`);
  return "";
}
