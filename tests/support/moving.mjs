// Run in a page: what moving pictures show, against what the trace says, over the whole grid of a model. Figures are
// counted in what is drawn, as an eye would count them. Each function gives what is wrong, in words.

const several = (root, selector) => [...root.querySelectorAll(selector)];
// What the key shows is no one who is there.
const pathOfClass = (root, selector) =>
  several(root, selector)
    .filter((one) => !one.closest(".sl-means"))
    .map((one) => one.getAttribute("d") || "")
    .join("");
const starts = (path) => (path.match(/M/g) || []).length;
const FROM_FRAME = 1; // px that a label keeps from the frame of its picture
const texts = (scene) => several(scene, "text:not(.sl-means-words)");
const figures = (text) => (text.match(/[\d,]+/g) || []).map((one) => Number(one.replace(/,/g, "")));
const says = (scene, what) =>
  texts(scene)
    .map((one) => one.textContent)
    .find((one) => one.includes(what)) || "";

/** What one picture shows, by the stock that the trace calls so. @type {Record<string, (scene: Element, trace: any) => Record<string, number>>} */
const SEEN = {
  "SL-SCENE": (scene) => ({
    fresh: starts(pathOfClass(scene, ".sl-sheet:nth-of-type(2) .sl-figure-head.sl-role-home")),
    tired: starts(pathOfClass(scene, ".sl-figure-pillow")),
    gone: starts(pathOfClass(scene, ".sl-figure-ring")),
    slips: starts(pathOfClass(scene, ".sl-figure-slip")),
    calls: figures(texts(scene)[0].textContent)[0],
    volunteers: figures(texts(scene)[1].textContent)[0],
  }),
  "SL-CROWD": (scene) => ({
    joined: several(scene, ".sl-in:not(.sl-means *)").length,
    waiting: several(scene, ".sl-person:not(.sl-in, .sl-means *)").length,
    other: starts(pathOfClass(scene, ".sl-beside.sl-role-home")),
  }),
  "SL-LANDSCAPE": (scene) => {
    const [ways, worth] = texts(scene)
      .find((one) => one.textContent.includes("worth"))
      .textContent.split(" · ");
    return { ways: several(scene, ".sl-seeker:not(.sl-means *)").length, worth: figures(worth)[0], said: figures(ways)[0] ?? 1 };
  },
  "SL-PILES": (scene) => ({
    helped: starts(pathOfClass(scene, ".sl-disc:not(.sl-coming)")),
    waiting: starts(pathOfClass(scene, ".sl-coming")),
    not_helped: starts(scene.querySelector(".sl-hoop").getAttribute("d") || ""),
    said: figures(texts(scene)[0].textContent)[0],
  }),
  "SL-CHAIN": (scene) => {
    const cards = several(scene, ".sl-figure-card").map((one) => starts(one.getAttribute("d") || ""));
    const houses = several(scene, ".sl-figure-house").map((one) => starts(one.getAttribute("d") || ""));
    const names = ["ward", "team", "council", "agency"];
    const ready = Object.fromEntries(names.map((name, at) => [`${name}_ready`, houses[at]]));
    const wait = Object.fromEntries(names.slice(1).map((name, at) => [`${name}_wait`, cards[at]]));
    return {
      ...ready,
      ...wait,
      ward_wait: starts(pathOfClass(scene, ".sl-figure-head.sl-role-waiting")),
      cost: figures(says(scene, "cost"))[0],
    };
  },
};

/** Points along the lines of a scenery, and of the ground that it stands on. */
function linesOf(symbol, size) {
  const grounds = several(symbol, "use").filter((one) => one.getAttribute("width") === size);
  const own = several(symbol, ":is(.mk, .mk2)").flatMap((line) =>
    Array.from({ length: Math.ceil(line.getTotalLength() / 3) }, (_, at) => line.getPointAtLength(at * 3)),
  );
  return [...own, ...grounds.flatMap((one) => linesOf(document.querySelector(one.getAttribute("href")), size))];
}

globalThis.moving = {
  /** @param {string} id of an exercise with a model */
  async wrong(id) {
    const exercise = document.getElementById(id);
    await exercise.load();
    const { scene, traces } = exercise.moving;
    const found = [];
    for (let run = 0; run < traces.runs.length; run += 1) {
      exercise.moving.show(run);
      const ticks = traces.ticks.map((_, at) => at).filter((at) => at % Math.ceil(traces.ticks.length / 6) === 0);
      for (const at of [...ticks, traces.ticks.length - 1]) {
        scene.at(traces.ticks[at]);
        const told = Object.fromEntries(traces.stocks.map((name, place) => [name, traces.runs[run].stocks[place][at]]));
        const seen = SEEN[scene.tagName](scene);
        if ("said" in seen) told.said = told[scene.tagName === "SL-PILES" ? "helped" : "ways"];
        for (const [name, count] of Object.entries(seen)) {
          const none = name === "volunteers" && told[name] === 0 && Number.isNaN(count ?? NaN);
          if (count !== told[name] && !none) found.push(`run ${run}, ${traces.ticks[at]}: ${count} ${name} are seen, ${told[name]} told`);
        }
      }
    }
    return found;
  },
  /** Labels that reach beyond the picture as a run ends, or cover one another. @param {string} id */
  async cut(id) {
    const exercise = document.getElementById(id);
    await exercise.load();
    const { scene, traces } = exercise.moving;
    const found = new Set();
    for (let run = 0; run < traces.runs.length; run += 1) {
      exercise.moving.show(run);
      scene.at(traces.ticks.at(-1));
      const frame = scene.querySelector("svg").getBoundingClientRect();
      const boxes = texts(scene)
        .filter((one) => one.textContent)
        .map((one) => [one.textContent, one.getBoundingClientRect()]);
      boxes.forEach(([said, a], at) => {
        if (a.left < frame.left + FROM_FRAME || a.right > frame.right - FROM_FRAME) found.add(said);
        for (const [other, b] of boxes.slice(at + 1)) {
          const [across, down] = [
            Math.min(a.right, b.right) - Math.max(a.left, b.left),
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
          ];
          if (across > 1 && down > 5) found.add(`${said} and ${other}`); // Boxes of text have room above.
        }
      });
    }
    return [...found];
  },
  /** Labels that a line of the scenery runs into as a run begins, and as it ends. @param {string} id */
  async crossed(id) {
    const exercise = document.getElementById(id);
    await exercise.load();
    const { scene, traces } = exercise.moving;
    const symbol = document.getElementById(`m-${scene.dataset.scenery}-${scene.dataset.view}`);
    const lines = linesOf(symbol, String(symbol.viewBox.baseVal.width));
    const found = new Set();
    for (let run = 0; run < traces.runs.length; run += 1) {
      exercise.moving.show(run);
      for (const at of [0, -1]) {
        scene.at(traces.ticks.at(at));
        for (const text of texts(scene).filter((one) => one.textContent)) {
          const { x, y, width, height } = text.getBBox(); // The box of a text has room above its letters.
          const inside = ({ x: left, y: top }) => left > x && left < x + width && top > y + 3 && top < y + height - 1;
          if (lines.some(inside)) found.add(text.textContent);
        }
      }
    }
    return [...found];
  },
  /** The numbers of the table below a picture: its last row. @param {string} id @param {number} run */
  async table(id, run) {
    const exercise = document.getElementById(id);
    await exercise.load();
    exercise.moving.show(run);
    exercise.moving.table();
    return several(exercise, "[data-part=moments] tbody tr:last-child td").map((one) => Number(one.textContent.replace(/,/g, "")));
  },
};
