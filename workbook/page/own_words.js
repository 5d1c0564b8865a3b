// <sl-own-words>: the learner's own issue, place or last line of the plan, in the words they gave it, inside a prompt.
import { storeFor } from "./store.js";
import { strings } from "./strings.js";
import { fill } from "./text.js";

/** @param {import("./store.js").AnswerStore} store @param {string | undefined} of */
function ownWordsIn(store, of) {
  if (of !== "line") return store.ownWords(of === "place" ? "place" : "issue");
  const last = store.planLines().findLast(({ cue, action }) => cue && action);
  return last ? fill(strings.own_line_said, last) : "";
}

export class OwnWordsElement extends HTMLElement {
  /** @type {string | null} what is said until the learner has named it */ blank = null;
  /** @type {() => void} */ stop = () => {};

  connectedCallback() {
    this.blank ??= this.textContent || "";
    const store = storeFor(this);
    const refresh = () => {
      this.textContent = ownWordsIn(store, this.dataset.of) || this.blank || "";
    };
    refresh();
    this.stop = store.watch(refresh);
  }

  disconnectedCallback() {
    this.stop();
  }
}
