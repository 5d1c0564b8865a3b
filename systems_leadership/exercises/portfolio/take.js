// Taking the portfolio away: made on the device, offered as a download, sent nowhere.
import words from "../../../data/words.json" with { type: "json" };
import { fill, make } from "../base/text.js";
import { portfolioDocx } from "./docx.js";
import { isUsable, portfolioText } from "./file.js";
import { portfolioMarkdown } from "./markdown.js";

/**
 * @param {import("../base/answers.js").PageAnswers} answers
 * @param {() => import("./markdown.js").Chapter[]} chapters
 * @param {(text: string) => void} say
 */
export function takeAway(answers, chapters, say) {
  const name = () => `portfolio-${new Date().toISOString().slice(0, 10)}`;
  const button = (/** @type {string} */ label, /** @type {string} */ what, /** @type {() => void} */ act) => {
    const made = make("button", { type: "button", "data-take": what }, label);
    made.addEventListener("click", act);
    return made;
  };
  const offer = (/** @type {string} */ ending, /** @type {BlobPart} */ content, /** @type {string} */ type) => {
    const file = `${name()}.${ending}`;
    const href = URL.createObjectURL(new Blob([content], { type }));
    make("a", { href, download: file }).click();
    // Revoked late: some browsers begin the download only after this turn.
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    say(fill(words.taken, { name: file }));
  };
  const usable = () => Object.fromEntries(Object.entries(answers.all()).filter(([, record]) => isUsable(record)));
  return make(
    "section",
    { class: "sl-take" },
    make("h2", {}, words.take_title),
    button(words.take_json, "json", () => offer("json", portfolioText(answers.manifest.course, usable()), "application/json")),
    button(words.take_word, "word", () => {
      const template = JSON.parse(document.getElementById("sl-docx")?.textContent || "{}");
      const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      offer("docx", portfolioDocx(template, words.portfolio_title, chapters()), type);
    }),
    button(words.take_markdown, "markdown", () => offer("md", portfolioMarkdown(words.portfolio_title, chapters()), "text/markdown")),
    button(words.take_print, "print", () => window.print()),
  );
}
