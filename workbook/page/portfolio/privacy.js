// Whose device this is: shared computers, and erasing all.
import { make } from "../dom.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";
import { keepButton } from "./keeping.js";

/**
 * @param {import("../browser_store.js").BrowserStore} store
 * @param {(text: string) => void} say
 * @param {() => void} refresh
 */
export function privacySection(store, say, refresh) {
  const shared = /** @type {HTMLInputElement} */ (
    make("input", { type: "checkbox", id: "sl-shared", "aria-describedby": "sl-shared-hint" })
  );
  shared.checked = store.tabs.isOn();
  shared.addEventListener("change", () => {
    const problem = shared.checked ? store.tabs.turnOn() : store.tabs.turnOff(true);
    if (problem) shared.checked = !shared.checked;
    say(problem ? strings[`problem_${problem}`] : shared.checked ? strings.care_shared_on : strings.care_shared_off);
    refresh();
  });
  return make(
    "section",
    { class: "sl-care" },
    make("h2", {}, strings.care_title),
    make("p", {}, strings.keep_why),
    keepButton(say),
    make("label", { class: "sl-chip" }, shared, make("span", {}, strings.care_shared)),
    make("p", { id: "sl-shared-hint" }, strings.care_shared_hint),
    eraser(store, say, refresh),
  );
}

/**
 * A button that asks once more before it erases.
 * @param {import("../browser_store.js").BrowserStore} store
 * @param {(text: string) => void} say
 * @param {() => void} refresh
 */
function eraser(store, say, refresh) {
  const question = make("div", { class: "sl-erase" });
  const ask = make("button", { type: "button" }, strings.erase);
  const close = (/** @type {string} */ text) => {
    question.replaceChildren(ask);
    ask.focus();
    say(text);
  };
  ask.addEventListener("click", () => {
    const yes = make("button", { type: "button" }, strings.erase_yes);
    const no = make("button", { type: "button" }, strings.erase_no);
    yes.addEventListener("click", () => {
      store.erase();
      refresh();
      close(strings.erased);
    });
    no.addEventListener("click", () => close(""));
    const sure = make("p", { tabindex: "-1" }, fill(strings.erase_sure, { n: Object.keys(store.all()).length }));
    question.replaceChildren(sure, no, yes);
    sure.focus();
  });
  question.append(ask);
  return question;
}
