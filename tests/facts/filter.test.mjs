// The directory's filter, in bare Node.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../js/load.mjs";

const { fitsFilter, searchWords } = load("base", "directory");

const none = { search: "", theme: "", strand: "", kind: "" };
const entry = {
  text: "cornwall food poverty; saint-etienne's café".normalize("NFKD").replace(/\p{M}/gu, ""),
  theme: "food",
  strand: "Local Vision",
  kinds: ["press", "local"],
};

test("nothing wanted, everything fits", () => assert.ok(fitsFilter(entry, none)));

test("all words of a search must be there, in any order and case", () => {
  assert.ok(fitsFilter(entry, { ...none, search: " Poverty  CORN " }));
  assert.ok(fitsFilter(entry, { ...none, search: "Étienne’s cafe" }));
  assert.ok(!fitsFilter(entry, { ...none, search: "poverty leeds" }));
});

test("each filter narrows, and they add up", () => {
  assert.ok(fitsFilter(entry, { search: "food", theme: "food", strand: "Local Vision", kind: "local" }));
  for (const wrong of [{ theme: "obesity" }, { strand: "Pioneers" }, { kind: "research" }]) {
    assert.ok(!fitsFilter(entry, { ...none, ...wrong }));
  }
});

test("a search is read as words", () => assert.deepEqual(searchWords("  One\tTWO "), ["one", "two"]));
