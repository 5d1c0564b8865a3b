// Taking the portfolio away: made on the device, handed to the browser, sent nowhere.
import { make } from "../dom.js";
import { download } from "../download.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";
import { portfolioDocx } from "./docx.js";
import { isUsable, portfolioText } from "./file.js";
import { portfolioMarkdown } from "./markdown.js";

/**
 * @param {import("../browser_store.js").BrowserStore} store
 * @param {() => import("./markdown.js").Chapter[]} chapters
 * @param {(text: string) => void} say
 */
export function exportSection(store, chapters, say) {
  const button = (/** @type {string} */ label, /** @type {string} */ what, /** @type {() => void} */ act) => {
    const made = make("button", { type: "button", "data-take": what }, label);
    made.addEventListener("click", act);
    return made;
  };
  const offer = (/** @type {string} */ ending, /** @type {BlobPart} */ content, /** @type {string} */ type) => {
    const name = `portfolio-${new Date().toISOString().slice(0, 10)}.${ending}`;
    download(name, content, type);
    say(fill(strings.taken, { name }));
  };
  const usable = () => Object.fromEntries(Object.entries(store.all()).filter(([, record]) => isUsable(record)));
  return make(
    "section",
    { class: "sl-take" },
    make("h2", {}, strings.take_title),
    button(strings.take_json, "json", () =>
      offer("json", portfolioText(store.manifest.course, usable(), store.setting("seed")), "application/json"),
    ),
    button(strings.take_word, "word", () => {
      const template = JSON.parse(document.getElementById("sl-docx")?.textContent || "{}");
      const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      offer("docx", portfolioDocx(template, strings.portfolio_title, chapters()), type);
    }),
    button(strings.take_markdown, "markdown", () => offer("md", portfolioMarkdown(strings.portfolio_title, chapters()), "text/markdown")),
    button(strings.take_print, "print", () => window.print()),
  );
}
