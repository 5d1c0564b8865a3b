import assert from "node:assert/strict";
import { test } from "node:test";
import { readMarks, written } from "../../workbook/page/platform/marks.js";
import { sessionTime } from "../../workbook/page/platform/session.js";

const IDS = Array.from({ length: 66 }, (_, at) => `id-${at}`);
const LESSONS = ["one", "two", "three", "four", "five", "six"];

test("marks come back as they were told", () => {
  for (const done of [[], ["id-0"], ["id-65"], IDS, IDS.filter((_, at) => at % 3 === 0)]) {
    const text = written(IDS, LESSONS, done, ["two", "six"]);
    assert.ok(text.length <= 200 && !text.includes("="));
    assert.deepEqual(readMarks(IDS, LESSONS, text), { done, finished: ["two", "six"] });
  }
});

test("a list that has grown still reads what was told of the shorter one", () => {
  const text = written(IDS.slice(0, 10), LESSONS, ["id-3", "id-9"], []);
  assert.deepEqual(readMarks(IDS, LESSONS, text).done, ["id-3", "id-9"]);
});

test("anything else is nothing", () => {
  for (const text of ["", "2:ff:f", "rubbish", "1:zz:", "1"]) assert.deepEqual(readMarks(IDS, LESSONS, text), { done: [], finished: [] });
});

test("time is written as the standard wants it", () => {
  assert.equal(sessionTime(7), "0000:00:07");
  assert.equal(sessionTime(3 * 3600 + 62), "0003:01:02");
  assert.equal(sessionTime(-5), "0000:00:00");
});
