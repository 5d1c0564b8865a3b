"""Every page over http: no finding of axe in light and dark, nothing that sticks out or is cut off.

axe sees about a third of what can be wrong; test_keyboard.py and others look for more.
"""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Page, StorageState

from tests.support.axe import findings, in_both_modes, unnoticed
from tests.support.book import Book
from tests.support.fit import WIDE, at_320_pixels, at_twice_the_text_size
from tests.support.sites import Site
from tests.support.visits import Visits


def test_every_page_is_without_a_finding_and_fits(
    book: Book, book_http: Site, http_visits: Visits, answered: StorageState
) -> None:
    """Once everything is answered and open, on one visit to each; nothing is asked of others, none complains.

    Every kind of exercise before it is answered: below, and some in tests/kinds.
    """
    page = http_visits.context(viewport=WIDE, storage_state=answered).new_page()
    sizes = page.context.new_cdp_session(page)
    page.goto(book_http.url("index.html"))
    page.wait_for_url(book_http.url(book.home))
    found = []
    for name in book.full_pages:
        page.goto(book_http.url(name))
        if name in book.lessons or name == "book/portfolio.html":
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found += in_both_modes(page) + at_320_pixels(page) + at_twice_the_text_size(page, sizes)
    assert found == []
    assert len(http_visits.requests) > len(book.pages)


@pytest.mark.skipif("SOAK" not in os.environ, reason="`make soak` looks at every page before anything is answered too")
def test_no_finding_before_anything_is_answered(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.context().new_page()
    found = []
    for name in book.full_pages:
        page.goto(book_http.url(name))
        found += in_both_modes(page)
    assert found == []


def test_no_finding_on_problems_by_an_answer(sample_page: Page) -> None:
    assert findings(sample_page) == []
    for button in sample_page.locator(".sl-main:visible").all():
        button.click()
    assert sample_page.locator(".sl-problem").count() > 2
    assert findings(sample_page) == []


def test_a_fault_of_one_mode_is_found(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home))
    page.add_style_tag(content="html[data-theme=dark] h1 { color: #333 !important; }")
    found = in_both_modes(page)
    assert found and all(one.startswith("dark: ") and ": color-contrast: " in one for one in found)


def test_faults_are_found(sample_page: Page) -> None:
    """One of each sort: no label, faint, no such role, no language."""
    faults = {
        "document.querySelector('#sample-issue label').remove()": "label",
        "document.querySelector('.sl-title').style.color = '#bbb'": "color-contrast",
        "document.querySelector('sl-choice > div').setAttribute('role', 'grup')": "aria-roles",
        "document.querySelector('html').removeAttribute('lang')": "html-has-lang",
    }
    assert unnoticed(sample_page, faults) == []
