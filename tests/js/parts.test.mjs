import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { wholeParts } = load("base", "element", "merrowdale");

test("parts are told so that they come to their sum", () => {
  assert.deepEqual(wholeParts([50.4, 38.4, 5.3]), [51, 38, 5]); // 94.1: rounded each for itself, they would come to 93.
  assert.deepEqual(wholeParts([27.6, 36.7, 14.6]), [28, 37, 14]); // 78.9: and here to 80.
  assert.deepEqual(wholeParts([0, 12, 3.5]), [0, 12, 4]);
  for (let n = 0; n < 200; n += 1) {
    const values = [7.31 * n, 3.77 * n + 0.49, 1.913 * n].map((one) => one % 97);
    const sum = values.reduce((all, one) => all + one, 0);
    const whole = wholeParts(values);
    assert.equal(whole[0] + whole[1] + whole[2], Math.round(sum), String(values));
    whole.forEach((one, at) => assert.ok(Math.abs(one - values[at]) < 1, String(values)));
  }
});
