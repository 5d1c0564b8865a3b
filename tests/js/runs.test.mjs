import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOf, isSimulated, runAt } from "../../workbook/kinds/simulator/runs.js";

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
  assert.equal(runAt(CONTROLS, { money: 400 }), -1);
});

test("values come back in their own unit", () => {
  const runs = { decimals: [0, 2], values: [[[7, 8], [125, 250]]] };
  assert.deepEqual(columnOf(runs, 0, 0), [7, 8]);
  assert.deepEqual(columnOf(runs, 0, 1), [1.25, 2.5]);
});

test("a saved answer is numbers and words, and nothing else", () => {
  const good = { predicted: 100, runs: [{ money: 0 }], explain: "", debrief: ["a"] };
  for (const fine of [good, { ...good, predicted: null }, { ...good, predicted: "skipped" }]) assert.ok(isSimulated(fine));
  const wrong = [
    { ...good, predicted: "100" },
    { ...good, predicted: NaN },
    { ...good, runs: [{ money: "0" }] },
    { ...good, runs: Array.from({ length: 7 }, () => ({ money: 0 })) },
    { ...good, runs: null },
    { ...good, explain: 3 },
    { ...good, debrief: ["a", "b", "c", "d"] },
    { ...good, debrief: [1] },
    { ...good, more: 1 },
    null,
  ];
  for (const one of wrong) assert.ok(!isSimulated(one), JSON.stringify(one));
});
