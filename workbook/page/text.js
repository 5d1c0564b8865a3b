// Small helpers on text; none of them knows a page.

/**
 * Fill {name} places in a sentence.
 * @param {string} sentence
 * @param {Record<string, string | number>} parts
 */
export function fill(sentence, parts) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(parts, name) ? String(parts[name]) : whole));
}

/** The language of the page, for numbers and dates. */
export function language() {
  return (typeof document === "undefined" ? "" : document.documentElement.lang) || "en-GB";
}

/** Forms of numbers, by their decimals: making one takes longer than all that a page writes with it. @type {Map<number, Intl.NumberFormat>} */
const numberForms = new Map();

/**
 * A number as people write it: thousands parted, one decimal only where it matters.
 * @param {number} value
 */
export function plainNumber(value) {
  const digits = Math.abs(value) >= 10 || Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1;
  // Halves go to the even number, as in Python: sentence and table must agree.
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, roundingMode: "halfEven" };
  const form = numberForms.get(digits) ?? new Intl.NumberFormat(language(), /** @type {Intl.NumberFormatOptions} */ (options));
  numberForms.set(digits, form);
  return form.format(value);
}

/** Forms of dates, as of numbers. @type {Map<string, Intl.DateTimeFormat>} */
const dateForms = new Map();

/**
 * A moment as people write it.
 * @param {string | Date} moment
 * @param {Intl.DateTimeFormatOptions} form
 */
export function dateText(moment, form) {
  const key = JSON.stringify(form);
  const written = dateForms.get(key) ?? new Intl.DateTimeFormat(language(), form);
  dateForms.set(key, written);
  const date = new Date(moment);
  return Number.isNaN(date.valueOf()) ? String(date) : written.format(date); // Files come from anywhere.
}

/**
 * Text without half characters, which a file in UTF-8 cannot hold.
 * @param {string} text
 */
export function wellFormed(text) {
  return text.toWellFormed ? text.toWellFormed() : text;
}

/**
 * The text of a file, by the mark at its start or else as UTF-8, and never with letters spoilt.
 * @param {ArrayBuffer} bytes
 * @returns {string | null} null where it is no such text
 */
export function textOfFile(bytes) {
  const [first, second] = new Uint8Array(bytes);
  const form = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(form, { fatal: true }).decode(bytes); // The mark itself is left out.
  } catch {
    return null;
  }
}

/**
 * The lines of a text, by every mark that parts lines somewhere: Word pastes its own.
 * @param {string} text
 */
export function linesOf(text) {
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);
}

/**
 * Fold a text into lines at its spaces; a longer word keeps a line of its own.
 * @param {string} text
 * @param {number} longest characters to a line
 * @returns {string[]}
 */
export function folded(text, longest) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A count with its word. @param {{ many: string, one: string, none: string }} label @param {number} count */
export function says(label, count) {
  const form = count === 0 ? label.none : count === 1 ? label.one : label.many;
  return fill(form, { n: plainNumber(count) });
}
