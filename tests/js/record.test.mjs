import assert from "node:assert/strict";
import { test } from "node:test";
import { KEPT, growsFrom, isRecord, replacing, wordsIn } from "../../workbook/page/record.js";

const SAVED = "2026-01-02T03:04:05.678Z";
const record = (value, more = {}) => ({ kind: "reflection", value, saved: SAVED, asked: "?", said: [["a", "b"]], earlier: [], ...more });
const version = (value) => ({ value, saved: SAVED, said: [] });

test("a text that grew holds the old one", () => {
  assert.ok(growsFrom("We met", "We met on Monday", false));
  assert.ok(growsFrom("We met on Monday", "On the day: We met on Monday", false));
});

test("a few letters mended are no loss, a replaced sentence is", () => {
  const old = "The ward sister rang the care firm twice";
  assert.ok(growsFrom(old, "The ward sister rang the care firm once", false));
  assert.ok(!growsFrom(old, "Nothing much", false));
  assert.ok(!growsFrom(old, "", false));
});

test("one letter makes another id", () => {
  assert.ok(!growsFrom({ option: "care-1" }, { option: "care-2" }, true));
  assert.ok(growsFrom({ option: "care-1" }, { option: "care-1" }, true));
});

test("nothing yet loses nothing", () => {
  for (const empty of [undefined, null, "", false]) assert.ok(growsFrom(empty, "anything", true));
});

test("a field emptied, an item moved or a run removed is a loss", () => {
  assert.ok(!growsFrom({ what: "A long enough text", now_what: "" }, { what: "", now_what: "b" }, false));
  assert.ok(!growsFrom({ placed: { tea: "warm" } }, { placed: { tea: "cold" } }, true));
  assert.ok(!growsFrom({ runs: [{ beds: 1 }, { beds: 2 }] }, { runs: [{ beds: 1 }] }, false));
});

test("grown text leaves no earlier answer", () => {
  const stored = record({ what: "We met" });
  assert.deepEqual(replacing(stored, record({ what: "We met again" }), []).earlier, []);
});

test("a lost answer comes first among the earlier ones", () => {
  const stored = record({ what: "two" }, { earlier: [version({ what: "one" })] });
  const made = replacing(stored, record({ what: "three" }), [version({ what: "two" })]);
  assert.deepEqual(made.earlier.map((one) => one.value.what), ["two", "one"]);
  assert.equal(made.value.what, "three");
});

test("an earlier answer is kept once, and only where it has words", () => {
  const stored = record({ what: "b" }, { earlier: [version({ what: "a" })] });
  const made = replacing(stored, record({ what: "c" }), [version({ what: "a" }), version({ what: " " })]);
  assert.deepEqual(made.earlier.map((one) => one.value.what), ["a"]);
});

test("twenty earlier answers are kept, the newest", () => {
  const stored = record({ what: "now" }, { earlier: Array.from({ length: KEPT }, (_, n) => version({ what: `old ${n}` })) });
  const made = replacing(stored, record({ what: "next" }), [version({ what: "now" })]);
  assert.equal(KEPT, 20);
  assert.equal(made.earlier.length, 20);
  assert.equal(made.earlier[0].value.what, "now");
  assert.equal(made.earlier[19].value.what, "old 18");
});

test("words are found at any depth", () => {
  assert.equal(wordsIn({ a: "one", b: [{ c: "two" }], d: null, e: 3 }), "one\ntwo\n\n3");
});

test("a record is one the course can have written", () => {
  assert.ok(isRecord(record({ what: "a" }), "reflection"));
  assert.ok(isRecord(record({ what: "a" }, { earlier: [version({ what: "b" })] }), "reflection"));
});

test("anything else is refused", () => {
  const { asked, ...short } = record({});
  const wrong = [
    null,
    "text",
    [],
    short,
    record({}, { more: 1 }),
    record("text"),
    record({}, { kind: "choice" }),
    record({}, { saved: "yesterday" }),
    record({}, { saved: "2026-13-02T03:04:05Z" }),
    record({}, { said: [["a"]] }),
    record({}, { said: [["a", 1]] }),
    record({}, { asked: 1 }),
    record({}, { earlier: [{ value: {} }] }),
    record({}, { earlier: Array.from({ length: KEPT + 1 }, (_, n) => version({ n: String(n) })) }),
  ];
  for (const one of wrong) assert.ok(!isRecord(one, "reflection"), JSON.stringify(one));
});
