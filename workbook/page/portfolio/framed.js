// A page shown inside another one, as learning platforms do: the frame may forbid files and storage.
import { make } from "../dom.js";
import { strings } from "../strings.js";

export function isFramed() {
  return window.self !== window.top;
}

/** A link to this page in a tab of its own. */
export function ownTab() {
  return make("a", { href: window.location.href, target: "_blank", rel: "noopener" }, strings.own_tab);
}
