// What one hears as a quarter begins: an answer to what one asked, a wish, and how the others are.
import { make } from "workbook/page/dom.js";
import { strings } from "workbook/page/strings.js";
import { fill } from "workbook/page/text.js";
import { fixedIn, seenBefore, wishOf } from "./district.js";
import { pressable, speech, subhead } from "./pieces.js";
import { messagesAt, withFigures } from "./saying.js";

/**
 * @typedef {import("./desk.js").Sitting} Sitting
 * @typedef {import("./district.js").GameData} GameData
 * @typedef {import("./district.js").Numbers} Numbers
 * @typedef {import("./district.js").Played} Played
 */

/** What one hears: an answer to what one asked, a wish, and how the others are. @param {Sitting} sitting */
export function heard({ data, played, role, turn, room, redraw }) {
  const number = played.quarters.length + 1;
  const seen = seenBefore(played, number);
  if (!seen || room) return [];
  /** @type {HTMLElement[]} */
  const lines = [];
  const asked = played.quarters.at(-1)?.asked;
  if (asked) {
    const { [asked.way > 0 ? "up" : "down"]: words, role: who } = data.levers[asked.lever];
    const before = seenBefore(played, number - 1) ?? seen;
    const reply = asked.traded ? strings.live_traded : withFigures(data, asked.granted ? words.yes : words.no, before);
    lines.push(speech(data, who, `${fill(strings.live_you_asked, { what: words.ask })} ${reply}`));
  }
  const wish = wishOf(data, played.setup, seen);
  if (wish)
    lines.push(
      speech(data, wish.who, withFigures(data, data.wishes[wish.lever] ?? wish.words, seen), [granting(data, wish, turn, played, redraw)]),
    );
  const talk = data.districts[played.setup.district].boundary !== "none" && number === data.movesIn - 1;
  const gossip = talk ? data.rumour.who.find((/** @type {string} */ who) => who !== role) : "";
  if (talk) lines.push(speech(data, gossip, data.rumour.words));
  for (const { who, words } of messagesAt(data, played, [role]))
    if (who !== gossip && who !== wish?.who) lines.push(speech(data, who, words));
  return lines.length ? [subhead(strings.live_heard), make("ul", { class: "sl-live-speeches" }, ...lines)] : [];
}

/** Do what somebody asked for: one step of the lever. @param {GameData} data @param {any} wish @param {Numbers} turn @param {Played} played @param {() => void} redraw */
function granting(data, wish, turn, played, redraw) {
  const { options } = data.levers[wish.lever];
  const at = turn[wish.lever] ?? played.quarters.at(-1)?.decided[wish.lever] ?? 0;
  const next = Math.min(options.length - 1, Math.max(0, at + wish.way));
  if (fixedIn(data, played.setup, played.quarters.length + 1)[wish.lever] !== undefined) return make("small", {}, strings.live_wish_fixed);
  const before = played.quarters.at(-1)?.decided[wish.lever] ?? at;
  if ((at - before) * wish.way > 0) return make("small", {}, strings.live_wish_done);
  if (next === at) return make("small", {}, strings.live_wish_most);
  return pressable(fill(strings.live_wish_do, { option: options[next] }), () => {
    turn[wish.lever] = next;
    redraw();
  });
}
