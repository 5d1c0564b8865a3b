// Calendar files (RFC 5545), written on the device. An entry without a time lasts all day.
import { isDay } from "../record.js";

/**
 * @typedef {Object} CalendarEntry
 * @property {string} uid the same whenever the same line is written, so that a calendar replaces it
 * @property {string} summary
 * @property {string} description
 * @property {string} day such as 2026-03-29
 * @property {string} time such as 09:30, by the clocks of the course; empty for all day
 */

const LONGEST = 75; // octets of a line, without its end

/**
 * The text of a calendar file. Entries without a day of the calendar are left out.
 * @param {CalendarEntry[]} entries
 * @param {Date} now
 * @param {string} zone of the times
 * @returns {string}
 */
export function calendarText(entries, now, zone) {
  const good = entries.filter(({ day }) => isDay(day));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//workbook//plan//EN",
    "CALSCALE:GREGORIAN",
    ...good.flatMap((entry) => [
      "BEGIN:VEVENT",
      `UID:${escapedText(entry.uid)}`,
      `DTSTAMP:${stamped(now)}`,
      ...whenLines(entry, zone),
      `SUMMARY:${escapedText(entry.summary)}`,
      `DESCRIPTION:${escapedText(entry.description)}`,
      "CLASS:PRIVATE", // Work calendars are often open to others.
      "TRANSP:TRANSPARENT", // It takes no time that others could book.
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escapedText(entry.summary)}`,
      `TRIGGER:${entry.time ? "PT0S" : "PT9H"}`, // A whole day begins at midnight: nine hours on is its morning.
      "END:VALARM",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldedLine).join("\r\n")}\r\n`;
}

/** @param {CalendarEntry} entry @param {string} zone */
function whenLines({ day, time }, zone) {
  if (time) return [`DTSTART:${stamped(momentIn(day, time, zone))}`, "DURATION:PT30M"];
  const plain = day.replace(/-/g, "");
  return [`DTSTART;VALUE=DATE:${plain}`, `DTEND;VALUE=DATE:${daysAfter(day, 1).replace(/-/g, "")}`];
}

/** @param {string} day such as 2026-03-29 @param {number} n @returns {string} the day so many days later */
export function daysAfter(day, n) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
}

/** A day on which people work: what would fall on a weekend waits for its Monday. @param {string} day such as 2026-03-29 */
export function onWeekday(day) {
  return daysAfter(day, { 6: 2, 0: 1 }[new Date(day).getUTCDay()] ?? 0);
}

/**
 * The moment at which clocks in a zone show a day and a time: in UTC, which every calendar reads without a table of zones.
 * @param {string} day
 * @param {string} time
 * @param {string} zone such as Europe/London
 * @returns {Date}
 */
export function momentIn(day, time, zone) {
  const wall = Date.parse(`${day}T${time}:00Z`);
  // Once more with the first answer: the clocks may change between the two.
  return [0, 1].reduce((moment) => new Date(wall - aheadOfUtc(moment, zone)), new Date(wall));
}

/** How far a zone's clocks are ahead of UTC. @param {Date} moment @param {string} zone @returns {number} in ms */
function aheadOfUtc(moment, zone) {
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
  const shown = Object.fromEntries(
    new Intl.DateTimeFormat("en", form).formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - moment.getTime();
}

/** A moment as calendar files write it. @param {Date} moment */
function stamped(moment) {
  return moment.toISOString().replace(/[-:]|\.\d+/g, "");
}

/**
 * Text as a calendar file holds it: line ends, commas and semicolons escaped, controls left out.
 * @param {string} text
 */
export function escapedText(text) {
  return text
    .replace(/\\/g, "\\\\")
    .replace(/[;,]/g, "\\$&")
    .replace(/\r\n|[\n\v\f\r\x85\u2028\u2029]/g, "\\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");
}

/**
 * A line in pieces of at most 75 octets; no letter is cut in two.
 * @param {string} line
 */
export function foldedLine(line) {
  const encoder = new TextEncoder();
  let [folded, used] = ["", 0];
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (used + size > LONGEST) {
      folded += "\r\n ";
      used = 1; // The space that marks the line as going on counts too.
    }
    folded += letter;
    used += size;
  }
  return folded;
}
