// A row of the list: a person's fields, whom they talk with, and a way to take them out.
import { make, part } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";

/** @param {HTMLElement} row @param {string} name @returns {HTMLInputElement & HTMLSelectElement} */
export function fieldOf(row, name) {
  return /** @type {any} */ (row.querySelector(`[name="${name}"]`));
}

/** A row like a blank one. @param {HTMLElement} blank @param {string} id @returns {HTMLElement} */
export function rowLike(blank, id) {
  const row = /** @type {HTMLElement} */ (blank.cloneNode(true));
  const old = row.dataset.person || "";
  for (const name of ["id", "for"]) {
    for (const one of row.querySelectorAll(`[${name}]`))
      one.setAttribute(name, (one.getAttribute(name) || "").replace(`-${old}-`, `-${id}-`));
  }
  row.dataset.person = id;
  return row;
}

/** Give a row what only a script can: whom they talk with, and a way to take the row out. @param {HTMLElement} row @param {() => void} takeOut */
export function equipRow(row, takeOut) {
  const remove = make("button", { type: "button", "data-part": "remove" }, strings.stakeholders_remove);
  remove.addEventListener("click", takeOut);
  row.append(
    make(
      "details",
      { class: "sl-talks" },
      make("summary", { "data-part": "talks" }, strings.stakeholders_talks),
      make("div", { class: "sl-others" }),
    ),
    remove,
  );
}

/** Two who talk, from either side, such as "p1 p3". @param {string} one @param {string} other */
export function pairOf(one, other) {
  return [one, other].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))).join(" ");
}

/** A box for each of the others. @param {HTMLElement} row @param {string} id @param {Map<string, string>} names @param {Set<string>} pairs who talk */
export function drawTalks(row, id, names, pairs) {
  const others = [...names].filter(([other]) => other !== id);
  const talks = (/** @type {string} */ other) => pairs.has(pairOf(id, other));
  const box = /** @type {HTMLElement} */ (row.querySelector(".sl-others"));
  const boxes = /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll("input")]);
  if (boxes.map((one) => one.value).join(" ") !== others.map(([other]) => other).join(" ")) {
    const chips = others.map(([other]) =>
      make("label", { class: "sl-chip" }, make("input", { type: "checkbox", value: other }), make("span", {})),
    );
    const legend = make("legend", {}, strings.stakeholders_talks_legend);
    box.replaceChildren(
      others.length ? make("fieldset", {}, legend, make("div", { class: "sl-row" }, ...chips)) : strings.stakeholders_talks_first,
    );
  }
  for (const one of box.querySelectorAll("input")) {
    one.checked = talks(one.value);
    if (one.nextElementSibling) one.nextElementSibling.textContent = names.get(one.value) || "";
  }
  const told = others.flatMap(([other, name]) => (talks(other) ? [name] : [])).join("; ");
  part(row, "talks").textContent = told ? fill(strings.stakeholders_talks_now, { names: told }) : strings.stakeholders_talks;
}
