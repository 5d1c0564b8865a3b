// The answer key on paper: what folds hold, laid open.
import { make } from "../dom.js";

/**
 * Copies of folds as they stand in the answer key: open, and without the fold.
 * @param {Iterable<Element>} folds
 * @param {boolean} headed whether what stands on the fold is needed
 * @returns {Element[]}
 */
export function unfolded(folds, headed = true) {
  return [...folds].map((fold) => {
    const copy = make("div", { class: `sl-told ${fold.className}` });
    if (fold instanceof HTMLElement) Object.assign(copy.dataset, fold.dataset);
    for (const child of fold.children) {
      if (!child.matches("summary")) copy.append(child.cloneNode(true));
      else if (headed) copy.append(make("p", { class: "sl-told-of" }, ...[...child.childNodes].map((one) => one.cloneNode(true))));
    }
    return copy;
  });
}
