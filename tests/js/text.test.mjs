import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { fill, folded, plainNumber, wellFormed } = load("base");

test("places are filled, also twice, and others stay", () => {
  assert.equal(fill("{a} of {b}, {a}, {c}", { a: 1, b: "two" }), "1 of two, 1, {c}");
});

test("what is filled in is not read again", () => {
  assert.equal(fill("{a} {b}", { a: "{b}", b: "$& $1" }), "{b} $& $1");
});

test("numbers are written as people write them", () => {
  const written = { 0: "0", 3: "3", 3.14: "3.1", 9.96: "10", 12.4: "12", 1200: "1,200", "-1234.6": "-1,235", 0.04: "0" };
  for (const [number, text] of Object.entries(written)) assert.equal(plainNumber(Number(number)), text);
});

test("half characters are mended", () => {
  assert.equal(wellFormed("a\uD83D"), "a\uFFFD");
  assert.equal(wellFormed("a😀"), "a😀");
});

test("lines break at spaces and lose no word", () => {
  assert.deepEqual(folded("Results before process", 12), ["Results", "before", "process"]);
  assert.deepEqual(folded("one two three", 7), ["one two", "three"]);
  assert.deepEqual(folded("extraordinarily so", 5), ["extraordinarily", "so"]);
  assert.deepEqual(folded("  ", 5), []);
});
