// A mark that runs along a link, for those who have not asked for less motion.
import { svgPart } from "./shape.js";

const GLIDE_TIME = 900; // ms

/** May things move on this screen? */
export function moves() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Let a mark run once along the line of a link: ▲ or ▼, turned over halfway where the link says the opposite.
 * @param {Element} link its group in the drawing
 * @param {number} direction 1 or -1, of its cause
 * @param {number} sign 1 or -1, of the link
 */
export function glide(link, direction, sign) {
  const line = link.querySelector(".sl-map-line");
  if (!moves() || !(line instanceof SVGPathElement) || link.getClientRects().length === 0) return;
  const length = line.getTotalLength();
  const arrow = svgPart("path", { d: "M0-5L4.5 3h-9z" });
  const dot = svgPart("g", { class: "sl-map-dot" }, svgPart("circle", { r: 8 }), arrow);
  link.parentNode?.append(dot); // Above all lines and signs.
  const began = performance.now();
  const frame = (/** @type {number} */ now) => {
    const share = Math.max(0, Math.min(1, (now - began) / GLIDE_TIME));
    const { x, y } = line.getPointAtLength(share * length);
    dot.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    arrow.setAttribute("transform", `scale(1 ${share < 0.5 ? direction : direction * sign})`);
    if (share < 1 && dot.isConnected) requestAnimationFrame(frame);
    else dot.remove();
  };
  requestAnimationFrame(frame);
}
