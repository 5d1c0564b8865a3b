// A scale's answers on paper: black on white, whatever the page looks like.
import { definePaper } from "../../../page/rules.js";
import { strings } from "../../../page/strings.js";
import { shape } from "../../../page/svg.js";
import { folded } from "../../../page/text.js";
import { acrossOf, GROUP_LETTERS } from "../picture.js";

/**
 * @typedef {import("../rounds.js").Scaled} Scaled
 * @typedef {import("../rounds.js").Points} Points
 * @typedef {{ points: string[], groups: { name: string, ids: string[] }[] }} ScaleTold
 */

const INK = "#1b1f24";
const MOST_WIDE = 646; // px, like all that follow
const ROW = 12;
const SIGN = 7;
const NAME_LINE = 16;

/** @param {Scaled} value @param {ScaleTold | undefined} told @param {number} room px */
function scaleOnPaper(value, told, room) {
  if (!told) return null;
  const rounds = [...value.rounds.map((one) => one.answers), value.answers].filter((one) => Object.keys(one).length);
  const [now, before] = [rounds[rounds.length - 1], rounds[rounds.length - 2]];
  if (!now) return null;
  const width = Math.min(room, MOST_WIDE);
  /** @type {Element[]} */
  const drawn = [];
  const words = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, side = "start") =>
    drawn.push(shape("text", { x, y, "text-anchor": side }, text));
  words(told.points[0], 0, 12);
  words(told.points[4], width, 12, "end");
  let y = 16;
  told.groups.forEach(({ name, ids }, index) => {
    for (const line of folded(`${GROUP_LETTERS[index]}. ${name}`, Math.floor(width / SIGN))) words(line, 0, (y += NAME_LINE));
    y += 4;
    ids.forEach((id, lane) => drawn.push(...laneOf(now[id], before?.[id], y + ROW * (lane + 0.5), width)));
    y += ROW * ids.length + 4;
  });
  const said = told.groups.map(({ name, ids }) => `${name}: ${ids.map((id) => pointSaid(told.points, now, id)).join(", ")}.`);
  const size = { viewBox: `0 0 ${width} ${y + 2}`, width, height: y + 2 };
  return shape(
    "svg",
    { ...size, role: "img", "font-family": "Arial, sans-serif", "font-size": 13, fill: INK },
    shape("title", {}, [strings.scale_paper, ...said].join(". ").replace("..", ".")),
    ...drawn,
  );
}

/** @param {string[]} points @param {Points} answers @param {string} id */
function pointSaid(points, answers, id) {
  return answers[id] ? `‘${points[Number(answers[id]) - 1]}’` : strings.scale_none;
}

/**
 * One statement: where it lies and, as a ring, where it lay before.
 * @param {string | undefined} now
 * @param {string | undefined} before
 * @param {number} y
 * @param {number} width
 */
function laneOf(now, before, y, width) {
  const ends = { y1: y, y2: y, stroke: INK };
  const lane = shape("line", { ...ends, x1: acrossOf(1, width), x2: acrossOf(5, width), "stroke-width": 0.5 });
  const ticks = [1, 2, 3, 4, 5].map((point) => {
    const x = acrossOf(point, width);
    return shape("line", { x1: x, x2: x, y1: y - 3, y2: y + 3, stroke: INK, "stroke-width": 0.5 });
  });
  const moved = now && before && now !== before;
  const [from, to] = [Number(before), Number(now)].map((point) => acrossOf(point, width));
  return [
    lane,
    ...ticks,
    ...(moved ? [shape("line", { ...ends, x1: from, x2: to, "stroke-width": 2.5 })] : []),
    ...(before && before !== now ? [shape("circle", { cx: from, cy: y, r: 4.5, fill: "#fff", stroke: INK, "stroke-width": 1.5 })] : []),
    ...(now ? [shape("circle", { cx: to, cy: y, r: 5 })] : []),
  ];
}

definePaper("scale", { picture: scaleOnPaper });
