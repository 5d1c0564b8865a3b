import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { whereToGoOn } = load("base");

/** `a` open, `A` done; the digit after it is when it was saved. */
const states = (text) =>
  text
    .split(" ")
    .map((one) => ({ entry: { id: one[0] }, done: one[0] === one[0].toUpperCase(), saved: one[1] ? `2026-01-0${one[1]}` : "" }));
const next = (text) => whereToGoOn(states(text)).entry.id;

test("nothing done: the first", () => assert.equal(next("a b c"), "a"));
test("an unfinished newest answer: there", () => assert.equal(next("A1 b2 c"), "b"));
test("a finished newest answer: the next open one", () => assert.equal(next("a B2 C1 d"), "d"));
test("the last is done: back to what was passed over", () => assert.equal(next("a B1 C2"), "a"));
test("all done: the first", () => assert.equal(next("A3 B1 C2"), "A"));
test("newest by time, not by place", () => assert.equal(next("A9 b c3"), "b"));
