// A page shown inside another one: the frame may forbid files and storage. The frame of our own platform edition keeps the
// answers itself, and outside it there would be none: no way leads out of it.
import { make } from "../dom.js";
import { shelf } from "../storage.js";
import { strings } from "../strings.js";

export function isFramed() {
  return window.self !== window.top && shelf() === null;
}

/** What stands in the place of answers where the browser lets nobody read them. @returns {HTMLElement[]} */
export function blockedNote() {
  const framed = isFramed();
  const said = make("p", { class: "sl-problem" }, framed ? strings.framed_blocked : strings.problem_blocked);
  return framed ? [said, make("p", {}, ownTab())] : [said];
}

/** A link to this page in a tab of its own. */
export function ownTab() {
  return make("a", { href: window.location.href, target: "_blank", rel: "noopener" }, strings.own_tab);
}
