// The moments of a plan for a calendar: the first step, the deed, and the look back.
import { daysAfter, onWeekday } from "../../page/calendar/calendar.js";
import { isDay } from "../../page/record.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { detailsOf, lineInWords } from "./words.js";

/** @typedef {import("./lines.js").Line} Line */

const FIRST_AFTER = 1; // days: the first step is one of this week; both on a weekday
const DEED_AFTER = 7; // days: when its moment comes only the learner knows, who can move it

/**
 * Entries of the lines that have a day to look back. First step and deed lie before it, or have none.
 * @param {Line[]} lines
 * @param {string} today such as 2026-03-29
 * @returns {import("../../page/rules.js").Dated[]}
 */
export function entriesOf(lines, today) {
  return lines
    .filter(({ day }) => isDay(day))
    .flatMap((line) => {
      const sentence = lineInWords(line);
      const description = [sentence, ...detailsOf(line)].filter(Boolean).join("\n");
      const at = (/** @type {number} */ days) => onWeekday(daysAfter(today, days));
      const action = line.action.trim() || sentence;
      const step = line.first.trim();
      return [
        { id: `${line.id}-first`, summary: step && fill(strings.plan_summary_first, { step }), day: at(FIRST_AFTER), time: "" },
        {
          id: `${line.id}-deed`,
          summary: line.action.trim() && fill(strings.plan_summary_deed, { action }),
          day: at(DEED_AFTER),
          time: "",
        },
        { id: line.id, summary: fill(strings.plan_summary, { action }), day: line.day, time: line.time },
      ]
        .filter((one) => one.summary && (one.id === line.id || one.day < line.day))
        .map((one) => ({ ...one, description: one.id === line.id ? description : `${strings.plan_move}\n${description}` }));
    });
}
