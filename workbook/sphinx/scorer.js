// What a search finds in a lesson comes before what it finds in notes, tables and indexes. Sphinx puts this file before
// its own search, and then takes all numbers from here: all but `score` are its own.
var Scorer = {
  /** @param {[string, string, string, string, number]} result */
  score: ([page, , , , score]) => score + (page.startsWith("notebooks/") ? 20 : 0),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
