import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { apartBoxes, placedPoints } = load("base", "element", "stakeholders");

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

test("no name covers another or leaves the picture, however many and however long", () => {
  let seed = 7;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (const width of [220, 290, 360, 640]) {
    for (const count of [1, 2, 5, 9, 14, 30]) {
      const sizes = Array.from({ length: count }, () => [50 + chance() * (0.44 * width - 50), 44 + Math.round(chance() * 3) * 16]);
      const start = placedPoints(count, count > 2 ? ring(count) : [], width, 300, 40, 20);
      const { points, height } = apartBoxes(start, sizes, width, 300);
      points.forEach(([x, y], index) => {
        const [w, h] = sizes[index];
        assert.ok(x - w / 2 >= -0.1 && x + w / 2 <= width + 0.1 && y - h / 2 >= -0.1 && y + h / 2 <= height + 0.1, `${count} in ${width}`);
        points.slice(0, index).forEach(([ox, oy], other) => {
          const across = Math.abs(x - ox) - (w + sizes[other][0]) / 2;
          const down = Math.abs(y - oy) - (h + sizes[other][1]) / 2;
          assert.ok(Math.max(across, down) > 5, `${count} in ${width}: ${index} and ${other} touch`);
        });
      });
    }
  }
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
