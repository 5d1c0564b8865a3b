import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { linesOf, portfolioMarkdown } = load("base", "element", "portfolio");
const written = (said) =>
  portfolioMarkdown("T", [{ title: "C", brief: false, answers: [{ title: "A", said, saved: "", asked: "" }], open: [] }]).split("\n");

test("a label in the learner's own words stays text", () => {
  for (const label of ["Head of <Adult Social Care>", "![](https://x.example/y.png)", "<script>", "a\n# b", "**x**", "`x`"]) {
    const line = written([[label, "x"]])[6];
    const bare = line.slice(2, -2).replace(/\\[^\n]/g, "");
    assert.doesNotMatch(bare, /[<>`*_#[\]]/, label);
    assert.doesNotMatch(line, /\n/);
  }
});

test("no line of an answer is a mark of Markdown", () => {
  const marks = [
    "---",
    "===",
    "    code",
    "\tcode",
    "~~~",
    "```",
    "- a",
    "+ a",
    "1. a",
    "12) a",
    "&copy;",
    "~~gone~~",
    "| a |",
    "# a",
    "> a",
    "* a",
  ];
  const lines = written([["label", ["first", ...marks].join("\n")]]).slice(8, 8 + marks.length + 1);
  assert.equal(lines.length, marks.length + 1);
  for (const line of lines) {
    const bare = line.replace(/^> /, "").replace(/\\$/, "");
    assert.doesNotMatch(bare, /^( {4}|\t|[-+=#>*|]|\d+[.)]|~~~|```)/, line);
    assert.doesNotMatch(bare.replace(/\\./g, ""), /[&~|`<>]/, line);
  }
  assert.ok(
    lines.slice(0, -1).every((line) => line.endsWith("\\")),
    "each line stays a line",
  );
});

test("lines are parted by whatever Office pastes", () => {
  assert.deepEqual(linesOf("a\r\nb\vc\u2028d\u2029e\u0085f\rg\fh"), ["a", "b", "c", "d", "e", "f", "g", "h"]);
});
