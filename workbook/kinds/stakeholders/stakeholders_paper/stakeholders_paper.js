// Who talks with whom, on paper: black on white, whatever the page looks like.
import { definePaper } from "../../../page/rules.js";
import { strings } from "../../../page/strings.js";
import { shape } from "../../../page/svg.js";
import { folded } from "../../../page/text.js";
import { apartBoxes, placedPoints } from "../layout.js";
import { namedPeople } from "../people.js";
import { talksInWords } from "../net.js";

/** @typedef {import("../people.js").Listed} Listed */

const INK = "#1b1f24";
const WIDEST = 646; // px, like all that follow
const LETTERS = 20; // in a line
const LETTER = 7.4;
const LINE = 17;

/** @param {Listed} list @param {any} _told @param {number} room px */
function networkOnPaper(list, _told, room) {
  const width = Math.min(room, WIDEST);
  const { people, links } = namedPeople(list);
  if (people.length < 2) return null;
  const names = people.map((one) => folded(one.who, LETTERS));
  const sizes = names.map((lines) => {
    const longest = Math.max(...lines.map((line) => line.length));
    return /** @type {[number, number]} */ ([longest * LETTER + 16, lines.length * LINE + 12]);
  });
  const area = sizes.reduce((sum, [w, h]) => sum + (w + 24) * (h + 24), 0);
  const height = Math.max(200, Math.round((2 * area) / width));
  const side = Math.max(...sizes.map(([w]) => w)) / 2;
  const edge = Math.max(...sizes.map(([, h]) => h)) / 2;
  const start = placedPoints(people.length, links, width, height, Math.min(side, width / 2 - 1), edge + 2);
  const found = apartBoxes(start, sizes, width, height);
  const look = { "font-family": "Arial, sans-serif", "font-size": 13, fill: INK, "text-anchor": "middle" };
  return shape(
    "svg",
    { viewBox: `0 0 ${width} ${found.height}`, width, height: found.height, role: "img", ...look },
    shape("title", {}, `${strings.stakeholders_paper}. ${talksInWords(people, links).join(" ")}`),
    ...links.map(([a, b]) => {
      const [[x1, y1], [x2, y2]] = [found.points[a], found.points[b]];
      return shape("line", { x1, y1, x2, y2, stroke: INK, "stroke-width": 1.6 });
    }),
    ...names.flatMap((lines, at) => {
      const [[x, y], [w, h]] = [found.points[at], sizes[at]];
      const first = y - ((lines.length - 1) * LINE) / 2 + 5;
      return [
        shape("rect", { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: 6, fill: "#fff", stroke: INK }),
        shape("text", {}, ...lines.map((line, index) => shape("tspan", { x, y: first + index * LINE }, line))),
      ];
    }),
  );
}

definePaper("stakeholders", { picture: networkOnPaper });
