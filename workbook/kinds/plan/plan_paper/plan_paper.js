// A plan on paper and in a calendar.
import { definePaper } from "../../../page/rules.js";
import { entriesOf } from "../entries.js";
import { lineInWords, momentInWords } from "../words.js";

/** @typedef {import("../lines.js").Planned} Planned */

definePaper("plan", {
  plan: (/** @type {Planned} */ value) =>
    value.lines
      .map((line) => ({ sentence: lineInWords(line), first: line.first.trim(), day: momentInWords(line) }))
      .filter((one) => one.sentence),
  dates: (/** @type {Planned} */ value, today) => entriesOf(value.lines, today),
});
