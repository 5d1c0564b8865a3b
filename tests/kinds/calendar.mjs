// Answers one line of JSON for each line it is given: the calendar file of some entries.
import { createInterface } from "node:readline";
import { calendarText } from "../../workbook/kinds/plan/calendar.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { entries, now } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(calendarText(entries, new Date(now)))}\n`);
}
