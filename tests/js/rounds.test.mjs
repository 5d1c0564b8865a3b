import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { acrossOf, dayOf, extremesOf, movesOf, pointsOf } = load("base", "element", "scale");

test("five points lie evenly from edge to edge", () => {
  const across = [1, 2, 3, 4, 5].map((point) => acrossOf(point, 424));
  assert.deepEqual(across, [12, 112, 212, 312, 412]);
});

test("points are told from the least to the most", () => {
  assert.deepEqual(pointsOf({ a: "5", b: "1", c: "3" }, ["a", "b", "x"]), [1, 5]);
});

test("moves are counted one statement at a time", () => {
  const before = { a: "1", b: "4", c: "3", d: "2" };
  const after = { a: "2", b: "1", c: "3", e: "5" };
  assert.deepEqual(movesOf(before, after, ["a", "b", "c", "d", "e", "f"]), { up: 1, down: 1, same: 1, apart: 2 });
});

test("the ends are named by single answers, and no middle is taken", () => {
  assert.deepEqual(extremesOf([[1, 4], [4], [], [2, 3]]), { high: 4, low: 1, highest: [0, 1], lowest: [0] });
  assert.equal(extremesOf([[3, 3], [3]]), null);
  assert.equal(extremesOf([[], []]), null);
});

test("a day is that of the learner's own clock", () => {
  assert.equal(dayOf(new Date(2026, 2, 5, 23, 59)), "2026-03-05");
});
