// <sl-setting>: the learner says which setting is nearest. Kept beside the answers, and taken away and erased with them.
// A page for one setting chooses that one for whoever comes there first.
import { define, part } from "../dom.js";
import { NEAREST, storeFor } from "../store.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";

export class SettingElement extends HTMLElement {
  life = new AbortController();

  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    this.classList.add("sl-alive");
    const store = storeFor(this);
    const { first } = this.dataset;
    if (first && !store.setting(NEAREST)) store.keep(NEAREST, first);
    const refresh = () => {
      const nearest = store.setting(NEAREST);
      for (const radio of this.querySelectorAll("input")) radio.checked = nearest !== "" && radio.value === nearest;
    };
    refresh();
    this.addEventListener(
      "change",
      ({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        store.keep(NEAREST, target.value);
        target.checked = true; // Also where there is nothing to keep.
        const title = target.closest("label")?.querySelector("strong")?.textContent || "";
        part(this, "said").textContent = fill(strings.setting_kept, { setting: title });
      },
      { signal },
    );
    signal.addEventListener(
      "abort",
      store.watch((id) => (id === null || id === `kept/${NEAREST}`) && refresh()),
    );
    window.addEventListener("pageshow", ({ persisted }) => persisted && refresh(), { signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }
}

define("sl-setting", SettingElement);
