// A line of the plan in words, for the page, the portfolio and the calendar.
import { isDay } from "../../page/record.js";
import { strings } from "../../page/strings.js";
import { dateText, fill } from "../../page/text.js";
import { sentenceFrom, withOneStop } from "../../page/element/sentence.js";
import { DETAILS } from "./lines.js";

/** @typedef {import("./lines.js").Line} Line */

/** @param {Line} line */
export function lineInWords(line) {
  const { cue, action } = sentenceFrom(line, { cue: strings.plan_cue_starts, action: strings.plan_action_starts });
  const sentence = fill(strings.plan_sentence, { cue: cue || strings.plan_unwritten, action: action || strings.plan_unwritten });
  return cue || action ? withOneStop(sentence) : "";
}

/** @param {Line} line @returns {string[]} each detail with its label */
export function detailsOf(line) {
  const said = [
    ...DETAILS.slice(0, -2).map((name) => [strings[`plan_${name}`], line[name].trim()]),
    [strings.plan_day, momentInWords(line)],
  ];
  return said.filter(([, text]) => text).map(([label, text]) => `${label}${/[?:.]$/.test(label) ? "" : ":"} ${text}`);
}

/** When one looks back on a line, with the time if it has one. @param {{ day: string, time: string }} line */
export function momentInWords({ day, time }) {
  const date = isDay(day) ? dateText(`${day}T12:00`, { weekday: "long", day: "numeric", month: "long", year: "numeric" }) : day;
  return date && time ? `${date}, ${time}` : date;
}
