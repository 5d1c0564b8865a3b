// Answers one line of JSON for each line it is given: what the browser's code makes of a portfolio file, or of answers.
import { createInterface } from "node:readline";
import { load } from "../js/load.mjs";

const { isAnswer, isRecord, isUsable, parsePortfolio, portfolioText, textOfFile } = load("base", "element", "portfolio");

const replies = {
  /** A portfolio file's text: the problem, or its text as the page writes it. */
  file({ text, course }) {
    const { answers, problem } = parsePortfolio(text, course);
    return { problem, text: problem ? "" : portfolioText(course, answers) };
  },
  /** The bytes of a file, as the page opens it: is it taken? */
  bytes({ bytes, course }) {
    const text = textOfFile(Uint8Array.from(Buffer.from(bytes, "base64")).buffer);
    return text !== null && parsePortfolio(text, course).problem === "";
  },
  /** Values of a kind, as JSON: can each be an answer? */
  values: ({ kind, values }) => values.map((value) => isAnswer(kind, JSON.parse(value))),
  /** Records: is each one that the course can have written, with an answer that it can use? */
  records: ({ records }) => records.map((one) => isUsable(one) && isRecord(one, one.kind) && isAnswer(one.kind, one.value)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...what } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(replies[ask](what))}\n`);
}
