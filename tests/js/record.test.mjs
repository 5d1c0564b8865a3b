import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { MAX_DEPTH, MAX_EARLIER, isDay, isRecord, isSame, isShallow, wordsIn } = load("base");

const SAVED = "2026-01-02T03:04:05.678Z";
const record = (value, more = {}) => ({ kind: "reflection", value, saved: SAVED, asked: "?", said: [["a", "b"]], earlier: [], ...more });
const version = (value) => ({ value, saved: SAVED, said: [] });

test("words are found at any depth", () => {
  assert.equal(wordsIn({ a: "one", b: [{ c: "two" }], d: null, e: 3 }), "one\ntwo\n\n3");
});

test("values are the same by what they hold", () => {
  assert.ok(isSame({ a: ["x", { b: null }] }, { a: ["x", { b: null }] }));
  assert.ok(!isSame({ a: ["x"] }, { a: ["y"] }));
});

test("a day is one of the calendar", () => {
  for (const day of ["2026-02-28", "2028-02-29", "1999-12-31"]) assert.ok(isDay(day), day);
  for (const day of ["2026-02-29", "2026-02-31", "2026-13-01", "2026-1-1", "2026-01-01\n", "٢026-11-23", "", "soon"])
    assert.ok(!isDay(day), day);
});

test("a value that is nested too deeply is told from one that is not", () => {
  const nested = (depth) => Array.from({ length: depth }).reduce((inner) => [inner], "x");
  assert.ok(isShallow(nested(MAX_DEPTH), MAX_DEPTH));
  assert.ok(!isShallow(nested(MAX_DEPTH + 1), MAX_DEPTH));
  assert.ok(!isRecord(record({ what: nested(MAX_DEPTH) }), "reflection"));
});

test("a record is one the course can have written", () => {
  for (const saved of ["2026-01-02T03:04:05Z", "2026-12-31T23:59:59.123456Z"])
    assert.ok(isRecord(record({ what: "a" }, { saved }), "reflection"));
  assert.ok(isRecord(record({ what: "a" }, { earlier: Array(MAX_EARLIER).fill(version({ what: "b" })) }), "reflection"));
});

test("anything else is refused", () => {
  const { asked: _, ...short } = record({});
  const wrong = [
    null,
    "text",
    [],
    short,
    record({}, { more: 1 }),
    record("text"),
    record([]),
    record({}, { kind: "choice" }),
    record({}, { saved: "yesterday" }),
    record({}, { saved: 1700000000 }),
    record({}, { saved: "2026-13-02T03:04:05Z" }),
    record({}, { saved: "2026-02-31T03:04:05Z" }),
    record({}, { saved: "2026-01-02T24:04:05Z" }),
    record({}, { saved: "2026-01-02T03:04:05+01:00" }),
    record({}, { said: [["a"]] }),
    record({}, { said: [["a", 1]] }),
    record({}, { asked: 1 }),
    record({}, { earlier: "none" }),
    record({}, { earlier: [{ value: {} }] }),
    record({}, { earlier: [{ ...version({}), kind: "reflection" }] }),
    record({}, { earlier: Array(MAX_EARLIER + 1).fill(version({})) }),
  ];
  for (const one of wrong) assert.ok(!isRecord(one, "reflection"), JSON.stringify(one));
});
