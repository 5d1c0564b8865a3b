// Run in a page: answers exercises so that their pictures differ, and measures whether the pictures are right.
// Each function gives what is wrong, in words. Lines are measured as the browser draws them, not as they are written.

const TOLERANCE = 1; // px

const apart = ([x, y], [u, v]) => Math.hypot(x - u, y - v);
const numbers = (element, ...names) => names.map((name) => Number(element.getAttribute(name)));
const all = (root, selector) => [...root.querySelectorAll(selector)];

/** Does a path lead through these corners, in their order, and through no other? */
function throughCorners(path, corners, closed, what) {
  if (!path) return [`${what}: no line`];
  const ways = corners.map((one, index) => (index ? apart(corners[index - 1], one) : 0));
  const round = closed ? apart(corners.at(-1), corners[0]) : 0;
  const length = ways.reduce((sum, one) => sum + one, round);
  const drawn = path.getTotalLength();
  if (Math.abs(drawn - length) > TOLERANCE * corners.length) return [`${what}: ${drawn.toFixed(0)} px long, not ${length.toFixed(0)}`];
  let way = 0;
  return corners.flatMap((corner, index) => {
    way += ways[index];
    const { x, y } = path.getPointAtLength(way);
    const off = apart([x, y], corner);
    return off <= TOLERANCE ? [] : [`${what}: corner ${index + 1} is ${off.toFixed(1)} px from its place`];
  });
}

/** Does a curve pass these points, whatever way it takes between them? */
function passes(path, points, what) {
  if (!path) return [`${what}: no line`];
  const length = path.getTotalLength();
  const drawn = Array.from({ length: Math.ceil(length) + 1 }, (_, at) => path.getPointAtLength(Math.min(at, length)));
  return points.flatMap((point, index) => {
    const off = Math.min(...drawn.map(({ x, y }) => apart([x, y], point)));
    return off <= TOLERANCE ? [] : [`${what}: ${off.toFixed(1)} px from point ${index + 1}`];
  });
}

/** The scale of an axis, from two of its labels. */
function axis(labels) {
  const [[a, from], [b, to]] = [labels[0], labels.at(-1)];
  return (value) => from + ((value - a) / (b - a)) * (to - from);
}

const label = (text) => Number((text.textContent || "").replace(/,/g, "").replace("−", "-"));

/** Give every statement a point, and show the picture. */
function fillScale(element, shift) {
  for (const [row, dimension] of all(element, "[data-dimension]").entries()) {
    for (const [column, statement] of all(dimension, "fieldset").entries()) {
      all(statement, "input")[(shift + row * 2 + column) % 5].click();
    }
  }
  element.querySelector("form button").click();
}

/** The point of each statement in a round. */
function scalePoints(element) {
  return all(element, "[data-statement]").map((one) => Number(one.querySelector("input:checked").value));
}

/** Each dot lies on the line of its own statement, at the rule of its point. */
function scale(element) {
  fillScale(element, 0);
  const before = scalePoints(element);
  element.querySelector("[data-part=again]").click();
  fillScale(element, 3);
  const now = scalePoints(element);
  const moved = now.filter((point, index) => point !== before[index]).length;
  const svg = element.querySelector(".sl-dot-lines svg");
  const lanes = all(svg, ".sl-lane").map((one) => one.getBoundingClientRect());
  const dots = all(svg, ".sl-dot").map((one) => one.getBoundingClientRect());
  const across = (box) => box.left + box.width / 2;
  const off = dots.filter((dot, index) => {
    const lane = lanes[index];
    const wanted = lane.left + (lane.width * (now[index] - 1)) / 4;
    return Math.abs(across(dot) - wanted) > 1 || Math.abs(dot.top + dot.height / 2 - lane.top - lane.height / 2) > 1;
  });
  return [
    ...(svg.viewBox.baseVal && svg.viewBox.baseVal.height > 0 ? [] : ["dot lines: nothing says how large it is"]),
    ...(dots.length === now.length && lanes.length === now.length ? [] : ["dot lines: not a dot and a line for each statement"]),
    ...(off.length ? [`dot lines: ${off.length} dots lie elsewhere`] : []),
    ...(moved > 0 && all(svg, ".sl-then").length === moved && all(svg, ".sl-moved").length === moved
      ? []
      : ["dot lines: not what changed"]),
  ];
}

/** The lines of a chart against its own axes. */
function chart(element) {
  const { lines, marks, x } = element.shown;
  const [grid, ticks] = [all(element, ".sl-grid"), all(element, "text.sl-tick")];
  const upright = ticks.filter((one) => one.getAttribute("text-anchor") === "end");
  const across = ticks.filter((one) => one.getAttribute("text-anchor") === "middle");
  const y = axis(upright.map((one, index) => [label(one), numbers(grid[index], "y1")[0]]));
  const at = axis(across.map((one) => [label(one), numbers(one, "x")[0]]));
  const drawn = all(element, "path.sl-line").slice(0, lines.length);
  const curve = (points) => points.map(([across, level]) => [at(across), y(level)]);
  return [
    ...lines.flatMap(({ name, values }, index) =>
      throughCorners(drawn[index], curve(values.map((one, n) => [x.points[n], one])), false, name),
    ),
    ...(marks.length > 1 ? passes(element.querySelector("path.sl-guess"), curve(marks), "prediction") : []),
    ...(all(element, ".sl-diamond").length === marks.length ? [] : [`chart: not ${marks.length} diamonds`]),
  ];
}

/** Wait until something is so, which a page's own script makes so. */
async function until(so) {
  while (!so()) await new Promise((done) => requestAnimationFrame(done));
}

async function simulator(element) {
  for (const slider of all(element, "[data-part=predict] input[type=range]")) {
    slider.value = slider.max;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const guess = element.querySelector("[data-part=predict] input");
  if (guess.type === "radio") guess.click();
  element.querySelector("[data-part=predict] button.sl-main").click();
  const picture = element.querySelector("sl-chart[data-part=chart]");
  await until(() => picture.shown); // Its runs are a script of their own.
  const handle = all(element, "[data-control]").at(-1);
  if (handle.type === "range") {
    handle.value = handle.value === handle.max ? handle.min : handle.max;
    handle.dispatchEvent(new Event("input", { bubbles: true }));
  } else element.querySelector(`[data-control=${handle.dataset.control}]:not(:checked)`).click();
  element.querySelector("[data-part=keep]").click();
  if (picture.shown.lines.length !== 2) return ["chart: not two runs"];
  const found = chart(picture);
  const network = element.querySelector("sl-network");
  if (network) found.push(...pairs(network));
  all(element, "[data-part=view] input").at(-1)?.click();
  if (picture.shown.bars !== undefined) {
    const bars = all(picture, ".sl-bar").length;
    if (bars !== picture.shown.lines.length) found.push(`chart: ${bars} bars`);
  }
  return found;
}

/** A line for each pair, from one dot to another. */
function pairs(root, wanted = undefined) {
  const named = all(root, "[data-chip]").map((one) => [parseFloat(one.style.left), parseFloat(one.style.top)]);
  const dots = [...all(root, "circle").map((one) => numbers(one, "cx", "cy")), ...named];
  const ends = all(root, "line").map((one) => [numbers(one, "x1", "y1"), numbers(one, "x2", "y2")]);
  const joined = ends.map((two) => two.map((end) => dots.findIndex((dot) => apart(dot, end) <= TOLERANCE)).sort((a, b) => a - b));
  const right = wanted ?? joined;
  const drawn = joined.map(String);
  if (joined.flat().includes(-1)) return ["network: a line that ends at no dot"];
  if (new Set(drawn).size !== ends.length || !ends.length) return ["network: two lines for one pair, or none at all"];
  return drawn.sort().join() === right.map(String).sort().join() ? [] : ["network: not a line for each pair"];
}

function stakeholders(element) {
  const talks = [
    [0, 1],
    [1, 3],
    [2, 4],
  ];
  const people = Array.from({ length: 5 }, (_, n) => ({ id: `p${n + 1}`, who: `Role ${n + 1}`, power: "", interest: "" }));
  element.show({ people, talks: talks.map((pair) => pair.map((one) => people[one].id)), missing: "" });
  return pairs(element.querySelector(".sl-people-net"), talks);
}

/** How far a point is from the edge of a box. */
function fromEdge({ x, y }, rect) {
  const [left, top, width, height] = numbers(rect, "x", "y", "width", "height");
  const [across, down] = [Math.abs(x - left - width / 2) - width / 2, Math.abs(y - top - height / 2) - height / 2];
  return across > 0 && down > 0 ? Math.hypot(across, down) : Math.abs(Math.max(across, down));
}

/** An arrow for each link, from the box of its cause to that of its effect; every name in its box. */
function arrows(svg, links) {
  const box = (id) => svg.querySelector(`[data-factor="${id}"] rect`);
  const groups = all(svg, "[data-link]");
  if (groups.length !== links.length) return [`map: ${groups.length} arrows for ${links.length} links`];
  return groups.flatMap((group) => {
    const { cause, effect } = links[Number(group.dataset.link)];
    const begins = fromEdge(group.querySelector(".sl-map-line").getPointAtLength(0), box(cause));
    const ends = fromEdge(group.querySelector(".sl-map-head").getPointAtLength(0), box(effect));
    return begins > 6 || ends > 6 ? [`map: ${cause} to ${effect} begins ${begins.toFixed(0)} and ends ${ends.toFixed(0)} px off`] : [];
  });
}

function causalMap(element) {
  const given = JSON.parse(element.querySelector("script[type='application/json']").textContent);
  if (element.querySelector("[data-part=nudge]")) return all(element, "svg").flatMap((svg) => arrows(svg, given.links));
  const [one, two, three] = given.factors.map(({ id }) => id);
  const link = (cause, effect, way, delay = false) => ({ cause, effect, way, delay });
  const links = [link(one, two, "same"), link(two, three, "opposite", true), link(three, one, "same"), link(two, one, "opposite")];
  element.show({ ...element.read(), factors: given.factors, links });
  return arrows(element.querySelector("svg"), links);
}

/** A dot or a mark for each milestone, in its year's place. */
function timeline(element) {
  const rows = all(element, "li[data-milestone]");
  rows[0].querySelector("input").click();
  const first = element.querySelector(".sl-stream");
  const at = axis(all(first, ".sl-year").map((line, index) => [label(all(element, ".sl-axis text")[index]), numbers(line, "x1")[0]]));
  const forms = all(element, ".sl-stream circle, .sl-stream .sl-mark-spot");
  const dots = all(element, ".sl-dot");
  if (forms.length !== rows.length || dots.length !== rows.length) return [`timeline: ${forms.length} dots for ${rows.length} milestones`];
  return dots.flatMap((dot, index) => {
    const box = forms[index].getBBox();
    const year = rows.find((row) => row.dataset.milestone === dot.dataset.dot).dataset.year;
    const off = [box.x + box.width / 2, parseFloat(dot.style.left)].map((x) => Math.abs(x - at(Number(year))));
    return Math.max(...off) <= TOLERANCE ? [] : [`timeline: ${year} is ${Math.max(...off).toFixed(0)} px off`];
  });
}

const KINDS = { scale, simulator, stakeholders, timeline, "causal-map": causalMap };

/** Words that run into one another in what scripts have made: what the page's HTML says itself is not looked at. */
const RUN_TOGETHER = /[:;,]\p{L}|\p{L}\(|\)\p{L}|\p{Ll}[.!?]\p{Lu}|\d,\d{1,2}(?!\d)|\d,\d{3}\d/u;

async function words() {
  const html = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const textOf = (one) => (one.textContent || "").replace(/\s+/g, " ").trim();
  const LEAVES =
    "p, li, td, th, dt, dd, h3, h4, output, summary, label, legend, title, desc, tspan, button, option, a, text:not(:has(tspan))";
  const known = new Set(all(html, LEAVES).map(textOf));
  const made = all(document, `:is(.sl-exercise, sl-progress, sl-portfolio) :is(${LEAVES})`).filter(
    (one) => !one.querySelector("p, li, dd, td, button, label"),
  );
  const texts = [...new Set(made.map(textOf))].filter((one) => one && !known.has(one));
  return { looked: texts.length, faults: texts.filter((one) => RUN_TOGETHER.test(one)).map((one) => `run together: ${one.slice(0, 80)}`) };
}

/** Labels that stand over one another, or reach out of their picture. */
function labels() {
  const found = [];
  for (const svg of all(document, ".sl-exercise svg").filter((one) => one.checkVisibility())) {
    const frame = svg.getBoundingClientRect();
    const texts = all(svg, "text").filter((one) => one.textContent.trim() && one.checkVisibility());
    const boxes = texts.map((one) => one.getBoundingClientRect());
    boxes.forEach((a, index) => {
      const said = `${svg.closest(".sl-exercise").id}: ${texts[index].textContent}`;
      if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
        found.push(`${said} is cut`);
      for (const [later, b] of boxes.slice(index + 1).entries()) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 3) found.push(`${said} and ${texts[index + 1 + later].textContent}`); // Boxes of text have room above.
      }
    });
  }
  return found;
}

globalThis.pictures = {
  labels,
  /** What is wrong with the pictures of the exercises of a page, by id. */
  async measure(ids) {
    const found = {};
    for (const id of ids) {
      const element = document.getElementById(id);
      found[id] = await KINDS[element.dataset.kind](element);
    }
    await new Promise((done) => setTimeout(done, 0)); // What observers of sizes draw anew is drawn.
    return found;
  },
  kinds: Object.keys(KINDS),
  words,
};
