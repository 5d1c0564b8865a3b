import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { MAX_EARLIER, contains, isSame, joinedRecord, missingIn, nextNumber, nextRecord, replacing } = load("base", "element");

const LONG = "The ward sister rang the care firm twice before the meeting on Monday, and nobody answered.";
let clock = 0;
/** An answer, later than all before it. */
const answer = (value) => ({
  kind: "reflection",
  value,
  saved: new Date(Date.UTC(2026, 0, 1) + (clock += 1000)).toISOString(),
  asked: "?",
  said: [["a", "b"]],
});
const version = (value) => ({ value, saved: "2026-01-02T03:04:05.678Z", said: [] });
const whats = (versions) => versions.map((one) => one.value.what);

/** A tab that shows an exercise and saves its answers into a store that other tabs may share. */
function tab(store = { record: null }, exact = false) {
  let [lastSeen, fullest] = [store.record, store.record];
  const dropped = [];
  return {
    store,
    dropped,
    /** @param {...string} texts saved one after the other */
    type(...texts) {
      for (const text of texts) this.save({ what: text });
    },
    save(value) {
      const made = nextRecord({ stored: store.record, lastSeen, fullest, next: answer(value), exact });
      [lastSeen, fullest, store.record] = [made.record, made.fullest, made.record];
      dropped.push(...made.dropped);
    },
    earlier: () => whats(store.record.earlier),
  };
}

test("a first answer leaves nothing behind", () => {
  const one = tab();
  one.type("We met");
  assert.deepEqual([one.store.record.value.what, one.earlier(), one.dropped], ["We met", [], []]);
});

test("a text that grows, at either end or within, leaves no earlier answer", () => {
  const one = tab();
  one.type("We met", "We met again", "Yes: We met again", `${LONG} We met`, LONG.replace("twice", "twice, and once more,") + " We met");
  assert.deepEqual(one.earlier(), ["Yes: We met again"], "only what the long text does not hold");
});

test("a long text that is mended by a few letters is no other text", () => {
  const one = tab();
  one.type(LONG, LONG.replace("Monday", "Sunday"));
  assert.deepEqual(one.earlier(), []);
});

test("many small changes do not wipe out a long text", () => {
  const one = tab();
  one.type(LONG);
  for (let letters = 2; letters <= 36; letters += 2) one.type(LONG.slice(letters).padStart(LONG.length, "x"));
  assert.equal(one.earlier().at(-1), LONG);
  const other = tab();
  other.type(LONG);
  for (let length = LONG.length - 1; length >= 0; length -= 1) other.type(LONG.slice(0, length));
  assert.deepEqual(other.earlier(), [LONG], "drafts on the way down are in the long one");
});

test("a short text that is replaced is kept, an empty one is not", () => {
  const one = tab();
  one.type("no", "so", "", " ", "new");
  assert.deepEqual(one.earlier(), ["so", "no"]);
});

test("another tab's answer is kept, unless it is in the new one", () => {
  const store = { record: null };
  const [here, there] = [tab(store), tab(store)];
  here.type("one");
  there.type("two");
  assert.deepEqual(there.earlier(), ["one"]);
  here.type("one more");
  assert.deepEqual(here.earlier(), ["two", "one"], "the newest first");
  there.type("two, and one more");
  assert.deepEqual(there.earlier(), ["two", "one"], "it holds what stands in the other tab");
});

test("what a tab has seen of another is not kept twice", () => {
  const store = { record: null };
  const [here, there] = [tab(store), tab(store)];
  here.type("one");
  there.type("two");
  there.type("three");
  here.type("four");
  assert.deepEqual(here.earlier(), ["three", "two", "one"]);
});

test("an id that changes is another answer, by one letter too", () => {
  const one = tab(undefined, true);
  for (const option of ["care-1", "care-2", "care-1"]) one.save({ option });
  assert.deepEqual(
    one.store.record.earlier.map((version) => version.value.option),
    ["care-2", "care-1"],
  );
});

test("more than twenty: the oldest are dropped, and it is told which", () => {
  const one = tab();
  for (let n = 0; n <= MAX_EARLIER + 2; n += 1) one.type(`try ${n}`.padStart(6, "."));
  assert.equal(MAX_EARLIER, 20);
  assert.equal(one.earlier().length, 20);
  assert.equal(one.earlier()[0], "try 21");
  assert.deepEqual(whats(one.dropped), [".try 0", ".try 1"]);
});

test("an answer holds another", () => {
  const holding = [
    ["We met on Monday", "We met"],
    [LONG.replace("twice", "once"), LONG],
    ["anything", ""],
    [{ a: 1, b: ["x"] }, { b: ["x"] }],
    [{ a: false }, { a: null }],
    [{ runs: [1, 2] }, { runs: [1] }],
  ];
  for (const [after, before] of holding) assert.ok(contains(after, before, false), JSON.stringify([after, before]));
});

test("a field emptied, an item moved, a run removed or a mark taken away is a loss", () => {
  const losing = [
    ["Nothing much", LONG],
    ["", LONG],
    [
      { what: "", now_what: "b" },
      { what: "A text", now_what: "" },
    ],
    [{ placed: { tea: "cold" } }, { placed: { tea: "warm" } }],
    [{ runs: [{ beds: 1 }] }, { runs: [{ beds: 1 }, { beds: 2 }] }],
    [{ checked: false }, { checked: true }],
    [3, 4],
    [null, { a: 1 }],
  ];
  for (const [after, before] of losing) assert.ok(!contains(after, before, false), JSON.stringify([after, before]));
  assert.ok(!contains({ option: `${LONG}x` }, { option: LONG }, true), "an id does not grow");
});

test("an earlier answer is kept once, the lost ones first, and only where it has words", () => {
  const stored = { ...answer({ what: "b" }), earlier: [version({ what: "a" })] };
  const { record, dropped } = replacing(
    stored,
    answer({ what: "c" }),
    [version({ what: "b" }), version({ what: "a" }), version({ what: " " })],
    false,
  );
  assert.deepEqual([whats(record.earlier), record.value.what, dropped], [["b", "a"], "c", []]);
});

test("of two records one is chosen, and the other's answer comes first under it, whatever its clock said", () => {
  const old = { ...answer({ what: "old clock" }), earlier: [version({ what: "x" })] };
  const chosen = {
    ...answer({ what: "chosen" }),
    earlier: Array.from({ length: MAX_EARLIER }, (_, n) => ({ ...version({ what: `e${n}` }), saved: `2027-01-${n + 10}T00:00:00Z` })),
  };
  const joined = joinedRecord(chosen, old);
  assert.deepEqual([joined.value.what, joined.earlier.length], ["chosen", MAX_EARLIER]);
  assert.deepEqual(whats(joined.earlier).slice(0, 3), ["old clock", "e19", "e18"]);
  assert.ok(
    isSame(
      joinedRecord(chosen, chosen).earlier.map((one) => one.saved),
      chosen.earlier
        .map((one) => one.saved)
        .sort()
        .reverse(),
    ),
  );
});

test("a whole word that is gone from a long text is a loss: a name, a place, a number", () => {
  const long = "On Monday Ann from Ely told the 3 teams what the ward needs, and nobody there had known of it before.";
  for (const [from, to] of [
    ["Ann", "Bob"],
    ["Ely", "Rye"],
    ["3", "5"],
    [" the ward", " a ward"],
  ])
    assert.ok(!contains(long.replace(from, to), long, false), from);
  assert.ok(contains(long.replace("known", "knowen"), long, false));
  assert.ok(contains(long.replace("nobody", "nobdy"), long, false));
});

test("a number for something new is free, whatever a file brought", () => {
  assert.equal(nextNumber([], 99), 1);
  assert.equal(nextNumber([1, 4], 99), 5);
  assert.equal(nextNumber([99], 99), 1);
  assert.equal(nextNumber([1, 2, 99, 4], 99), 3);
  assert.equal(nextNumber([9999, 1, 2], 9999), 3);
});

test("what a tab put back stays, when a third tab writes without knowing of it", () => {
  const one = tab();
  one.type("From the first tab", "From the second tab");
  one.store.record = { ...answer({ what: "From the third tab" }), earlier: [version({ what: "From the second tab" })] };
  one.type("From the first tab again");
  assert.deepEqual(one.earlier().sort(), ["From the first tab", "From the second tab", "From the third tab"]);
});

test("a storage that was emptied gets the earlier answers back with the next one", () => {
  const one = tab();
  one.type("The first", "Quite another");
  one.store.record = null;
  one.type("Quite another, and more");
  assert.deepEqual(one.earlier(), ["The first"]);
});

test("two tabs do not push each other's answers out of a full record for ever", () => {
  const full = (name) => ({
    ...answer({ what: name }),
    earlier: Array.from({ length: MAX_EARLIER }, (_, n) => version({ what: `${name} ${n}` })),
  });
  assert.deepEqual(missingIn(full("one"), full("two")), []);
  assert.equal(missingIn({ ...full("one"), earlier: [] }, full("two")).length, MAX_EARLIER);
});
