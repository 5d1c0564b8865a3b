// Calendar files (RFC 5545), written on the device. An entry without a time lasts all day.

/**
 * @typedef {Object} CalendarEntry
 * @property {string} uid the same whenever the same line is written, so that a calendar replaces it
 * @property {string} summary
 * @property {string} description
 * @property {string} day such as 2026-03-29
 * @property {string} time such as 09:30, in the United Kingdom; empty for all day
 */

const ZONE = "Europe/London";
const LONGEST = 75; // octets of a line, without its end

// Clocks go forward on the last Sunday of March and back on the last Sunday of October, at one o'clock UTC.
const ZONE_LINES = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19810329T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZNAME:BST",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZNAME:GMT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * The text of a calendar file. Entries without a day of the calendar are left out.
 * @param {CalendarEntry[]} entries
 * @param {Date} now
 * @returns {string}
 */
export function calendarText(entries, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const good = entries.filter(({ day }) => isRealDay(day));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Leading Across Boundaries//Plan//EN",
    "CALSCALE:GREGORIAN",
    ...(good.some(({ time }) => time) ? ZONE_LINES : []),
    ...good.flatMap((entry) => [
      "BEGIN:VEVENT",
      `UID:${escapedText(entry.uid)}`,
      `DTSTAMP:${stamp}`,
      ...whenLines(entry),
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

/** @param {CalendarEntry} entry */
function whenLines({ day, time }) {
  const plain = day.replace(/-/g, "");
  if (time) return [`DTSTART;TZID=${ZONE}:${plain}T${time.replace(":", "")}00`, "DURATION:PT30M"];
  return [`DTSTART;VALUE=DATE:${plain}`, `DTEND;VALUE=DATE:${dayAfter(day).replace(/-/g, "")}`];
}

/** @param {string} day */
function dayAfter(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * Is this a day of the calendar? The 31st of February is not.
 * @param {string} day
 */
export function isRealDay(day) {
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/**
 * Text as a calendar file holds it: line ends, commas and semicolons escaped, controls left out.
 * @param {string} text
 */
export function escapedText(text) {
  return text
    .replace(/\\/g, "\\\\")
    .replace(/[;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
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
