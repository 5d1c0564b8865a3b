// The two pictures of the list, worked by hand: by drag, by a press and a second one, by keys.
import { make, part } from "../../page/dom.js";
import { bringIntoView } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { shape } from "../../page/svg.js";
import { fill } from "../../page/text.js";
import { movedBy } from "./grid.js";
import { draggablePeople } from "./held.js";
import { fieldOf, pairOf } from "./rows.js";

/** @typedef {import("./people.js").Step} Step */

export class PeopleHands {
  /** @type {{ view: string, id: string }} whom the next press puts down or links, and in which picture */ held = { view: "", id: "" };
  /** @type {string[]} what the list told last */ told = [];

  /** @param {import("./stakeholders.js").StakeholdersElement} list whose pictures these are */
  constructor(list) {
    this.list = list;
    const view = (/** @type {string} */ name, /** @type {string} */ title, /** @type {string} */ hint) => [
      make("h4", {}, title),
      make("p", { class: "sl-hint" }, hint),
      make("div", { "data-part": name, role: "group", "aria-label": title }),
      make("p", { class: "sl-hand", "data-part": `${name}-told` }),
    ];
    const tidy = make("button", { type: "button", class: "sl-tidy", "data-part": "tidy" }, strings.stakeholders_tidy);
    tidy.addEventListener("click", () => this.list.tidy());
    part(this.list, "seen").replaceChildren(
      ...view("grid", strings.stakeholders_grid, strings.stakeholders_grid_do),
      ...view("net", strings.stakeholders_network, strings.stakeholders_net_do),
      tidy,
      make("ol", { "data-part": "words" }),
    );
    const end = () => this.list.draw();
    const [grid, net] = [part(this.list, "grid"), part(this.list, "net")];
    draggablePeople(grid, {
      drop: (chip, target) => {
        const at = target?.getAttribute("data-target");
        if (at) this.place(chipId(chip), at);
      },
      end,
    });
    draggablePeople(net, {
      moved: (chip, x, y) => pull(net, chip, x, y),
      drop: (chip, target) => {
        const id = target?.getAttribute("data-target");
        if (id && id !== chipId(chip)) this.link(chipId(chip), id);
      },
      end,
    });
    for (const [name, place] of /** @type {[string, HTMLElement][]} */ ([
      ["grid", grid],
      ["net", net],
    ])) {
      place.addEventListener("click", (event) => this.press(name, event.target));
      place.addEventListener("keydown", (event) => this.key(name, event));
    }
  }

  /** @param {string} view @param {EventTarget | null} target */
  press(view, target) {
    if (!(target instanceof Element)) return;
    const put = target.closest("[data-put]");
    const chip = target.closest("[data-chip]");
    const { id } = this.held;
    const holding = this.held.view === view;
    if (put instanceof HTMLElement && holding) return this.place(id, put.dataset.put || "");
    if (!(chip instanceof HTMLElement)) return;
    if (holding && id === chipId(chip)) this.putDown(view);
    else if (holding && view === "net") this.link(id, chipId(chip));
    else this.takeUp(view, chipId(chip));
  }

  /** @param {string} view @param {KeyboardEvent} event */
  key(view, event) {
    const chip = event.target instanceof Element ? event.target.closest("[data-chip]") : null;
    if (event.key === "Escape" && this.held.view === view) return this.putDown(view);
    const one = chip instanceof HTMLElement ? this.list.read().people.find(({ id }) => id === chipId(chip)) : undefined;
    const to = one && view === "grid" ? movedBy(one, event.key, this.list.power, this.list.interest) : null;
    if (!one || !to) return;
    event.preventDefault();
    this.place(one.id, `${to.power} ${to.interest}`);
  }

  /** @param {string} view @param {string} id */
  takeUp(view, id) {
    this.held = { view, id };
    this.list.draw();
    this.focusChip(view, id);
    this.tell(view, fill(strings[`stakeholders_${view}_held`], { name: this.list.nameOf(id) }));
  }

  /** @param {string} view */
  putDown(view) {
    const { id } = this.held;
    this.held = { view: "", id: "" };
    this.list.draw();
    this.focusChip(view, id);
    this.tell(view, fill(strings.stakeholders_dropped, { name: this.list.nameOf(id) }));
  }

  /** @param {string} id @param {string} at ids of a step of say and of a step of stake */
  place(id, at) {
    const [power, interest] = at.split(" ");
    const row = this.list.rows().find((one) => one.dataset.person === id);
    if (!row) return;
    fieldOf(row, "power").value = power;
    fieldOf(row, "interest").value = interest;
    this.held = { view: "", id: "" };
    this.list.draw();
    this.focusChip("grid", id);
    const text = (/** @type {Step[]} */ steps, /** @type {string} */ step) => steps.find((one) => one.id === step)?.text || "";
    const parts = { name: this.list.nameOf(id), say: text(this.list.power, power), stake: text(this.list.interest, interest) };
    this.tell("grid", fill(strings.stakeholders_placed, parts));
    this.list.save();
  }

  /** A line between two, or none any more. @param {string} one @param {string} other */
  link(one, other) {
    const pair = pairOf(one, other);
    const there = this.list.talks.delete(pair);
    if (!there) this.list.talks.add(pair);
    this.held = { view: "", id: "" }; // As in the grid: a name that stayed in the hand would take the next press for a link.
    this.list.draw();
    this.focusChip("net", one);
    const parts = { name: this.list.nameOf(one), other: this.list.nameOf(other) };
    this.tell("net", fill(there ? strings.stakeholders_unlinked : strings.stakeholders_linked, parts));
    this.list.save();
  }

  /** Say it, and show it under the picture, with what the list newly tells. @param {string} view @param {string} text */
  tell(view, text) {
    const now = this.list.findings();
    const news = now.filter((one) => !this.told.includes(one));
    this.told = now;
    const whole = [text, ...news.slice(0, 1).map((one) => fill(strings.stakeholders_tells_now, { text: one }))].join(" ");
    const line = part(this.list, `${view}-told`);
    line.textContent = whole;
    this.list.say(whole);
    bringIntoView(line);
  }

  /** @param {string} view @param {string} id */
  focusChip(view, id) {
    const chip = this.list.querySelector(`[data-chip="${view} ${id}"]`);
    if (chip instanceof HTMLElement) chip.focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} chip */
function chipId(chip) {
  return (chip.dataset.chip || "").split(" ")[1] || "";
}

/** A line from a chip to the finger. @param {HTMLElement} place @param {HTMLElement} chip @param {number} x @param {number} y */
function pull(place, chip, x, y) {
  const svg = place.querySelector("svg");
  if (!svg) return;
  const frame = svg.getBoundingClientRect();
  svg.querySelector(".sl-pull")?.remove();
  const ends = { x1: parseFloat(chip.style.left), y1: parseFloat(chip.style.top), x2: x - frame.left, y2: y - frame.top };
  svg.append(shape("line", { class: "sl-pull", ...ends }));
}
