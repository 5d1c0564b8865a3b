// A map's drawing as SVG elements, the same that drawing.html stores; names go in as text only.

/**
 * @typedef {import("./picture.js").Drawing} Drawing
 */

const SVG_SPACE = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
export function svgPart(tag, attributes, ...children) {
  const element = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * @param {Drawing} drawing
 * @param {string[]} factors ids
 * @param {{ id: string, form: "wide" | "narrow", title: string, desc: string }} told
 * @returns {SVGElement}
 */
export function mapShape(drawing, factors, { id, form, title, desc }) {
  const { width, height } = drawing;
  const [titled, described] = [`${id}-${form}-title`, `${id}-${form}-desc`];
  return svgPart(
    "svg",
    {
      class: `sl-map-${form}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-labelledby": titled,
      "aria-describedby": described,
    },
    svgPart("title", { id: titled }, title),
    svgPart("desc", { id: described }, desc),
    ...drawing.arrows.map((arrow, index) => {
      const [x, y] = arrow.sign;
      return svgPart(
        "g",
        { class: `sl-map-link sl-map-${arrow.way}`, "data-link": index },
        svgPart("path", { class: "sl-map-line", d: arrow.line }),
        ...(arrow.bars ? [svgPart("path", { class: "sl-map-bars", d: arrow.bars })] : []),
        svgPart("path", { class: "sl-map-head", d: arrow.head }),
        svgPart("circle", { cx: x, cy: y, r: 8 }),
        svgPart("text", { x, y: y + 5 }, arrow.way === "same" ? "+" : "−"),
      );
    }),
    ...drawing.boxes.map(({ x, y, w, h, lines }, index) =>
      svgPart(
        "g",
        { class: "sl-map-factor", "data-factor": factors[index] },
        svgPart("rect", { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: 6 }),
        svgPart(
          "text",
          { x, y: y - (lines.length - 1) * 8.5 + 5 },
          ...lines.map((line, at) => svgPart("tspan", at ? { x, dy: 17 } : { x }, line)),
        ),
      ),
    ),
  );
}

// An exported drawing stands alone, so it carries its own look: black on white.
const ALONE =
  "svg{background:#fff;font-family:sans-serif;font-size:13px}text{text-anchor:middle;fill:#111}rect{fill:#fff;stroke:#333}" +
  ".sl-map-line,.sl-map-bars{fill:none;stroke:#333;stroke-width:1.6}.sl-map-opposite .sl-map-line{stroke-dasharray:7 4}" +
  ".sl-map-head{fill:#333}circle{fill:#fff;stroke:#333}.sl-map-link text{font-weight:700}";

/** The text of an SVG file. @param {SVGElement} svg drawn for it */
export function svgFile(svg) {
  svg.querySelector("desc")?.after(svgPart("style", {}, ALONE));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}
