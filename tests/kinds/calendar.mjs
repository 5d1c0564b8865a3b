// Answers one line of JSON for each line it is given: the calendar file of some entries.
import { createInterface } from "node:readline";
import { load } from "../js/load.mjs";

const { calendarText } = load("base", "calendar");

for await (const line of createInterface({ input: process.stdin })) {
  const { entries, now, zone = "Europe/London" } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(calendarText(entries, new Date(now), zone))}\n`);
}
