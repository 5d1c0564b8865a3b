// A learner's own words as one sentence: without what the sentence says itself, and with one stop at its end.

/**
 * Cue and action ready for one sentence: people write 'when' and 'I will' in the fields as well.
 * @param {{ cue: string, action: string }} line
 * @param {{ cue: string, action: string }} starts what the sentence says itself, such as "when|whenever", the longest first
 */
export function sentenceFrom({ cue, action }, starts) {
  return { cue: without(cue, starts.cue), action: without(action, starts.action) };
}

/**
 * A text on one line, without its stop at the end and without one of some beginnings.
 * @param {string} text
 * @param {string} starts
 */
function without(text, starts) {
  const plain = text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[.,…\s]+$/, "");
  const compared = plain.toLowerCase().replaceAll("’", "'");
  const start = starts.split("|").find((one) => compared.startsWith(`${one} `));
  return plain.slice(start ? start.length : 0).trim();
}

/** Where the learner's words end in a stop of their own, in quotation marks perhaps, a second one is too many. @param {string} sentence */
export function withOneStop(sentence) {
  return sentence.replace(/([.?!]['"’”)]*)\.$/, "$1");
}
