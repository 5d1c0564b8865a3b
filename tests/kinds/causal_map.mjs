// Answers one line of JSON for each map it is given: what the page's own code makes of it.
import { createInterface } from "node:readline";
import { load } from "../js/load.mjs";

const {
  brickCells,
  findLoops,
  freePicture,
  improved,
  inColumn,
  isAnswer,
  kumuJson,
  linkSentence,
  loopSentence,
  narrowPicture,
  readMap,
  ringOrder,
  ringPoints,
  typeSentence,
  widePicture,
} = load("base", "element", "causal_map", "map_files");

const answers = {
  loops({ factors, links, most }) {
    const began = performance.now();
    const { loops, more } = findLoops(factors, links, most ?? Infinity);
    return { loops, more, ms: performance.now() - began };
  },
  drawn({ names, ends, links }) {
    const cells = brickCells(names.length);
    const began = performance.now();
    const places = improved(
      cells.map((_, index) => index),
      names.length,
      ends,
      cells,
    );
    const rows = inColumn(names.length, ends);
    const drawn = links.map((link, index) => ({ ...link, ends: ends[index] }));
    const wide = widePicture(
      names,
      places.slice(0, names.length).map((place) => cells[place]),
      drawn,
    );
    const ring = ringOrder(
      names.map((_, factor) => factor),
      ends,
    );
    const stand = (form) => {
      const points = ringPoints(names.length, form);
      return names.map((_, factor) => points[ring.indexOf(factor)].map(Math.round));
    };
    const free = Object.fromEntries(["wide", "narrow"].map((form) => [form, freePicture(names, stand(form), drawn, form, 0)]));
    return {
      places,
      rows,
      wide,
      narrow: narrowPicture(names, rows, drawn),
      ring,
      stand: { wide: stand("wide"), narrow: stand("narrow") },
      free,
      ms: performance.now() - began,
    };
  },
  read({ names, links, loops }) {
    const name = (id) => names[id];
    const sentences = links.flatMap((link) => [linkSentence(link, name, 1), linkSentence(link, name, -1)]);
    return [...sentences, ...loops.flatMap((loop) => [loopSentence(loop, links, name), typeSentence(loop)])];
  },
  stood: ({ names, points }) => freePicture(names, points, [], "narrow", 0).boxes,
  brought: ({ text }) => readMap(text),
  kumu: ({ map }) => kumuJson(map),
  valid: ({ value }) => isAnswer("causal-map", value),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...what } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(answers[ask](what))}\n`);
}
