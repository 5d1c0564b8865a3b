// All that a learner wrote, chapter by chapter, from what is stored.
import { isDone } from "../rules.js";
import { strings } from "../strings.js";
import { isUsable } from "./file.js";
import { frontPage } from "./front_page.js";

/**
 * @typedef {import("../browser_store.js").BrowserStore} BrowserStore
 * @typedef {import("./markdown.js").Written & { id: string, href: string, kind: string, optional: boolean, done: boolean,
 *   value: any, earlier: { saved: string }[] }} Shown
 * @typedef {{ slug: string, title: string, brief: boolean, answers: Shown[], open: string[], openLinks: { title: string, href: string }[] }} ShownChapter
 */

const LONGEST_TITLE = 60;

/**
 * Everything written, chapter by chapter, and before it the same in brief. An answer without words counts as open.
 * @param {BrowserStore} store
 * @returns {ShownChapter[]}
 */
export function chaptersOf(store) {
  const { manifest } = store;
  const records = store.all();
  const written = (/** @type {string} */ id) => {
    const record = records[id];
    const something = record && isUsable(record) && record.said.some((/** @type {string[]} */ pair) => pair[1].trim() !== "");
    return something ? record : null;
  };
  const chapters = Object.entries(manifest.lessons).map(([slug, title]) => {
    /** @type {ShownChapter} */
    const chapter = { slug, title, brief: false, answers: [], open: [], openLinks: [] };
    for (const entry of manifest.exercises.filter((one) => one.lesson === slug)) {
      const href = `${manifest.root}${entry.page}.html#${entry.id}`;
      const record = written(entry.id);
      if (record)
        chapter.answers.push({
          ...record,
          id: entry.id,
          title: entry.title,
          href,
          asked: questionOf(record.asked, entry.title),
          optional: Boolean(entry.optional),
          done: isDone(record.kind, record.value),
        });
      else if (!entry.of && !entry.versions?.some(({ id }) => written(id))) {
        chapter.open.push(entry.title);
        chapter.openLinks.push({ title: entry.title, href });
      }
    }
    return chapter;
  });
  const known = manifest.exercises.map((entry) => entry.id);
  const others = Object.keys(records).filter((id) => !known.includes(id) && written(id));
  if (others.length > 0) {
    const answered = others.map((id) => ({
      ...records[id],
      ...askedAnd(records[id].asked, id),
      id,
      href: "",
      optional: true,
      done: isDone(records[id].kind, records[id].value),
    }));
    chapters.push({ slug: "", title: strings.portfolio_other, brief: false, answers: answered, open: [], openLinks: [] });
  }
  const brief = frontPage(chapters.flatMap((chapter) => chapter.answers));
  return brief.length
    ? [{ slug: "", title: strings.portfolio_brief, brief: true, answers: brief, open: [], openLinks: [] }, ...chapters]
    : chapters;
}

/** A title that no list has any more, as it stands before what was asked. @param {string} asked @param {string} id instead of none */
function askedAnd(asked, id) {
  const [title, ...rest] = asked.split(": ");
  return rest.length && title.length <= LONGEST_TITLE ? { title, asked: rest.join(": ") } : { title: id, asked };
}

/** The question without the title, which stands above it. @param {string} asked @param {string} title */
function questionOf(asked, title) {
  return asked.startsWith(`${title}: `) ? asked.slice(title.length + 2) : asked;
}
