// A dot that runs along a link, for those who have not asked for less motion.
import { svgPart } from "./shape.js";

const GLIDE_TIME = 900; // ms

/** May things move on this screen? */
export function moves() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Let a dot run once along the line of a link. @param {Element} link its group in the drawing */
export function glide(link) {
  const line = link.querySelector(".sl-map-line");
  if (!moves() || !(line instanceof SVGPathElement) || link.getClientRects().length === 0) return;
  const length = line.getTotalLength();
  const dot = svgPart("circle", { class: "sl-map-dot", r: 5 });
  link.append(dot);
  const began = performance.now();
  const frame = (/** @type {number} */ now) => {
    const share = Math.min(1, (now - began) / GLIDE_TIME);
    const { x, y } = line.getPointAtLength(share * length);
    dot.setAttribute("cx", String(x));
    dot.setAttribute("cy", String(y));
    if (share < 1 && dot.isConnected) requestAnimationFrame(frame);
    else dot.remove();
  };
  requestAnimationFrame(frame);
}
