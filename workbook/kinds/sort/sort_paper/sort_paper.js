// Beside each place that was chosen stands what the learner was told of it.
import { definePaper } from "../../../page/rules.js";
import { strings } from "../../../page/strings.js";

definePaper("sort", {
  /** @param {{ placed: Record<string, string>, checked: boolean }} value @param {string[][]} said @param {{ items: string[][] }} told best place, and others that can be defended */
  marked(value, said, told) {
    if (!value.checked || said.length !== told.items.length) return said; // An edition whose items were others.
    return said.map(([label, text], at) => {
      const [item, best, ...also] = told.items[at];
      const place = value.placed[item];
      if (!place || !text) return [label, text];
      const word = place === best ? strings.sort_paper_best : also.includes(place) ? strings.sort_paper_can : strings.sort_paper_off;
      return [label, `${text} (${word})`];
    });
  },
});
