// The first screen: who does one want to be? Earlier plays are there to go on with, or to look back at.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { fold, headOf, pressable } from "./pieces.js";
import { endedRounds, playNamed, ROOM } from "./plays.js";

/**
 * @param {import("./district.js").GameData} data
 * @param {HTMLElement | null} roles as Python wrote them
 * @param {import("./plays.js").Play[]} plays
 * @param {{ start: (seat: string) => void, take: (at: number, view: "play" | "debrief") => void }} ways on from here
 */
export function choosing(data, roles, plays, { start, take }) {
  for (const role of roles?.children ?? []) {
    if (!(role instanceof HTMLElement)) continue;
    const id = role.dataset.role ?? "";
    const name = data.roles[id].name.replace(/^The/, "the");
    role.querySelector("button")?.remove();
    role.append(pressable(fill(strings.live_be, { name }), () => start(id), "sl-card-button"));
  }
  const earlier = plays.map((play, at) => {
    const buttons = [
      ...(play.over ? [] : [pressable(strings.live_go_on, () => take(at, "play"))]),
      ...(endedRounds(data, play).length ? [pressable(strings.live_look_back, () => take(at, "debrief"))] : []),
    ];
    return make("li", {}, make("span", {}, playNamed(data, play)), ...buttons);
  });
  const before = earlier.length
    ? [make("div", { class: "sl-live-earlier" }, make("h5", {}, strings.live_earlier), make("ul", {}, ...earlier))]
    : [];
  const room = fold(strings.live_room, [make("p", {}, strings.live_room_hint), pressable(strings.live_room_start, () => start(ROOM))]);
  return [headOf(strings.live_choose), make("p", {}, strings.live_choose_hint), ...before, ...(roles ? [roles] : []), room];
}
