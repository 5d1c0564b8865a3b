// Which entries of the directory fit a search and its filters, as pure functions.

/**
 * @typedef {Object} Listed one entry as the page holds it
 * @property {string} text its words, in small letters
 * @property {string} theme
 * @property {string} strand
 * @property {string[]} kinds sorts of its sources
 *
 * @typedef {{ search: string, theme: string, strand: string, kind: string }} Wanted "" stands for all
 */

/**
 * Does an entry fit? All the words of the search must be in it, in any order.
 * @param {Listed} entry
 * @param {Wanted} wanted
 */
export function fitsFilter(entry, wanted) {
  return (
    (!wanted.theme || entry.theme === wanted.theme) &&
    (!wanted.strand || entry.strand === wanted.strand) &&
    (!wanted.kind || entry.kinds.includes(wanted.kind)) &&
    searchWords(wanted.search).every((word) => entry.text.includes(word))
  );
}

/**
 * A search as words in small letters, without accents and curly quotation marks.
 * @param {string} text
 * @returns {string[]}
 */
export function searchWords(text) {
  return plainLetters(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** @param {string} text */
export function plainLetters(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
}
