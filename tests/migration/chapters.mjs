// Answers with the ids of all answers that the portfolio page shows, chapter by chapter, for a manifest and records.
import { createInterface } from "node:readline";
import { load } from "../js/load.mjs";

const { chaptersOf } = load("base", "element", "portfolio");

for await (const line of createInterface({ input: process.stdin })) {
  const { manifest, records } = JSON.parse(line);
  const chapters = chaptersOf({ manifest, all: () => records });
  const shown = chapters.filter((chapter) => !chapter.brief).map(({ title, answers }) => [title, answers.map((one) => one.id)]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(shown))}\n`);
}
