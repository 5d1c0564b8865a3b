// <sl-echo>: the learner's own issue or place, in the words they gave it, inside a prompt.
import { answersFor } from "./answers.js";

export class EchoElement extends HTMLElement {
  /** @type {string | null} what is said until the learner has named it */
  blank = null;

  connectedCallback() {
    if (this.blank !== null) return;
    const blank = this.textContent || "";
    this.blank = blank;
    const answers = answersFor(this);
    const what = this.dataset.of === "place" ? "place" : "issue";
    const refresh = () => {
      this.textContent = answers.echo(what) || blank;
    };
    refresh();
    answers.watch(refresh);
  }
}

customElements.get("sl-echo") || customElements.define("sl-echo", EchoElement);
