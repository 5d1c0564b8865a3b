// What the list tells: the questions that it raises or, as long as it raises none, what to do next.
import { make } from "../../page/dom.js";
import { strings } from "../../page/strings.js";

/**
 * @param {HTMLElement} box
 * @param {import("./people.js").Person[]} people
 * @param {[number, number][]} links between places in `people`
 * @param {string[]} found the questions
 */
export function drawFindings(box, people, links, found) {
  const begun = links.length > 0 && people.every((one) => one.power && one.interest);
  const calm = begun ? strings.stakeholders_tells_calm : strings.stakeholders_tells_next;
  const told = people.length < 3 ? strings.stakeholders_tells_first : calm;
  box.replaceChildren(
    make("h4", {}, strings.stakeholders_tells),
    found.length ? make("ul", {}, ...found.map((text) => make("li", {}, text))) : make("p", {}, told),
  );
}
