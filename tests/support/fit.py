"""Does a page fit: at 320 pixels, as on a phone or at 400 %, and with letters of twice the size."""

from __future__ import annotations

from playwright.sync_api import CDPSession, Page, ViewportSize

NARROW: ViewportSize = {"width": 320, "height": 640}
PHONE: ViewportSize = {"width": 390, "height": 844}
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


#: A reader's own style sheet, with as much room as WCAG 1.4.12 asks a page to bear.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""

#: Words that a box cuts off, or that leave their picture or the page.
UNREADABLE = """() => {
  const found = [];
  const told = one => `${one.localName} ${one.getAttribute('class') || ''}: ${one.textContent.trim().slice(0, 40)}`;
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
  const words = ':is(text, a, button, label, legend, p, summary, output, h1, h2, h3)';
  for (const one of document.querySelectorAll(`main ${words}`)) {
    if (!one.checkVisibility() || one.closest('.sl-live, .sl-spoken') || !one.textContent.trim()) continue;
    const style = getComputedStyle(one);
    const cuts = ['hidden', 'clip'].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    const flat = ['hidden', 'clip'].includes(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
    if (one.localName === 'text') {
      const box = one.getBoundingClientRect(), svg = one.ownerSVGElement;
      const free = getComputedStyle(svg).overflowX === 'visible';
      const room = free ? { left: 0, right: width } : svg.getBoundingClientRect();
      if (box.width && (box.left < room.left - 1 || box.right > room.right + 1)) found.push(told(one));
    } else if (one.clientWidth > 2 && (cuts || flat)) found.push(told(one));
  }
  return found;
}"""


def with_room_between_letters(page: Page) -> list[str]:
    """Words that cannot be read whole, on a phone and on a screen, once a reader gives letters and lines more room."""
    found = []
    for size in (PHONE, WIDE):
        page.set_viewport_size(size)
        before = set(page.evaluate(UNREADABLE))
        style = page.add_style_tag(content=SPACED)
        found += [f"{page.url} at {size['width']}: {one}" for one in page.evaluate(UNREADABLE) if one not in before]
        style.evaluate("one => one.remove()")
    return found
