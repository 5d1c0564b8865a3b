// <sl-own-words>: the learner's own issue or place, in the words they gave it, inside a prompt.
import { storeFor } from "./store.js";

export class OwnWordsElement extends HTMLElement {
  /** @type {string | null} what is said until the learner has named it */ blank = null;
  /** @type {() => void} */ stop = () => {};

  connectedCallback() {
    this.blank ??= this.textContent || "";
    const store = storeFor(this);
    const refresh = () => {
      this.textContent = store.ownWords(this.dataset.of === "place" ? "place" : "issue") || this.blank || "";
    };
    refresh();
    this.stop = store.watch(refresh);
  }

  disconnectedCallback() {
    this.stop();
  }
}
