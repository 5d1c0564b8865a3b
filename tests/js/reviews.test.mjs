import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { startOfReviews, weeksAfter } = load("base", "element", "plan");

test("weeks are counted over the changes of clocks and years", () => {
  assert.equal(weeksAfter("2026-11-29", 6), "2027-01-10");
  assert.equal(weeksAfter("2027-03-21", 2), "2027-04-04");
});

test("a calendar that is made again leaves its dates where they are, until the last has gone", () => {
  const weeks = [2, 6, 12];
  assert.equal(startOfReviews("", "2026-11-29", weeks), "2026-11-29");
  assert.equal(startOfReviews("2026-11-29", "2027-02-21", weeks), "2026-11-29");
  assert.equal(startOfReviews("2026-11-29", "2027-02-22", weeks), "2027-02-22");
});
