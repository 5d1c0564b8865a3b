import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { countedIn, stateOf, whereToGoOn } = load("base");

/** `a` open, `A` done; the digit after it is when it was saved. */
const states = (text) =>
  text
    .split(" ")
    .map((one) => ({ entry: { id: one[0] }, done: one[0] === one[0].toUpperCase(), saved: one[1] ? `2026-01-0${one[1]}` : "" }));
const next = (text) => whereToGoOn(states(text)).entry.id;

test("nothing done: the first", () => assert.equal(next("a b c"), "a"));
test("an unfinished newest answer: there", () => assert.equal(next("A1 b2 c"), "b"));
test("a finished newest answer: the next open one", () => assert.equal(next("a B2 C1 d"), "d"));
test("the last is done: back to what was passed over", () => assert.equal(next("a B1 C2"), "a"));
test("all done: the first", () => assert.equal(next("A3 B1 C2"), "A"));
test("newest by time, not by place", () => assert.equal(next("A9 b c3"), "b"));

/** A group of three, and a store that holds answers to some of them; each is done. */
const versions = ["hospital", "police", "homes"].map((setting) => ({ id: `one-${setting}`, title: setting, setting }));
const group = { id: "one-hospital", title: "hospital", kind: "if-then", lesson: "l", page: "p", versions };
const store = (saved, nearest = "") => ({
  setting: () => nearest,
  read: (id) => ({
    problem: "",
    found: saved[id]
      ? { kind: "if-then", value: { cue: "c", action: "a" }, saved: `2026-01-0${saved[id]}T10:00:00Z`, asked: "", said: [], earlier: [] }
      : null,
  }),
});

test("a group is done when one version of it is", () => {
  assert.equal(stateOf(store({}), group).done, false);
  assert.equal(stateOf(store({ "one-police": 1 }), group).done, true);
});
test("a change of setting takes no answer away", () => assert.equal(stateOf(store({ "one-police": 1 }, "homes"), group).done, true));
test("it is found in the chosen setting, or where it was last answered", () => {
  assert.equal(stateOf(store({}), group).entry.id, "one-hospital");
  assert.equal(stateOf(store({}, "homes"), group).entry.id, "one-homes");
  assert.equal(stateOf(store({ "one-hospital": 1, "one-police": 2 }, "homes"), group).entry.id, "one-police");
});
test("versions are not counted beside their group", () => {
  const exercises = [group, { ...group, id: "one-police", versions: undefined, of: "one-hospital" }];
  assert.deepEqual(
    countedIn({ exercises }).map(({ id }) => id),
    ["one-hospital"],
  );
});
