// <sl-found>: tells what a search came to, which its script only writes into the page.
import { define, make, textOf } from "../dom.js";

export class FoundElement extends HTMLElement {
  connectedCallback() {
    const results = document.getElementById("search-results");
    const told = make("p", { class: "sl-spoken", role: "status" });
    this.replaceChildren(told);
    if (!results) return;
    new MutationObserver(() => {
      const words = textOf(results.querySelector(".search-summary") || told);
      if (words !== told.textContent) told.textContent = words;
    }).observe(results, { childList: true, subtree: true, characterData: true });
  }
}

define("sl-found", FoundElement);
