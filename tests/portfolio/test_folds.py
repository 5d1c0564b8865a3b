"""The portfolio on a phone: a lesson is folded once there are several, and is no further away than a press."""

from __future__ import annotations

from tests.support.answering import complete
from tests.support.book import Book
from tests.support.fit import PHONE, WIDE
from tests.support.sites import Site
from tests.support.visits import Visits

OPEN = ".sl-chapter[open] .sl-written"


def test_on_a_phone_lessons_fold_and_stay_as_one_left_them(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home), viewport=PHONE)
    for lesson in book.course_lessons[:2]:
        page.goto(book_http.url(lesson))
        complete(page, next(one for one in book.lessons[lesson] if one["kind"] == "if-then"))
    page.goto(book_http.url("book/portfolio.html"))
    page.locator("[data-brief]").first.wait_for()
    assert page.locator(OPEN).count() == 0 and page.locator(".sl-chapter .sl-written").count() == 2
    first = page.locator(".sl-chapter > summary").first
    first.press("Enter")
    assert page.locator(OPEN).first.is_visible() and page.locator(OPEN).count() == 1
    page.evaluate("dispatchEvent(new Event('pageshow'))")  # drawn anew
    assert page.locator(OPEN).count() == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(OPEN).count() == 2, "all of it is on paper"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.set_viewport_size(WIDE)
    page.reload()
    page.locator("[data-brief]").first.wait_for()
    assert page.locator(OPEN).count() == 2, "on a screen with room for it all is open"
