import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { MAX_PATHS, begun, isEnding, rowsOf, statesOf, walk, waysOf } = load("base", "element", "case");

const scene = (id, turns = {}, given = {}) => ({
  id,
  idea: "",
  formerly: [],
  says: {},
  turns: new Map(Object.entries(turns).map(([option, leads]) => [option, { leads, changes: {} }])),
  ...given,
});
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

test("a decision of an earlier edition is found where it is taken now", () => {
  const parted = [
    scene("start", { left: "hill", right: "new" }),
    scene("hill", { on: "end" }),
    scene("new", { on: "end" }, { formerly: ["hill"] }),
    scene("end"),
  ];
  const found = walk(parted, [step("start", "right"), step("hill", "on")]);
  assert.deepEqual(found, { at: "end", walked: [step("start", "right"), step("new", "on")] });
  assert.equal(walk(parted, [step("start", "left"), step("new", "on")]).at, "hill");
});

test("what is at stake follows the decisions, and a scene's own words come first", () => {
  const told = [scene("start", { left: "hill" }), scene("hill", { on: "end" }, { says: { waiting: 12 } }), scene("end")];
  told[0].turns.get("left").changes = { waiting: 3, trust: -1 };
  told[1].turns.get("on").changes = { waiting: 21 };
  const states = statesOf(told, [step("start", "left"), step("hill", "on")], { waiting: 31, trust: 2 });
  assert.deepEqual(states, [
    { before: { waiting: 31, trust: 2 }, after: { waiting: 34, trust: 1 } },
    { before: { waiting: 12, trust: 1 }, after: { waiting: 33, trust: 1 } },
  ]);
});

test("scenes stand in rows below all that lead to them, and endings in the last", () => {
  assert.deepEqual(rowsOf(SCENES), [["start"], ["hill"], ["other", "end"]]);
});

test("ways between two scenes run side by side, and none crosses another at its end", () => {
  const pair = [scene("start", { left: "end", right: "end" }), scene("end")];
  const boxes = new Map([
    ["start", { x: 50, top: 0, bottom: 20 }],
    ["end", { x: 50, top: 60, bottom: 80 }],
  ]);
  assert.deepEqual(
    waysOf(pair, boxes).map(({ start, end }) => [start, end]),
    [
      [
        [44, 20],
        [44, 60],
      ],
      [
        [56, 20],
        [56, 60],
      ],
    ],
  );
});
