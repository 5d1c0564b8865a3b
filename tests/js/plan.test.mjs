import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { sentenceFrom, strings } = load("base", "element", "plan");

const STARTS = { cue: strings.plan_cue_starts, action: strings.plan_action_starts };

test("'I will' and its like stand once in a line, however somebody begins", () => {
  const action = "ask who is missing";
  for (const start of STARTS.action.split("|")) {
    for (const written of [start, start[0].toUpperCase() + start.slice(1), start.toUpperCase(), start.replaceAll("'", "’")]) {
      for (const gap of [" ", "  ", "\n"]) {
        const found = sentenceFrom({ cue: "the call ends", action: `${written}${gap}${action}.` }, STARTS);
        assert.equal(found.action, action, written);
      }
    }
  }
  assert.ok(STARTS.action.split("|").length > 6);
});

test("'when' and its like stand once before the moment", () => {
  for (const start of STARTS.cue.split("|")) {
    assert.equal(sentenceFrom({ cue: `${start} the call ends`, action: "ask" }, STARTS).cue, "the call ends");
  }
});

test("a word that only begins alike stays whole", () => {
  const found = sentenceFrom({ cue: "Wheneversham calls", action: "Iris and I ring the ward" }, STARTS);
  assert.deepEqual(found, { cue: "Wheneversham calls", action: "Iris and I ring the ward" });
});
