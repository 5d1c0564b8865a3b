import assert from "node:assert/strict";
import { readdirSync, existsSync } from "node:fs";
import { test } from "node:test";
import "./dom.mjs";

const FOLDER = new URL("../../workbook/kinds/", import.meta.url);
const { kindsOf } = await import("../../workbook/page/exercise.js");
const names = readdirSync(FOLDER).filter((name) => existsSync(new URL(`${name}/${name}.py`, FOLDER)));
for (const name of names) await import(new URL(`${name}/${name}.js`, FOLDER));

/** For each kind: an empty answer, an unfinished one where there is one, and a finished one. */
const VALUES = {
  choice: [{ option: "" }, null, { option: "a" }],
  sort: [{ placed: {}, checked: false }, { placed: { a: "b" }, checked: false }, { placed: { a: "b" }, checked: true }],
  issue: [{ name: "", touches: "", place: "" }, { name: " ", touches: "us", place: "" }, { name: "x", touches: "", place: "" }],
  reflection: [{ what: "", so_what: "", now_what: "" }, null, { what: "", so_what: "x", now_what: "" }],
  "if-then": [{ cue: "", action: "" }, { cue: "x", action: " " }, { cue: "x", action: "y" }],
  simulator: [
    { predicted: null, runs: [], explain: "", debrief: [] },
    { predicted: "skipped", runs: [{ a: 1 }], explain: "", debrief: [] },
    { predicted: 3, runs: [{ a: 1 }, { a: 2 }], explain: "", debrief: [] },
  ],
  "causal-map": [
    { runs: [], factors: [{ id: "f1", name: "x" }], links: [], names: {}, debrief: [] },
    { runs: [{ factor: "f1", change: "up", expected: "none" }], factors: [], links: [], names: {}, debrief: [] },
    { runs: [{ factor: "f1", change: "up", expected: "none" }, { factor: "f1", change: "down", expected: "same" }], factors: [], links: [], names: {}, debrief: [] },
  ],
  case: [
    { paths: [], debrief: [] },
    { paths: [{ steps: [{ scene: "a", option: "b" }], ended: false }], debrief: [] },
    { paths: [{ steps: [{ scene: "a", option: "b" }], ended: true }, { steps: [], ended: false }], debrief: [] },
  ],
  recall: [{ option: "" }, null, { option: "a" }],
  scale: [
    { answers: {}, shown: false, rounds: [] },
    { answers: { a: "1" }, shown: false, rounds: [] },
    { answers: {}, shown: false, rounds: [{ on: "2026-11-23", answers: { a: "1" } }] },
  ],
  stakeholders: [
    { people: [], talks: [], missing: "" },
    { people: ["p1", "p2", "p3"].map((id) => ({ id, who: id, power: "x", interest: "" })), talks: [], missing: "x" },
    { people: ["p1", "p2", "p3"].map((id) => ({ id, who: id, power: "x", interest: "y" })), talks: [], missing: "" },
  ],
  timeline: [{ marks: [] }, { marks: [{ id: "M1", why: " " }] }, { marks: [{ id: "M1", why: "x" }] }],
  plan: [{ lines: [], calendar: "" }, planned({ first: "x" }), planned({ first: "x", day: "2027-03-29" })],
};

/** A plan with one line. */
function planned(fields) {
  const line = { id: "own-1", cue: "c", action: "a", why: "", obstacle: "", helper: "", first: "", rehearsal: "", day: "", time: "" };
  return { lines: [{ ...line, ...fields }], calendar: "" };
}

test("every kind says what its answers are", () => {
  assert.deepEqual([...kindsOf.keys()].sort(), names.map((name) => name.replaceAll("_", "-")).sort());
});

for (const [kind, rules] of kindsOf) {
  test(`${kind}: other values are refused`, () => {
    for (const value of [null, undefined, "text", 3, [], {}]) assert.ok(!rules.valid(value), JSON.stringify(value));
  });

  if (!VALUES[kind]) continue; // Its own tests are in tests/kinds.

  test(`${kind}: what counts as done`, () => {
    const [empty, half, whole] = VALUES[kind];
    for (const value of [empty, half, whole]) if (value) assert.ok(rules.valid(value), JSON.stringify(value));
    assert.deepEqual([rules.done(empty), half ? rules.done(half) : false, rules.done(whole)], [false, false, true]);
  });

  test(`${kind}: other fields are refused`, () => {
    const whole = VALUES[kind][2];
    const field = Object.keys(whole)[0];
    const wrong = [{ ...whole, more: 1 }, { ...whole, [field]: undefined }, { ...whole, [field]: { a: 3 } }];
    for (const value of wrong) assert.ok(!rules.valid(value), JSON.stringify(value));
  });
}
