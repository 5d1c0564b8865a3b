// Say and stake as a table: people stand in it as chips that can be taken up and put down.
import { make } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";

/**
 * @typedef {import("./people.js").Person} Person
 * @typedef {import("./people.js").Step} Step
 */

/** @param {Person} one @param {string} view @param {string} held */
export function chipOf(one, view, held) {
  return make(
    "button",
    { type: "button", class: "sl-person-chip", "data-chip": `${view} ${one.id}`, "aria-pressed": String(one.id === held) },
    one.who.trim(),
  );
}

/**
 * @param {Person[]} people
 * @param {Step[]} power from the least to the most
 * @param {Step[]} interest from the least to the most
 * @param {string} held whom the next press puts down; empty for nobody
 */
export function gridOf(people, power, interest, held) {
  const holder = people.find(({ id }) => id === held);
  const cell = (/** @type {Step} */ say, /** @type {Step} */ stake) => {
    const here = people.filter((one) => one.power === say.id && one.interest === stake.id);
    const td = make("td", { role: "cell", "data-target": `${say.id} ${stake.id}` });
    if (here.length) td.append(make("ul", {}, ...here.map((one) => make("li", {}, chipOf(one, "grid", held)))));
    if (holder && !here.includes(holder)) {
      const name = fill(strings.stakeholders_put_at, { name: holder.who.trim(), say: say.text, stake: stake.text });
      td.append(
        make(
          "button",
          { type: "button", class: "sl-put", "data-put": `${say.id} ${stake.id}`, "aria-label": name },
          strings.stakeholders_put,
        ),
      );
    }
    return td;
  };
  // The roles are those that the elements have; they stay when a phone shows the heads of rows above their cells.
  const row = (/** @type {HTMLElement[]} */ ...cells) => make("tr", { role: "row" }, ...cells);
  const headed = (/** @type {string} */ scope, /** @type {string} */ text) =>
    make("th", { scope, role: `${scope === "col" ? "column" : scope}header` }, text);
  const corner = make("th", { scope: "col", role: "columnheader", class: "sl-corner" }, strings.stakeholders_corner);
  const head = row(corner, ...interest.map((step) => headed("col", step.text)));
  const rows = [...power].reverse().map((say) => row(headed("row", say.text), ...interest.map((stake) => cell(say, stake))));
  const table = make(
    "table",
    { role: "table", "aria-label": strings.stakeholders_grid, style: `--steps: ${interest.length}` },
    make("thead", { role: "rowgroup" }, head),
    make("tbody", { role: "rowgroup" }, ...rows),
  );
  const unplaced = people.filter((one) => !power.some(({ id }) => id === one.power) || !interest.some(({ id }) => id === one.interest));
  const tray = make("div", { class: "sl-tray" }, make("p", {}, strings.stakeholders_unplaced));
  tray.append(make("ul", {}, ...unplaced.map((one) => make("li", {}, chipOf(one, "grid", held)))));
  return [...(unplaced.length ? [tray] : []), make("div", { class: "sl-grid-of" }, table)];
}

/**
 * Where an arrow key moves a person: by one step, or into the grid.
 * @param {Person} one
 * @param {string} key
 * @param {Step[]} power
 * @param {Step[]} interest
 * @returns {{ power: string, interest: string } | null} null where the key does nothing
 */
export function movedBy(one, key, power, interest) {
  const by = /** @type {Record<string, [number, number]>} */ ({
    ArrowUp: [1, 0],
    ArrowDown: [-1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  })[key];
  if (!by) return null;
  const at = (/** @type {Step[]} */ steps, /** @type {string} */ id, /** @type {number} */ step) => {
    const place = steps.findIndex((other) => other.id === id);
    return steps[place < 0 ? 0 : Math.max(0, Math.min(steps.length - 1, place + step))].id;
  };
  return { power: at(power, one.power, by[0]), interest: at(interest, one.interest, by[1]) };
}
