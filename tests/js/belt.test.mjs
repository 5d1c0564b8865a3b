// People on a belt: nobody stands on another, at its bends either.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { Belt } = load("base", "scene");

// Down, along and up again, as in the picture of 'fixes'; who gets on in one week gets off eight weeks later.
const corners = [
  [720, 0],
  [720, 40],
  [40, 40],
  [40, 0],
];
const ticks = Array.from({ length: 40 }, (_, at) => at);
const trace = {
  ticks,
  stocks: { away: ticks.map((at) => 6 * Math.min(at, 8)) },
  flows: { back: ticks.map((at) => (at > 8 ? 6 : 0)) },
  more: {},
};

test("lanes turn with the belt", () => {
  const belt = new Belt({ belt: corners, off: "back", lanes: 3, apart: 7 }, "away", 1);
  for (const time of [20, 20.3, 20.6, 30]) {
    const spots = belt.at(trace, time);
    const apart = spots.flatMap(([x, y], at) => spots.slice(at + 1).map(([u, v]) => Math.hypot(x - u, y - v)));
    assert.equal(spots.length, 48);
    assert.ok(Math.min(...apart) > 6, `${Math.min(...apart)} apart at ${time}`);
  }
});
