// Bringing a portfolio file back: checked first, shown, and only then stored; all of it or nothing.
import { make, saidList } from "../dom.js";
import { joinedRecord } from "../element/save.js";
import { NEAREST } from "../store.js";
import { strings } from "../strings.js";
import { fill, textOfFile } from "../text.js";
import { compared, isUsable, LARGEST, parsePortfolio } from "./file.js";

/**
 * @typedef {import("../browser_store.js").BrowserStore} BrowserStore
 * @typedef {import("./file.js").Portfolio} Portfolio
 */

/**
 * @param {BrowserStore} store
 * @param {(text: string) => void} say
 */
export function importSection(store, say) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "file", id: "sl-bring", accept: ".json,application/json" }));
  const review = make("div", { class: "sl-review" });
  const stop = (/** @type {string} */ text) => {
    review.replaceChildren();
    input.value = "";
    say(text);
  };
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > LARGEST) return stop(strings.file_large);
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return stop(strings.file_unreadable);
    const text = textOfFile(bytes);
    if (text === null) return stop(strings.file_not_text);
    const { answers: coming, problem, seed, nearest } = parsePortfolio(text, store.manifest.course);
    if (problem) return stop(problem);
    if (seed) store.keep("seed", seed); // Options then stand in the order in which they were first seen.
    if (nearest && !store.setting(NEAREST)) store.keep(NEAREST, nearest); // What is chosen here stays.
    examine(store, coming, review, stop, say);
  });
  return make(
    "section",
    { class: "sl-bring" },
    make("h2", {}, strings.bring_title),
    make("label", { for: "sl-bring" }, strings.bring_label),
    input,
    review,
  );
}

/**
 * @param {BrowserStore} store
 * @returns {Portfolio} what is stored here and usable
 */
function storedHere(store) {
  return Object.fromEntries(Object.entries(store.all()).filter(([, record]) => isUsable(record)));
}

/**
 * Show what the file would change and ask, where both hold an answer, which to show.
 * @param {BrowserStore} store
 * @param {Portfolio} coming
 * @param {HTMLElement} review
 * @param {(text: string) => void} stop
 * @param {(text: string) => void} say
 */
function examine(store, coming, review, stop, say) {
  const here = storedHere(store);
  const { added, same, differing } = compared(here, coming);
  if (added.length + differing.length === 0) return stop(strings.bring_nothing);
  const titles = new Map(store.manifest.exercises.map((entry) => [entry.id, entry.title]));
  const side = (/** @type {string} */ id, /** @type {"here" | "file"} */ from) => {
    const record = (from === "here" ? here : coming)[id];
    const radio = make("input", { type: "radio", name: `bring-${id}`, value: from });
    return make(
      "div",
      { class: "sl-side" },
      make("label", { class: "sl-chip" }, radio, make("span", {}, strings[`bring_${from}`])),
      saidList(record.said, strings.empty),
    );
  };
  const form = /** @type {HTMLFormElement} */ (
    make(
      "form",
      {},
      make("p", {}, fill(strings.bring_review, { added: added.length, same: same.length, differing: differing.length })),
      ...(differing.length ? [make("p", {}, strings.bring_differ)] : []),
      ...differing.map((id) =>
        make(
          "fieldset",
          { "data-id": id },
          make("legend", {}, titles.get(id) || id),
          make("div", { class: "sl-sides" }, side(id, "here"), side(id, "file")),
        ),
      ),
      make("button", { type: "submit" }, strings.bring_do),
    )
  );
  const cancel = make("button", { type: "button" }, strings.bring_cancel);
  cancel.addEventListener("click", () => stop(strings.bring_left));
  form.append(cancel);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const picked = new FormData(form);
    const open = differing.filter((id) => !picked.get(`bring-${id}`));
    if (open.length) return say(fill(strings.bring_choose, { n: open.length }));
    const now = storedHere(store); // Another tab may have written since the question was asked.
    /** @type {Portfolio} */
    const records = {};
    for (const [id, record] of Object.entries(coming)) {
      const mine = Object.hasOwn(now, id) ? now[id] : null;
      if (!mine && store.read(id).found !== null) store.quarantine(id); // Spoilt: never overwritten.
      if (!mine) records[id] = record;
      else records[id] = picked.get(`bring-${id}`) === "file" ? joinedRecord(record, mine) : joinedRecord(mine, record);
    }
    const problem = store.writeAll(records);
    stop(problem ? strings[`problem_${problem}`] : fill(strings.brought, { n: added.length + differing.length }));
  });
  review.replaceChildren(form);
  say(fill(strings.bring_review, { added: added.length, same: same.length, differing: differing.length }));
}
