"""Every page of the book: nothing asked of others, no complaint, readable at 320 px and at 200 %."""

from __future__ import annotations

from playwright.sync_api import CDPSession, Page, StorageState, ViewportSize

from tests.support.answering import exercise
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits

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

#: What scripts ask for late is asked for by then.
IDLE = "new Promise(done => requestIdleCallback(done, { timeout: 1000 }))"

MOVING = """exercise => [...exercise.querySelectorAll('*')].filter(one =>
  parseFloat(getComputedStyle(one).transitionDuration) > 0).map(one => `${one.tagName} ${one.className}`)"""


def sideways(page: Page) -> list[str]:
    found: list[str] = page.evaluate(STICKS_OUT)
    return [f"{page.url}: {one}" for one in found]


def test_no_page_complains_or_calls_out_from_a_folder(book: Book, book_folder: Site, folder_visits: Visits) -> None:
    page = folder_visits.context().new_page()
    page.goto(book_folder.url("index.html"))
    page.wait_for_url(book_folder.url(book.home))
    for name in book.full_pages:
        if name == "search.html":
            continue  # Its search works from a folder, but logs one fetch that failed.
        page.goto(book_folder.url(name))
        page.evaluate(IDLE)
    assert len(folder_visits.requests) > len(book.pages)


def at_320_pixels(page: Page) -> list[str]:
    """What sticks out of a narrow page."""
    page.set_viewport_size(NARROW)
    found = sideways(page)
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


def test_every_page_fits_and_none_complains_or_calls_out(
    book: Book, book_http: Site, http_visits: Visits, answered: StorageState
) -> None:
    """Once everything is answered, over http; the fixture fails on a complaint or a foreign request."""
    page = http_visits.context(viewport=WIDE, storage_state=answered).new_page()
    sizes = page.context.new_cdp_session(page)
    page.goto(book_http.url("index.html"))
    page.wait_for_url(book_http.url(book.home))
    found = []
    for name in book.full_pages:
        page.goto(book_http.url(name))
        found += at_320_pixels(page) + at_twice_the_text_size(page, sizes)
    assert found == []
    assert len(http_visits.requests) > len(book.pages)


def test_words_cut_at_twice_the_size_are_noticed(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.largest_lesson), viewport=WIDE)
    page.add_style_tag(content=".sl-title { overflow: hidden; width: 500px; text-wrap: nowrap !important; }")
    assert page.evaluate(CUT) == []
    assert any(": H3 " in one for one in at_twice_the_text_size(page, page.context.new_cdp_session(page)))


def test_what_sticks_out_is_noticed(sample_page: Page) -> None:
    sample_page.set_viewport_size({"width": 320, "height": 640})
    assert sideways(sample_page) == []
    sample_page.evaluate("document.querySelector('.sl-title').style.width = '400px'")
    assert len(sideways(sample_page)) > 1


def test_nothing_moves_where_motion_is_unwanted(book: Book, book_http: Site, http_visits: Visits) -> None:
    lesson = next(iter(book.lessons))
    page = http_visits.open(book_http.url(lesson), reduced_motion="reduce")
    for entry in book.lessons[lesson]:
        found = exercise(page, entry)
        assert found.evaluate("one => one.getAnimations({ subtree: true }).length") == 0
        assert found.evaluate(MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
