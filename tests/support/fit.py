"""Does a page fit: at 320 pixels, as on a phone or at 400 %, and with letters of twice the size."""

from __future__ import annotations

from playwright.sync_api import CDPSession, Page, ViewportSize

NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 800}

#: What sticks out sideways, so that the message names it; a box that scrolls on its own may hold wide things.
STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return ['the page', ...[...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > width + 1)
    .map(one => `${one.tagName} ${one.className} ${one.id}`).slice(0, 5)];
}"""

#: Words cut off by the box that holds them.
CUT = """() => [...document.querySelectorAll('.sl-exercise :is(button, label, legend, p, summary, output, h3)')]
  .filter(one => !one.closest('.sl-live') && !one.matches('.sl-live') && one.offsetParent &&
    ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
  .map(one => `${one.tagName} ${one.className}: ${one.innerText.slice(0, 40)}`)"""


#: Controls smaller than 24 px, those inside a label that is large enough aside.
SMALL = """() => [...document.querySelectorAll('.sl-exercise :is(button, input, select, textarea, summary)')]
  .filter(one => one.checkVisibility() && !one.closest('label'))
  .filter(one => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
  .map(one => one.outerHTML.slice(0, 80))"""


def sideways(page: Page) -> list[str]:
    found: list[str] = page.evaluate(STICKS_OUT)
    return [f"{page.url}: {one}" for one in found]


def at_320_pixels(page: Page) -> list[str]:
    """What sticks out of a narrow page, and what is too small there to be pressed."""
    page.set_viewport_size(NARROW)
    found = sideways(page) + [f"{page.url}: small: {one}" for one in page.evaluate(SMALL)]
    page.set_viewport_size(WIDE)
    return found


def at_twice_the_text_size(page: Page, sizes: CDPSession) -> list[str]:
    """What goes wrong when a reader has set the browser's letters to twice their size, who still needs a column."""
    sizes.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    found = sideways(page) + [f"{page.url}: {one}" for one in page.evaluate(CUT)]
    if page.locator("article").evaluate("one => one.clientWidth") < 640:
        found.append(f"{page.url}: the words have less than twenty letters of width")
    sizes.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    return found
