// A map of one's own worked in its drawing: what a tap, a drag or a name typed there does to the map.
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { linkSentence } from "./readout.js";
import { MAX_LINKS, plainLine } from "./value.js";

/** @typedef {import("./loops.js").Link} Link */

/**
 * @param {import("./build.js").BuildMap} desk where the map is built
 * @returns {import("./canvas.js").Doing}
 */
export function mapHands(desk) {
  /** One or two factors were tapped, or one was pulled to the other: two are linked at once. @param {string[]} ends */
  const join = ([cause, effect]) => {
    if (!cause) return desk.tell("map", strings.map_unpicked);
    if (!effect) return desk.tell("map", fill(strings.map_picked, { name: desk.nameOf(cause) }));
    const { links } = desk.map;
    const there = links.find((one) => one.cause === cause && one.effect === effect);
    if (!there && links.length >= MAX_LINKS) return desk.tell("map", fill(strings.map_full, { n: MAX_LINKS }));
    /** @type {Link} */
    const link = there ?? { cause, effect, way: "same", delay: false };
    if (!there) links.push(link);
    desk.form.put(null);
    if (!there) desk.changed();
    const told = fill(there ? strings.map_linked_already : strings.map_linked, { sentence: linkSentence(link, desk.nameOf) });
    desk.tell("map", `${told} ${desk.count}`);
  };
  return {
    pick: join,
    link: join,
    // A sign was tapped: + and −, then both after a while, and round again.
    sign(at) {
      const { links } = desk.map;
      const { way, delay } = links[at];
      const same = way === "same";
      links[at] = { ...links[at], way: same ? "opposite" : "same", delay: same ? delay : !delay };
      desk.form.put(null);
      desk.changed();
      desk.tell("map", `${linkSentence(links[at], desk.nameOf)} ${desk.count}`);
    },
    move(id, places) {
      desk.map.places = places;
      desk.changed();
      desk.tell("map", fill(strings.map_moved, { name: desk.nameOf(id) }));
    },
    remove: (id) => desk.removeFactor(/** @type {import("./loops.js").Factor} */ (desk.map.factors.find((one) => one.id === id))),
    rename(id, given) {
      const name = plainLine(given);
      const wrong = desk.wrongName(name, id);
      const factor = desk.map.factors.find((one) => one.id === id);
      if (!wrong && factor && factor.name !== name) {
        factor.name = name;
        desk.changed();
      }
      desk.tell("map", wrong || fill(strings.map_renamed, { name }));
      return wrong;
    },
    add(given, places) {
      const name = plainLine(given);
      const wrong = desk.wrongName(name, "");
      if (!wrong) desk.pushFactor(name, places);
      desk.tell("map", wrong || fill(strings.map_added, { name, n: desk.map.factors.length }));
      return wrong;
    },
  };
}
