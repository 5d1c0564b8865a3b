"""axe: no finding on any page, in light and dark, before and after answering.

It sees about a third of what can be wrong; test_keyboard.py and test_pages.py look for more.
"""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Page, StorageState

from tests.support.axe import findings
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits

each_mode = pytest.mark.parametrize("mode", ["light", "dark"])


@each_mode
def test_no_finding_on_any_page(mode: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    """As they come; lessons below once answered, and every kind of exercise before that, some in tests/kinds."""
    page = http_visits.context(color_scheme=mode).new_page()
    found = []
    for name in book.full_pages:
        if name in book.lessons and not os.environ.get("SOAK"):
            continue
        page.goto(book_http.url(name))
        assert page.evaluate("document.documentElement.dataset.theme") == mode
        found += findings(page, colours_only=mode == "dark")
    assert found == []


@each_mode
def test_no_finding_once_everything_is_answered(
    mode: str, book: Book, book_http: Site, http_visits: Visits, answered: StorageState
) -> None:
    page = http_visits.context(color_scheme=mode, storage_state=answered).new_page()
    found = []
    for name in (*book.lessons, "book/portfolio.html"):
        page.goto(book_http.url(name))
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found += findings(page, colours_only=mode == "dark")
    assert found == []


def test_no_finding_on_problems_by_an_answer(sample_page: Page) -> None:
    assert findings(sample_page) == []
    for button in sample_page.locator(".sl-main:visible").all():
        button.click()
    assert sample_page.locator(".sl-problem").count() > 2
    assert findings(sample_page) == []


@pytest.mark.parametrize(
    "fault, rule",
    [
        ("document.querySelector('#sample-issue label').remove()", "label"),
        ("document.querySelector('.sl-title').style.color = '#bbb'", "color-contrast"),
        ("document.querySelector('sl-choice > div').setAttribute('role', 'grup')", "aria-roles"),
        ("document.querySelector('html').removeAttribute('lang')", "html-has-lang"),
    ],
    ids=["no label", "faint", "no such role", "no language"],
)
def test_a_fault_is_found(fault: str, rule: str, sample_page: Page) -> None:
    sample_page.evaluate(fault)
    assert any(f": {rule}: " in one for one in findings(sample_page))
