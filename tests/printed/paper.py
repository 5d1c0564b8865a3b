"""A page as it is while it is printed, and what can be wrong with it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.answering import all_alive

#: The printed width of A4 in CSS pixels.
A4 = {"width": 658, "height": 900}

#: What is pressed, pulled or followed, and has no place on paper; then words that a box cuts off or that stick out.
FAULTS = """() => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 0;
  const name = (one) => `${one.tagName} ${one.className} ${one.id}: ${(one.textContent || '').trim().slice(0, 40)}`;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const found = [];
  const idle = 'button, nav, header, footer, textarea, select, input:not([type=radio], [type=checkbox]), ' +
    'sl-progress:not(:has(.sl-cards)) *, .sl-go-on, .headerlink, .sl-keep, .cell_input';
  for (const one of all(idle)) found.push(`on paper: ${name(one)}`);
  for (const one of all('.sl-alive .sl-feedback')) found.push(`beside the question: ${name(one)}`);
  for (const one of all('details:not([open])')) found.push(`shut: ${name(one)}`);
  const width = document.documentElement.clientWidth;
  for (const one of all('article *')) {
    if (one.getBoundingClientRect().right > width + 1 && !one.closest('svg')) found.push(`sticks out: ${name(one)}`);
    const boxed = ['hidden', 'clip', 'auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.clientWidth > 1;
    if (boxed && one.scrollWidth > one.clientWidth + 1) found.push(`cut: ${name(one)}`);
  }
  return found;
}"""

#: Text that is not dark, or paper that is not white: colours as the page has them, whatever the mode on screen.
PALE = """() => {
  const light = (colour) => {
    const [r, g, b, a] = colour.match(/[\\d.]+/g).map(Number);
    return a === 0 ? 255 : (r * 299 + g * 587 + b * 114) / 1000;
  };
  return [...document.querySelectorAll('html, body, article, article *')].filter((one) => one.checkVisibility())
    .filter((one) => !one.closest('svg') && one.tagName !== 'SCRIPT')
    .map((one) => [one, getComputedStyle(one).color, getComputedStyle(one).backgroundColor])
    .filter(([, words, paper]) => light(words) > 90 || light(paper) < 245)
    .map(([one, words, paper]) => `${one.tagName} ${one.className}: ${words} on ${paper}`);
}"""

#: Of exercises with settings, the versions that are not in sight are not on paper either.
ON_PAPER = ".sl-exercise.sl-alive:not(.sl-version[hidden] *)"

#: For each exercise that has feedback: is all of it in the key, once, behind every question of the page?
UNTOLD = """onPaper => {
  const found = [];
  const key = document.querySelector('.sl-key');
  const text = (one) => one.textContent.replace(/\\s+/g, ' ').trim();
  const told = key ? text(key) : '';
  for (const one of document.querySelectorAll(`${onPaper} :is(.sl-feedback > p, .sl-case-turn > p)`)) {
    const words = text(one);
    if (!told.includes(words)) found.push(`not in the key: ${words.slice(0, 60)}`);
  }
  const last = [...document.querySelectorAll(onPaper)].at(-1);
  const after = Node.DOCUMENT_POSITION_FOLLOWING;
  if (key && !(last.compareDocumentPosition(key) & after)) found.push('the key stands before a question');
  return found;
}"""


def lay(page: Page) -> None:
    """Bring the page into the state in which a browser prints it."""
    if page.evaluate("'workbook' in globalThis"):
        all_alive(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate("new Promise(requestAnimationFrame)")


def lift(page: Page) -> None:
    """And back to the screen."""
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


def faults(page: Page) -> list[str]:
    """Everything that is wrong with the page on paper, in words."""
    lay(page)
    found: list[str] = [*page.evaluate(FAULTS), *page.evaluate(PALE), *page.evaluate(UNTOLD, ON_PAPER)]
    return [f"{page.url.rpartition('/')[2]}: {one}" for one in found]
