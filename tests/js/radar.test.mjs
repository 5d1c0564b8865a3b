import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { labelSide, radarPath, spokeEnd, dayOf, extremesOf, middleOf, movesOf, pointsOf } = load("base", "element", "scale");

const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} is not ${other}`);

test("the first spoke goes up, the others follow clockwise, all equally long", () => {
  const ends = [0, 1, 2, 3].map((index) => spokeEnd(index, 4, 10));
  [
    [0, -10],
    [10, 0],
    [0, 10],
    [-10, 0],
  ].forEach(([x, y], index) => [near(ends[index][0], x), near(ends[index][1], y)]);
  for (let count = 3; count <= 8; count += 1)
    for (let index = 0; index < count; index += 1) near(Math.hypot(...spokeEnd(index, count, 7)), 7);
});

test("a level places a corner between centre and rim; an open part is passed over", () => {
  assert.equal(radarPath([1, 0.5, 0, 0.5], 10), "M0.0 -10.0L5.0 -0.0L0.0 0.0L-5.0 0.0z");
  assert.equal(radarPath([1, null, 0.2, 1], 10).split("L").length, 3);
  assert.equal(radarPath([null, null, null], 10), "");
});

test("labels are tied to the side on which they stand", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((index) => labelSide(index, 5)),
    ["middle", "start", "start", "end", "end"],
  );
});

test("points are told from the least to the most, and their middle only places a corner", () => {
  const answers = { a: "5", b: "1", c: "3" };
  assert.deepEqual(pointsOf(answers, ["a", "b", "x"]), [1, 5]);
  near(middleOf([1, 5, 3]), 3);
  assert.equal(middleOf([]), null);
});

test("moves are counted one statement at a time", () => {
  const before = { a: "1", b: "4", c: "3", d: "2" };
  const after = { a: "2", b: "1", c: "3", e: "5" };
  assert.deepEqual(movesOf(before, after, ["a", "b", "c", "d", "e", "f"]), { up: 1, down: 1, same: 1, apart: 2 });
});

test("the parts furthest out and in are named, and none where all lie alike", () => {
  assert.deepEqual(extremesOf([2, 4, null, 4, 1]), { out: [1, 3], in: [4] });
  assert.deepEqual(extremesOf([3, 3, 3]), { out: [], in: [] });
});

test("a day is that of the learner's own clock", () => {
  assert.equal(dayOf(new Date(2026, 2, 5, 23, 59)), "2026-03-05");
});
