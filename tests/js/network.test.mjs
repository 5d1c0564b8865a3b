import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { placedNames, placedPoints } = load("base", "element", "stakeholders");

const ring = (count) => Array.from({ length: count }, (_, n) => /** @type {[number, number]} */ ([n, (n + 1) % count]));

test("the network is the same for the same list, inside its margins, and no point covers another", () => {
  for (const [count, links] of [
    [1, []],
    [2, [[0, 1]]],
    [5, []],
    [8, ring(8)],
    [30, ring(30)],
    [30, []],
    [30, Array.from({ length: 29 }, (_, n) => [0, n + 1])],
  ]) {
    for (const [width, height, side, edge] of [
      [640, 400, 66, 40],
      [260, 286, 18, 18],
    ]) {
      const points = placedPoints(count, links, width, height, side, edge);
      assert.deepEqual(points, placedPoints(count, links, width, height, side, edge));
      assert.equal(points.length, count);
      for (const [x, y] of points)
        assert.ok(x >= side - 1e-6 && x <= width - side + 1e-6 && y >= edge - 1e-6 && y <= height - edge + 1e-6, `${x} ${y}`);
      for (const [index, one] of points.entries())
        for (const other of points.slice(0, index))
          assert.ok(Math.hypot(one[0] - other[0], one[1] - other[1]) > 25, `${count} points in ${width}`);
    }
  }
  assert.deepEqual(placedPoints(0, [], 300, 300, 18, 18), []);
});

test("no name stands over another, and it is whole where there is room", () => {
  const placed = (points, links = []) =>
    placedNames(
      points,
      links,
      points.map(() => ["a name of 18 chars", "a name of…"]),
      (text) => 8 * text.length,
      640,
    ).map((one) => one && [one.text.length, one.y]);
  assert.deepEqual(
    placed([
      [100, 100],
      [180, 100],
    ]),
    [
      [18, 131],
      [18, 78],
    ],
    "below, and above where that is taken",
  );
  assert.deepEqual(
    placed([
      [100, 100],
      [150, 100],
      [200, 100],
    ]),
    [[18, 131], [18, 78], null],
    "the number alone",
  );
  assert.deepEqual(
    placed([
      [100, 100],
      [200, 100],
      [311, 100],
    ]),
    [
      [18, 131],
      [18, 78],
      [18, 131],
    ],
  );
  assert.deepEqual(
    placed([
      [100, 100],
      [225, 110],
      [190, 80],
    ]),
    [
      [18, 131],
      [10, 141],
      [18, 58],
    ],
    "cut short, beside the other",
  );
  assert.deepEqual(
    placed(
      [
        [100, 100],
        [100, 200],
      ],
      [[0, 1]],
    ),
    [
      [18, 78],
      [18, 231],
    ],
    "away from the link",
  );
});

test("those who talk stand nearer to each other than those who do not", () => {
  const [a, b, c, d] = placedPoints(
    4,
    [
      [0, 1],
      [2, 3],
    ],
    640,
    400,
    40,
    40,
  );
  assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) < Math.hypot(a[0] - c[0], a[1] - c[1]));
  assert.ok(Math.hypot(c[0] - d[0], c[1] - d[1]) < Math.hypot(b[0] - d[0], b[1] - d[1]));
});
