import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { columnOf, runAt } = load("base", "element", "chart", "simulator");

const CONTROLS = [
  { name: "money", label: "", steps: [0, 400, 800], shown: [], start: 0 },
  { name: "care", label: "", steps: [0, 50], shown: [], start: 0 },
];

test("the last control changes fastest", () => {
  const order = CONTROLS[0].steps.flatMap((money) => CONTROLS[1].steps.map((care) => runAt(CONTROLS, { money, care })));
  assert.deepEqual(order, [0, 1, 2, 3, 4, 5]);
});

test("a setting no longer offered has no run", () => {
  assert.equal(runAt(CONTROLS, { money: 500, care: 0 }), -1);
  assert.equal(runAt(CONTROLS, { money: 400 }), 2, "a control that came later stands at its start");
});

test("values come back in their own unit", () => {
  const heads = { decimals: [0, 2] };
  const bulk = {
    values: [
      [
        [7, 8],
        [125, 250],
      ],
    ],
  };
  assert.deepEqual(columnOf(heads, bulk, 0, 0), [7, 8]);
  assert.deepEqual(columnOf(heads, bulk, 0, 1), [1.25, 2.5]);
});
