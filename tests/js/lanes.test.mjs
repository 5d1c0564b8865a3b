import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { placedInLanes } = load("base", "chart", "element", "timeline");

const DATED = [1948, 1973, 1973, 1973, 1974, 2022].map((year, index) => ({ year, lane: index === 4 ? "b" : "a" }));

test("points stand in their lane, in the order of the years, and none covers another", () => {
  for (const width of [260, 700]) {
    const { spots, lanes, height } = placedInLanes(DATED, ["a", "b"], width, [1948, 2022]);
    assert.equal(spots.length, DATED.length);
    assert.ok(spots[0].x < spots[1].x && spots[1].x < spots[5].x);
    spots.forEach(({ x, y }, index) => {
      const lane = lanes.find((one) => one.id === DATED[index].lane);
      assert.ok(y > lane.top && y < lane.y && y < height && x > 0 && x < width);
      for (const other of spots.slice(0, index)) assert.ok(Math.hypot(x - other.x, y - other.y) >= 12, `${index} at ${width}`);
    });
  }
});

test("a lane without points keeps its place, and years are whole", () => {
  const { lanes, ticks } = placedInLanes(DATED, ["a", "b", "c"], 700, [1948, 2022]);
  assert.deepEqual(
    lanes.map((one) => one.id),
    ["a", "b", "c"],
  );
  assert.ok(lanes[2].y > lanes[1].y);
  assert.ok(ticks.length >= 3 && ticks.every(({ year }) => Number.isInteger(year) && year >= 1948 && year <= 2022));
});
