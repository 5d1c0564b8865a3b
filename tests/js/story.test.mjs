import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { MAX_PATHS, begun, isEnding, walk } = load("base", "element", "case");

const scene = (id, turns = {}) => ({ id, idea: "", turns: new Map(Object.entries(turns).map(([option, leads]) => [option, { leads }])) });
const SCENES = [scene("start", { left: "hill", right: "end" }), scene("hill", { on: "end", back: "other" }), scene("other"), scene("end")];
const step = (scene, option) => ({ scene, option });

test("a path leads from scene to scene", () => {
  assert.deepEqual(walk(SCENES, []), { at: "start", walked: [] });
  assert.equal(walk(SCENES, [step("start", "left")]).at, "hill");
  assert.equal(walk(SCENES, [step("start", "left"), step("hill", "back")]).at, "other");
});

test("what the story no longer knows is where the path waits", () => {
  for (const lost of [step("start", "up"), step("hill", "on"), step("gone", "left")]) {
    assert.deepEqual(walk(SCENES, [lost, step("hill", "on")]), { at: "start", walked: [] });
  }
  assert.deepEqual(walk(SCENES, [step("start", "left"), step("hill", "gone")]), { at: "hill", walked: [step("start", "left")] });
});

test("an ending asks for no decision", () => {
  assert.deepEqual(
    SCENES.map(({ id }) => isEnding(SCENES, id)),
    [false, false, true, true],
  );
});

test("a new path goes after the others, and the oldest gives way", () => {
  let paths = [];
  for (let n = 0; n < MAX_PATHS + 2; n += 1) {
    paths = begun(paths);
    paths[paths.length - 1].steps.push(step("start", String(n)));
  }
  assert.equal(paths.length, MAX_PATHS);
  assert.equal(paths[0].steps[0].option, "2");
});
