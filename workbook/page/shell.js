// The frame around a page's words: menu, contents, search, colours. Its HTML is in the templates of workbook/sphinx.
import { nextColours } from "./colours.js";

/** @param {string} selector @returns {HTMLElement[]} */
function all(selector) {
  return [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
}

/** @param {string} id @returns {HTMLDialogElement | null} */
function dialogOf(id) {
  const found = document.getElementById(id);
  return found instanceof HTMLDialogElement ? found : null;
}

/** A press beside a dialog, on what it covers, closes it. @param {HTMLDialogElement} dialog */
function closeFromOutside(dialog) {
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if (event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom) dialog.close();
  });
}

/** On a narrow screen a sidebar comes up over the page, and goes back where it was. @param {"primary" | "secondary"} side */
function startSidebar(side) {
  const dialog = dialogOf(`pst-${side}-sidebar-modal`);
  const sidebar = document.getElementById(`pst-${side}-sidebar`);
  if (!dialog || !sidebar) return;
  closeFromOutside(dialog);
  for (const button of all(`button.${side}-toggle`)) {
    button.addEventListener("click", () => {
      dialog.append(...sidebar.childNodes);
      dialog.className = sidebar.className;
      dialog.showModal();
    });
  }
  dialog.addEventListener("close", () => sidebar.append(...dialog.childNodes));
  dialog.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) dialog.close(); // It may lead to a place on this very page.
  });
}

function startSearch() {
  const dialog = dialogOf("pst-search-dialog");
  if (!dialog) return;
  const field = dialog.querySelector("input");
  const open = () => {
    const onPage = document.querySelector(".bd-search-container input");
    if (onPage instanceof HTMLElement) return onPage.focus(); // The search page has a field of its own.
    dialog.showModal();
    field?.select();
  };
  closeFromOutside(dialog);
  for (const button of all("button.search-button__button")) button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
}

/** What is wider than its room is scrolled, by keys too: for that it must be reached by Tab, and only then. */
function letKeysScroll() {
  const boxes = all("article pre, article .output, .pst-scrollable-table-container");
  if (boxes.length === 0) return;
  const seen = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const box of boxes) seen.observe(box);
}

export function startShell() {
  letKeysScroll();
  startSidebar("primary");
  startSidebar("secondary");
  startSearch();
  for (const button of all("button.theme-switch-button"))
    button.addEventListener("click", () => nextColours(document.documentElement.dataset.course || "course"));
  const current = document.querySelector("#pst-primary-sidebar [aria-current=page]");
  const scroller = document.getElementById("pst-primary-sidebar");
  // Only the list scrolls, never the page.
  if (current && scroller)
    scroller.scrollTop += current.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 3;
}
