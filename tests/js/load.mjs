// Loads scripts as the book does: the files that it ships, one after the other, in bare Node.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import "./dom.mjs";

const folder = process.env.WORKBOOK_SCRIPTS;
if (!folder) throw new Error("WORKBOOK_SCRIPTS names no folder: run these tests through pytest tests/js");

const needs = JSON.parse(readFileSync(join(folder, "needs.json"), "utf-8"));
const loaded = new Set();

/** Run some scripts, each once and behind those it needs, and give all that they have made so far. @param {...string} names the base first */
export function load(...names) {
  const all = names.flatMap((name) => [...needs[name], name]);
  for (const name of all.filter((one) => !loaded.has(one))) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    runInThisContext(readFileSync(join(folder, `${name}.js`), "utf-8"), { filename: `${name}.js` });
  }
  return globalThis.workbook;
}
