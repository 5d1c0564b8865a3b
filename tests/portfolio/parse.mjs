// Answers one line of JSON for each line it is given: what the browser's code makes of a portfolio file.
import { createInterface } from "node:readline";

globalThis.HTMLElement = class {};
globalThis.customElements = { get: () => undefined, define: () => undefined };

const base = new URL("../../workbook/kinds/", import.meta.url);
for (const kind of ["choice", "sort", "reflection", "issue", "if_then", "simulator", "recall", "scale", "stakeholders", "timeline", "plan", "causal_map", "case"]) await import(`${base}${kind}/${kind}.js`);
const { parsePortfolio, portfolioText } = await import(`${base}portfolio/file.js`);

for await (const line of createInterface({ input: process.stdin })) {
  const { text, course } = JSON.parse(line);
  const { answers, problem } = parsePortfolio(text, course);
  process.stdout.write(`${JSON.stringify({ problem, text: problem ? "" : portfolioText(course, answers) })}\n`);
}
