"""axe: no finding on any page, in light and dark, before and after answering.

It sees about a third of what can be wrong; test_keyboard.py and test_pages.py look for more.
"""

from __future__ import annotations

import os

from playwright.sync_api import Page, StorageState

from tests.support.axe import findings, in_both_modes, unnoticed
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits


def test_no_finding_on_any_page(book: Book, book_http: Site, http_visits: Visits) -> None:
    """As they come; lessons below once answered, and every kind of exercise before that, some in tests/kinds."""
    page = http_visits.context().new_page()
    found = []
    for name in book.full_pages:
        if name not in book.lessons or os.environ.get("SOAK"):
            page.goto(book_http.url(name))
            found += in_both_modes(page)
    assert found == []


def test_no_finding_once_everything_is_answered(
    book: Book, book_http: Site, http_visits: Visits, answered: StorageState
) -> None:
    page = http_visits.context(storage_state=answered).new_page()
    found = []
    for name in (*book.lessons, "book/portfolio.html"):
        page.goto(book_http.url(name))
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
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
