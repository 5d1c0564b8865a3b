// A map of one's own as lists: its factors, its links and the loops that it closes, each with what can be done to it.
import { make } from "../../page/dom.js";
import { strings } from "../../page/strings.js";
import { fill, wellFormed } from "../../page/text.js";
import { linkSentence, loopSentence, typeSentence } from "./readout.js";
import { loopKey } from "./value.js";

/**
 * @typedef {import("./loops.js").Factor} Factor
 * @typedef {import("./loops.js").Link} Link
 * @typedef {import("./loops.js").Loop} Loop
 * @typedef {(id: string) => string} NameOf
 */

/** @param {string} said @param {string} words @param {() => void} pressed */
function pressable(said, words, pressed) {
  const button = make("button", { type: "button", "aria-label": said }, words);
  button.addEventListener("click", pressed);
  return button;
}

/** A field for a name, with its label. @param {string} id @param {string} label @param {string} name */
function nameField(id, label, name) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "text", id, maxlength: "60", autocomplete: "off" }));
  input.value = name;
  return { input, label: make("label", { for: id }, label) };
}

/**
 * A line for each factor: its name can be changed where it stands.
 * @param {Factor[]} factors
 * @param {string} start of the fields' ids
 * @param {{ named: () => void, renamed: () => void, remove: (factor: Factor) => void }} can named: at each key; renamed: once it is left
 */
export function factorLines(factors, start, can) {
  return factors.map((factor, at) => {
    const { input, label } = nameField(`${start}-${factor.id}`, fill(strings.map_factor_n, { n: at + 1 }), factor.name);
    const said = () => fill(strings.map_remove_factor, { name: factor.name });
    const remove = pressable(said(), strings.map_remove, () => can.remove(factor));
    input.addEventListener("change", () => can.renamed());
    input.addEventListener("input", () => {
      factor.name = wellFormed(input.value);
      remove.setAttribute("aria-label", said());
      can.named();
    });
    return make("li", {}, label, input, remove);
  });
}

/** @param {Link[]} links @param {NameOf} nameOf @param {{ change: (link: Link) => void, remove: (link: Link) => void }} can */
export function linkLines(links, nameOf, can) {
  return links.map((link) => {
    const sentence = linkSentence(link, nameOf);
    const change = pressable(fill(strings.map_change_link, { sentence }), strings.map_change, () => can.change(link));
    const remove = pressable(fill(strings.map_remove_link, { sentence }), strings.map_remove, () => can.remove(link));
    return make("li", {}, make("span", {}, sentence), change, remove);
  });
}

/** How many loops there are, in words. @param {Loop[]} loops @param {boolean} more than are listed */
export function loopCount({ length }, more) {
  const words = more
    ? strings.map_loops_more
    : length > 1
      ? strings.map_loops_some
      : length
        ? strings.map_loops_one
        : strings.map_loops_none;
  return fill(words, { n: length });
}

/**
 * A line for each loop, which can be given a name.
 * @param {Loop[]} loops
 * @param {Link[]} links
 * @param {Record<string, string>} names of loops by their keys; a name that is typed goes into it
 * @param {string} start of the fields' ids
 * @param {NameOf} nameOf
 */
export function loopLines(loops, links, names, start, nameOf) {
  return loops.map((loop, at) => {
    const key = loopKey(loop);
    const { input, label } = nameField(`${start}-loop-${at}`, strings.map_name_loop, names[key] ?? "");
    input.addEventListener("input", () => {
      names[key] = wellFormed(input.value);
    });
    const reading = make("p", {}, `${loopSentence(loop, links, nameOf)} `, make("strong", {}, typeSentence(loop)));
    return make("li", {}, reading, make("div", { class: "sl-field" }, label, input));
  });
}
