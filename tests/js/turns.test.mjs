// When a run turns, and how fast it plays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { idleIn, saidAt, timingOf, turnsOf } = load("base", "element", "chart", "simulator");

const trace = { ticks: [0, 1, 2, 3, 4, 100], stocks: { here: [0, 1, 3, 3, 3, 3] }, flows: {}, more: { stop: 3, never: null } };
const marks = [
  { at: "stop", says: "round {n}: it stops" },
  { at: "never", says: "not said" },
  { at: 1, says: "it begins" },
  { at: 400, says: "after the end" },
];

test("marks of a run, first come first", () => {
  assert.deepEqual(turnsOf(marks, trace), [
    { at: 1, says: "it begins" },
    { at: 3, says: "round 3: it stops" },
  ]);
});

test("the last one that is reached is said", () => {
  const found = turnsOf(marks, trace);
  assert.deepEqual(
    [0, 1, 2.9, 3, 50].map((time) => saidAt(found, time)),
    ["", "it begins", "it begins", "round 3: it stops", "round 3: it stops"],
  );
});

test("time without change passes at once", () => {
  assert.deepEqual(idleIn(trace.ticks, [trace.stocks.here]), [[2, 100]]);
  const { pace, flags } = timingOf({ seconds: 9, slow: 0, columns: ["here"], marks }, trace, "Round");
  assert.deepEqual(flags, [1, 3]);
  assert.ok(pace(0.5) <= 1 && pace(50) > 80);
});

test("the time of a run ends where it stands still", () => {
  const picture = { seconds: 9, slow: 0, columns: ["here"], marks };
  const { stops } = timingOf(picture, { ...trace, more: { ...trace.more, end: 3 } }, "Round");
  assert.deepEqual(stops, [0, 1, 2, 3]);
  assert.deepEqual(timingOf(picture, trace, "Round").stops, trace.ticks);
});
