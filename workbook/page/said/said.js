// <sl-said>: what the learner said in another exercise, above a prompt that goes on from it. Without such an answer,
// and in a live notebook, where an exercise knows its own answer only, it stays hidden.
import { define, part } from "../dom.js";
import { storeFor } from "../store.js";

export class SaidElement extends HTMLElement {
  /** @type {() => void} */ stop = () => {};

  connectedCallback() {
    const store = storeFor(this);
    const { of = "", at = "" } = this.dataset;
    const refresh = () => {
      const said = store.read(of).found?.said;
      const words = Array.isArray(said) ? said.at(Number(at))?.[1] : "";
      const text = typeof words === "string" ? words.trim() : "";
      part(this, "words").textContent = text;
      this.hidden = !text;
    };
    refresh();
    this.stop = store.watch(refresh);
  }

  disconnectedCallback() {
    this.stop();
  }
}

define("sl-said", SaidElement);
