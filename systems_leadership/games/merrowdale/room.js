// Played in a room on one laptop: a screen for all, then a cover and a desk for each role in turn. The clock only advises.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { seenBefore } from "./district.js";
import { together } from "./deciding.js";
import { districtPicture, pips } from "./desk.js";
import { drawing, headOf, pressable } from "./pieces.js";
import { quarterName } from "./saying.js";
import { sharedBoard } from "./sharing.js";

/**
 * @typedef {import("./desk.js").Sitting} Sitting
 */

const MINUTES = 15; // for a round, says the plan for groups
const TICK = 5000; // ms

/** How long the round has lasted; it never rings. @param {number} since seconds */
function clockOf(since) {
  const clock = make("p", { class: "sl-live-clock", role: "timer", "aria-live": "off" });
  const face = () => {
    const seconds = Math.max(0, Math.round(Date.now() / 1000) - since);
    clock.textContent = fill(strings.live_clock, { n: Math.floor(seconds / 60), all: MINUTES });
  };
  face();
  const ticking = window.setInterval(() => (clock.isConnected ? face() : clearInterval(ticking)), TICK);
  return clock;
}

/** For a projector: the stage alone, and larger. */
function large() {
  const button = pressable(strings.live_large, () => {
    void button.closest('[data-part="stage"]')?.requestFullscreen();
    button.remove();
  });
  return button;
}

/**
 * What all look at between two quarters.
 * @param {Sitting} sitting with no role @param {number} since @param {() => void} on the laptop goes round @param {() => void} same every desk keeps its orders
 */
export function tableOf(sitting, since, on, same) {
  const { data, played, turn, id, changed, first, redraw, back } = sitting;
  const { number } = played.setup;
  const over = played.quarters.length;
  const seen = seenBefore(played, over + 1);
  const name = [strings.live_round_1, strings.live_round_2, strings.live_round_3][number - 1];
  const intro = [strings.live_room_1, strings.live_room_2, strings.live_room_3][number - 1];
  const moved = over + 1 === data.movesIn && data.districts[played.setup.district].boundary !== "none";
  const news = moved
    ? [make("div", { class: "sl-live-news" }, make("strong", {}, strings.live_moved), make("p", {}, data.moved.words))]
    : [];
  const shared = number === 3 ? together({ data, played, turn, id, changed }, first, redraw) : [];
  const form = make(
    "form",
    { novalidate: "", autocomplete: "off", class: "sl-live-decide" },
    ...shared,
    make(
      "div",
      { class: "sl-row sl-message-place" },
      make("button", { type: "submit", class: "sl-main" }, strings.live_room_begin),
      ...(over ? [pressable(strings.live_room_same, same)] : []),
    ),
    ...(over ? [pressable(strings.live_take_back, back, "sl-bare")] : []),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    on();
  });
  return [
    make(
      "p",
      { class: "sl-live-where" },
      `${name} · ${fill(strings.live_quarter, { n: over + 1, all: data.quarters })} `,
      pips(over, data.quarters),
    ),
    headOf(quarterName(over + 1)),
    make("div", { class: "sl-row" }, clockOf(since), ...(document.fullscreenEnabled && !document.fullscreenElement ? [large()] : [])),
    ...(over ? [] : [make("p", { class: "sl-live-intro" }, intro)]),
    ...news,
    districtPicture(sitting, number > 1),
    ...(seen && number > 1 ? [sharedBoard(data, seen, [])] : []),
    form,
  ];
}

/** Between two desks nothing is to be seen. @param {Sitting["data"]} data @param {string} role @param {() => void} on */
export function coverOf(data, role, on) {
  const { name, person } = data.roles[role];
  return [
    make(
      "div",
      { class: "sl-live-cover" },
      drawing(person),
      headOf(name),
      make("p", {}, strings.live_cover),
      pressable(fill(strings.live_cover_on, { name }), on, "sl-main"),
    ),
  ];
}
