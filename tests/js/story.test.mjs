import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_PATHS, begun, isCaseValue, isEnding, walk } from "../../workbook/kinds/case/story.js";

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
  assert.deepEqual(SCENES.map(({ id }) => isEnding(SCENES, id)), [false, false, true, true]);
});

test("a new path goes after the others, and the oldest gives way", () => {
  let paths = [];
  for (let n = 0; n < MOST_PATHS + 2; n += 1) {
    paths = begun(paths);
    paths[paths.length - 1].steps.push(step("start", String(n)));
  }
  assert.equal(paths.length, MOST_PATHS);
  assert.equal(paths[0].steps[0].option, "2");
});

test("an answer is paths and words, and nothing else", () => {
  const good = { paths: [{ steps: [step("a", "b")], ended: false }], debrief: ["x"] };
  assert.ok(isCaseValue(good));
  const path = good.paths[0];
  for (const wrong of [
    { ...good, paths: Array(13).fill(path) },
    { ...good, paths: [{ ...path, steps: Array(13).fill(step("a", "b")) }] },
    { ...good, paths: [{ ...path, ended: "yes" }] },
    { ...good, paths: [{ ...path, more: 1 }] },
    { ...good, paths: [{ ...path, steps: [{ scene: "a", option: 3 }] }] },
    { ...good, paths: [{ ...path, steps: [{ scene: "a" }] }] },
    { ...good, paths: {} },
    { ...good, debrief: Array(6).fill("x") },
    { ...good, debrief: [1] },
    { ...good, more: 1 },
    null,
  ]) {
    assert.ok(!isCaseValue(wrong), JSON.stringify(wrong));
  }
});
