// Small helpers on text and elements. Text from a learner goes through textContent only.

/**
 * Fill {name} places in a sentence of words.json.
 * @param {string} sentence
 * @param {Record<string, string | number>} parts
 */
export function fill(sentence, parts) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in parts ? String(parts[name]) : whole));
}

/**
 * A number as people write it: thousands parted, one decimal only where it matters.
 * @param {number} value
 */
export function plainNumber(value) {
  const digits = Math.abs(value) >= 10 || Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1;
  // Halves go to the even number, as in Python: sentence and table must agree.
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, roundingMode: "halfEven" };
  return value.toLocaleString("en-GB", /** @type {Intl.NumberFormatOptions} */ (options));
}

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
 * Text without half characters, which a file in UTF-8 cannot hold.
 * @param {string} text
 */
export function wellFormed(text) {
  return text.toWellFormed ? text.toWellFormed() : text;
}
