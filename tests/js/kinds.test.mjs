import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { isAnswer, isDone, rulesOf, sharedBy } = load("base");

/** For each kind: an empty answer, an unfinished one where there is one, and a finished one. */
const VALUES = {
  choice: [{ option: "" }, null, { option: "a" }],
  sort: [
    { placed: {}, checked: false },
    { placed: { a: "b" }, checked: false, tried: {} },
    { placed: { a: "b" }, checked: true, tried: { a: ["c", "b"] } },
  ],
  issue: [
    { name: "", touches: "", place: "" },
    { name: " ", touches: "us", place: "" },
    { name: "x", touches: "", place: "" },
  ],
  reflection: [{ what: "", so_what: "", now_what: "" }, null, { what: "", so_what: "x", now_what: "" }],
  "if-then": [
    { cue: "", action: "" },
    { cue: "x", action: " " },
    { cue: "x", action: "y" },
  ],
  simulator: [
    { predicted: null, runs: [], explain: "", debrief: [] },
    { predicted: "skipped", runs: [{ a: 1 }], explain: "", debrief: [] },
    { predicted: 3, runs: [{ a: 1 }, { a: 2 }], explain: "", debrief: [] },
  ],
  "causal-map": [
    { runs: [], factors: [{ id: "f1", name: "x" }], links: [], names: {}, debrief: [] },
    { runs: [{ factor: "f1", change: "up", expected: "none" }], factors: [], links: [], names: {}, debrief: [] },
    {
      runs: [
        { factor: "f1", change: "up", expected: "none" },
        { factor: "f1", change: "down", expected: "same" },
      ],
      factors: [],
      links: [],
      names: {},
      debrief: [],
    },
  ],
  case: [
    { paths: [], debrief: [] },
    { paths: [{ steps: [{ scene: "a", option: "b" }], ended: false }], debrief: [] },
    {
      paths: [
        { steps: [{ scene: "a", option: "b" }], ended: true },
        { steps: [], ended: false },
      ],
      debrief: [],
    },
  ],
  recall: [{ option: "" }, null, { option: "a" }],
  "free-recall": [
    { words: "", shown: false, compared: "" },
    { words: "x", shown: false, compared: "" },
    { words: "x", shown: true, compared: "" },
  ],
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
  game: [
    { plays: [], words: ["w"] },
    { plays: [{ seat: "a", district: "b", rounds: [], over: false }], words: [] },
    { plays: [{ seat: "a", district: "b", rounds: [{ name: "c", turns: [{ d: 1 }] }], over: true }], words: [] },
  ],
  "trade-off": [
    { guess: "", tried: [] },
    { guess: "a", tried: ["x"] },
    { guess: "a", tried: ["x", "y", "z"] },
  ],
  plan: [{ lines: [], calendar: "" }, planned({ first: "x" }), planned({ first: "x", day: "2027-03-29" })],
};

/** A plan with one line. */
function planned(fields) {
  const line = { id: "own-1", cue: "c", action: "a", why: "", obstacle: "", helper: "", first: "", rehearsal: "", day: "", time: "" };
  return { lines: [{ ...line, ...fields }], calendar: "" };
}

test("each kind has its values here", () => assert.deepEqual(Object.keys(VALUES).sort(), [...rulesOf.keys()].sort()));

for (const [kind, [empty, half, whole]] of Object.entries(VALUES)) {
  test(`${kind}: what counts as done`, () => {
    for (const value of [empty, half, whole]) if (value) assert.ok(isAnswer(kind, value), JSON.stringify(value));
    assert.deepEqual([isDone(kind, empty), half ? isDone(kind, half) : false, isDone(kind, whole)], [false, false, true]);
  });

  test(`${kind}: other values are refused`, () => {
    const field = Object.keys(whole)[0];
    const wrong = [
      { ...whole, more: 1 },
      { ...whole, [field]: undefined },
      { ...whole, [field]: { a: 3 } },
    ];
    for (const value of [null, undefined, "text", 3, [], {}, ...wrong]) assert.ok(!isAnswer(kind, value), JSON.stringify(value));
  });
}

test("of a kind that is not known nothing is an answer, and nothing is left open", () => {
  assert.ok(!isAnswer("hologram", {}));
  assert.deepEqual([isDone("hologram", {}), sharedBy("hologram", {})], [true, {}]);
});

test("an issue and a line of the plan are shared, once they say something", () => {
  assert.deepEqual(sharedBy("issue", { name: " damp ", touches: "us", place: " here" }), { issue: "damp", place: "here" });
  assert.deepEqual(sharedBy("if-then", { cue: "", action: "y" }), { line: { cue: "", action: "y" } });
  assert.deepEqual(sharedBy("if-then", { cue: " ", action: "" }), {});
  assert.deepEqual(sharedBy("reflection", VALUES.reflection[2]), {});
});
