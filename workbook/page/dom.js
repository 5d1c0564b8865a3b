// Making and finding elements. Text from a learner goes through textContent only.

/**
 * Make an element.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children strings become text, never HTML
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * The part of an exercise that its template marks with data-part.
 * @param {ParentNode} root
 * @param {string} name
 * @returns {HTMLElement}
 */
export function part(root, name) {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (!(found instanceof HTMLElement)) throw new Error(`no part "${name}" in this exercise: check its template`);
  return found;
}

/**
 * @param {Element} element
 * @returns {string} its text with white space folded
 */
export function textOf(element) {
  return (element.textContent || "").replace(/\s+/g, " ").trim();
}

/**
 * Announce an element, once: JupyterLab evaluates a widget's module anew for each of its widgets.
 * @param {string} tag
 * @param {CustomElementConstructor} element
 */
export function define(tag, element) {
  customElements.get(tag) || customElements.define(tag, element);
}

/**
 * Pairs of label and words as a list.
 * @param {string[][]} said
 * @param {string} empty what stands for no words
 */
export function saidList(said, empty) {
  return make("dl", { class: "sl-said" }, ...said.flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text || empty)]));
}
