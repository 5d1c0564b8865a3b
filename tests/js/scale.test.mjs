import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { niceTicks, pathThrough, spread, straight } = load("base", "chart");

test("ticks are round, rise evenly and hold every value", () => {
  for (const [low, high] of [
    [0, 1],
    [0, 487],
    [-3.2, 12],
    [0, 999.9],
    [0, 0.07],
  ]) {
    const ticks = niceTicks(low, high, 4);
    assert.ok(ticks[0] <= low && ticks.at(-1) >= high, `${low} to ${high}: ${ticks}`);
    assert.ok(ticks.length >= 2 && ticks.length <= 8, `${ticks}`);
    const steps = ticks.slice(1).map((tick, index) => (tick - ticks[index]).toPrecision(6));
    assert.equal(new Set(steps).size, 1, `${ticks}`);
  }
  assert.deepEqual(niceTicks(0, 487, 4), [0, 200, 400, 600]);
});

test("a scale is straight, also upside down and over a single value", () => {
  const y = straight([0, 100], [300, 0]);
  assert.deepEqual([y(0), y(50), y(100)], [300, 150, 0]);
  assert.ok(Number.isFinite(straight([5, 5], [0, 10])(5)));
});

test("a path goes through each point in order", () => {
  assert.equal(
    pathThrough([
      [0, 1],
      [2.345, 3],
    ]),
    "M0.0 1.0L2.3 3.0",
  );
});

test("labels are shifted apart and stay in order", () => {
  assert.deepEqual(spread([100, 10, 101], 15), [100, 10, 115]);
  const placed = spread([5, 5, 5, 5], 15);
  const sorted = [...placed].sort((a, b) => a - b);
  assert.ok(sorted.slice(1).every((one, index) => one - sorted[index] >= 15));
});
