import assert from "node:assert/strict";
import { test } from "node:test";
import "./dom.mjs";

const { bridgeOf, groupsOf, namedPeople, openQuestions } = await import("../../workbook/kinds/stakeholders/people.js");
const { placedNames, placedPoints } = await import("../../workbook/kinds/stakeholders/layout.js");

const POWER = [{ id: "none", text: "No say" }, { id: "part", text: "Some" }, { id: "all", text: "Decides" }];
const STAKE = [{ id: "low", text: "Little" }, { id: "mid", text: "Some" }, { id: "high", text: "Much" }];
const person = (n, power = "", interest = "") => ({ id: `p${n}`, who: `P${n}`, power, interest });
const asked = (people, talks = []) => openQuestions({ people, talks, missing: "" }, POWER, STAKE).map((one) => one.about);
const voice = person(1, "none", "high");
const decider = person(2, "all", "high");

test("lines without a name, and links to nobody, are left out of the views", () => {
  const people = [person(1), { ...person(2), who: "  " }, person(7)];
  const talks = [["p1", "p2"], ["p7", "p1"], ["p1", "p7"], ["p1", "p1"], ["p1", "p99"]];
  const { people: named, links } = namedPeople({ people, talks, missing: "" });
  assert.deepEqual(named.map((one) => one.id), ["p1", "p7"]);
  assert.deepEqual(links, [[0, 1]]);
});

test("groups are those joined by talk, directly or through others", () => {
  assert.deepEqual(groupsOf(6, [[0, 2], [2, 4], [1, 5]]), [[0, 2, 4], [1, 5], [3]]);
  assert.deepEqual(groupsOf(3, [[0, 1], [1, 2]], 1), [[0], [2]]);
});

test("fewer than three people raise no question", () => {
  assert.deepEqual(asked([voice, decider]), []);
});

test("a list without those affected, or without those who decide, asks for them", () => {
  assert.deepEqual(asked([decider, person(3, "part", "mid"), person(4, "part", "low")]), ["voice"]);
  assert.deepEqual(asked([voice, person(3, "part", "mid"), person(4, "part", "low")]), ["power"]);
});

test("those who could decide and have little at stake are named", () => {
  const cool = { ...person(5, "all", "low"), who: " The board " };
  const found = openQuestions({ people: [voice, cool, person(3, "part", "mid")], talks: [["p1", "p5"]], missing: "" }, POWER, STAKE);
  assert.deepEqual(found.find((one) => one.about === "deciders"), { about: "deciders", parts: { names: "The board" } });
});

test("those who talk with nobody, two groups, and the only bridge are found", () => {
  const rest = [person(3, "part", "mid"), person(4, "part", "mid"), person(5, "part", "low")];
  assert.ok(asked([voice, decider, ...rest], [["p1", "p2"]]).includes("alone"));
  assert.ok(!asked([voice, decider, ...rest]).includes("alone"), "nobody has marked a link yet");
  assert.ok(asked([voice, decider, ...rest], [["p1", "p2"], ["p3", "p4"]]).includes("groups"));
  assert.ok(asked([voice, decider, ...rest], [["p1", "p2"], ["p2", "p3"], ["p2", "p4"]]).includes("bridge"));
  assert.ok(!asked([voice, decider, ...rest], [["p1", "p2"], ["p2", "p3"], ["p3", "p4"], ["p4", "p1"]]).includes("bridge"), "a ring has two ways round");
});

test("the one is named without whom most of the others would lose touch", () => {
  // 0 parts only 1 from the rest; 2 parts three from three.
  const two = [[1, 0], [0, 2], [2, 3], [3, 4], [2, 5]];
  assert.equal(bridgeOf(6, two), 2);
  assert.equal(bridgeOf(4, [[0, 1], [1, 2], [2, 3]]), 1, "the first of two alike");
  assert.equal(bridgeOf(3, [[0, 1], [1, 2]]), -1, "three are too few to ask");
  const people = Array.from({ length: 10 }, (_, n) => person(n, "part", "mid"));
  const talks = [[0, 1], [1, 2], [2, 3], [4, 5], [5, 6], [5, 7], [5, 8], [5, 9]].map((pair) => pair.map((n) => `p${n}`));
  const found = openQuestions({ people, talks, missing: "" }, POWER, STAKE).filter((one) => one.about === "bridge");
  assert.deepEqual(found, [{ about: "bridge", parts: { name: "P5" } }], "one question, of two groups");
});

test("those affected who never meet those who decide are asked about", () => {
  const three = [voice, decider, person(3, "part", "mid")];
  assert.ok(asked(three, [["p1", "p3"], ["p3", "p2"]]).includes("unheard"));
  assert.ok(!asked(three, [["p2", "p1"]]).includes("unheard"));
});

test("everyone in one box is asked about, unless someone is not placed yet", () => {
  const box = [1, 2, 3].map((n) => person(n, "part", "mid"));
  assert.ok(asked(box).includes("same"));
  assert.ok(!asked([...box, person(4)]).includes("same"));
});

const ring = (count) => Array.from({ length: count }, (_, n) => /** @type {[number, number]} */ ([n, (n + 1) % count]));

test("the network is the same for the same list, inside its margins, and no point covers another", () => {
  for (const [count, links] of [[1, []], [2, [[0, 1]]], [5, []], [8, ring(8)], [30, ring(30)], [30, []], [30, Array.from({ length: 29 }, (_, n) => [0, n + 1])]]) {
    for (const [width, height, side, edge] of [[640, 400, 66, 40], [260, 286, 18, 18]]) {
      const points = placedPoints(count, links, width, height, side, edge);
      assert.deepEqual(points, placedPoints(count, links, width, height, side, edge));
      assert.equal(points.length, count);
      for (const [x, y] of points) assert.ok(x >= side - 1e-6 && x <= width - side + 1e-6 && y >= edge - 1e-6 && y <= height - edge + 1e-6, `${x} ${y}`);
      for (const [index, one] of points.entries()) for (const other of points.slice(0, index)) assert.ok(Math.hypot(one[0] - other[0], one[1] - other[1]) > 25, `${count} points in ${width}`);
    }
  }
  assert.deepEqual(placedPoints(0, [], 300, 300, 18, 18), []);
});

test("no name stands over another, and it is whole where there is room", () => {
  const placed = (points, links = []) => placedNames(points, links, points.map(() => ["a name of 18 chars", "a name of…"]), (text) => 8 * text.length, 640).map((one) => one && [one.text.length, one.y]);
  assert.deepEqual(placed([[100, 100], [180, 100]]), [[18, 131], [18, 78]], "below, and above where that is taken");
  assert.deepEqual(placed([[100, 100], [150, 100], [200, 100]]), [[18, 131], [18, 78], null], "the number alone");
  assert.deepEqual(placed([[100, 100], [200, 100], [311, 100]]), [[18, 131], [18, 78], [18, 131]]);
  assert.deepEqual(placed([[100, 100], [225, 110], [190, 80]]), [[18, 131], [10, 141], [18, 58]], "cut short, beside the other");
  assert.deepEqual(placed([[100, 100], [100, 200]], [[0, 1]]), [[18, 78], [18, 231]], "away from the link");
});

test("those who talk stand nearer to each other than those who do not", () => {
  const [a, b, c, d] = placedPoints(4, [[0, 1], [2, 3]], 640, 400, 40, 40);
  assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) < Math.hypot(a[0] - c[0], a[1] - c[1]));
  assert.ok(Math.hypot(c[0] - d[0], c[1] - d[1]) < Math.hypot(b[0] - d[0], b[1] - d[1]));
});
