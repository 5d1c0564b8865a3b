// What lights up in the drawing of a given map: how far a change has come, and one loop.
import { glide } from "./glide.js";
import { signOf } from "./readout.js";

/**
 * @typedef {import("./loops.js").Link} Link
 * @typedef {import("./ripple.js").Step} Step
 */

/**
 * Show what has moved so far.
 * @param {HTMLElement} picture
 * @param {Link[]} links
 * @param {string} factor that is chosen
 * @param {number} direction of its push: 1 up, -1 down, 0 before it
 * @param {Step[] | null} done steps of the change that were followed; null before it runs
 * @param {number} fresh how many of the last ones run along their links now
 */
export function markMoved(picture, links, factor, direction, done, fresh) {
  const moved = new Map(direction ? [[factor, direction]] : []);
  for (const [index, cause, meets] of done ?? []) {
    const { effect } = links[index];
    if (meets === "first") moved.set(effect, cause * direction * signOf(links[index]));
  }
  const followed = new Set(done?.map((step) => step[0]));
  const latest = done?.slice(done.length - fresh);
  for (const svg of picture.querySelectorAll("svg")) {
    for (const group of svg.querySelectorAll("[data-factor]")) {
      const id = group.getAttribute("data-factor") || "";
      const way = moved.get(id) ?? 0;
      group.classList.toggle("sl-map-moved", way !== 0);
      group.classList.toggle("sl-map-picked", id === factor);
      const text = group.querySelector(".sl-map-change");
      if (text) text.textContent = way > 0 ? "▲" : way < 0 ? "▼" : "";
    }
    svg.querySelectorAll("[data-link]").forEach((line, index) => {
      const { cause, delay } = links[index];
      const now = latest?.find((step) => step[0] === index);
      line.classList.toggle("sl-map-followed", followed.has(index));
      line.classList.toggle("sl-map-latest", now !== undefined);
      line.classList.toggle("sl-map-waiting", done !== null && delay && moved.has(cause) && !followed.has(index));
      if (now) glide(line, now[1] * direction, signOf(links[index]));
    });
  }
}

/** Light up one loop, or none. @param {HTMLElement} picture @param {Link[]} links @param {import("./loops.js").Loop | null} loop */
export function lightLoop(picture, links, loop) {
  const through = loop?.through ?? [];
  picture.dataset.lit = loop?.type ?? "";
  for (const group of picture.querySelectorAll("[data-factor]")) {
    group.classList.toggle("sl-map-lit", through.includes(group.getAttribute("data-factor") || ""));
  }
  for (const line of picture.querySelectorAll("[data-link]")) {
    const { cause, effect } = links[Number(line.getAttribute("data-link"))];
    const at = through.indexOf(cause);
    line.classList.toggle("sl-map-lit", at >= 0 && through[(at + 1) % through.length] === effect);
  }
}
