// Taking the portfolio away: made on the device, handed to the browser, sent nowhere. Whether the browser makes a file
// of it no page is told: in a frame that forbids it, it makes none. So the text can be copied as well.
import { make } from "../dom.js";
import { download } from "../download.js";
import { NEAREST } from "../store.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";
import { portfolioDocx } from "./docx.js";
import { isFramed, ownTab } from "./framed.js";
import { noteTaken } from "./keeping.js";
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
  const copy = make("details", { class: "sl-copy", hidden: "" });
  const offer = (/** @type {string} */ ending, /** @type {BlobPart} */ content, /** @type {string} */ type, /** @type {string} */ text) => {
    const name = `portfolio-${new Date().toISOString().slice(0, 10)}.${ending}`;
    download(name, content, type);
    say(fill(strings.taken, { name }));
    copy.replaceChildren(make("summary", {}, strings.take_missing), ...copyOf(text, say));
    copy.hidden = false;
  };
  const words = () => portfolioMarkdown(strings.portfolio_title, chapters());
  const usable = () => Object.fromEntries(Object.entries(store.all()).filter(([, record]) => isUsable(record)));
  return make(
    "section",
    { class: "sl-take" },
    make("h2", {}, strings.take_title),
    ...(isFramed() ? [make("p", {}, strings.framed, " ", ownTab())] : []),
    button(strings.take_json, "json", () => {
      const text = portfolioText(store.manifest.course, usable(), store.setting("seed"), store.setting(NEAREST));
      offer("json", text, "application/json", text);
      noteTaken(store);
    }),
    button(strings.take_word, "word", () => {
      const template = JSON.parse(document.getElementById("sl-docx")?.textContent || "{}");
      const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      offer("docx", portfolioDocx(template, strings.portfolio_title, chapters()), type, words());
    }),
    button(strings.take_markdown, "markdown", () => offer("md", words(), "text/markdown", words())),
    button(strings.take_print, "print", () => {
      say(strings.take_printing);
      window.print();
    }),
    copy,
  );
}

/** A text to copy by hand or by a button. @param {string} text @param {(text: string) => void} say */
function copyOf(text, say) {
  const area = /** @type {HTMLTextAreaElement} */ (
    make("textarea", { rows: "8", readonly: "", "aria-label": strings.take_text, spellcheck: "false" })
  );
  area.value = text;
  const button = make("button", { type: "button" }, strings.take_copy);
  button.addEventListener("click", async () => {
    area.select();
    const done = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => true,
      () => document.execCommand("copy"),
    );
    say(done ? strings.take_copied : strings.take_copy_yourself);
  });
  return [make("p", {}, strings.take_missing_why), area, button];
}
