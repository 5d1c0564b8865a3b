"""Pictures show what was answered, and what scripts put together reads well: measured in the built book's pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.support.book import ROOT, Book
from tests.support.contexts import MOVING
from tests.support.lessons import lessons
from tests.support.sites import Site
from tests.support.spoilt import spoilt
from tests.support.visits import Visits

MEASURES = (ROOT / "tests" / "support" / "pictures.mjs").read_text(encoding="utf-8")
DRAWN = ("scale", "simulator", "stakeholders", "timeline", "causal-map")
PAGES = [f"{one.page}.html" for one in lessons() if any(spec.kind in DRAWN for spec in one.specs.values())]


def answer_drawn(page: Page, book: Book, name: str) -> dict[str, list[str]]:
    """Answer the drawn exercises of a page; what is wrong with the picture of each."""
    ids = [entry["id"] for entry in book.lessons[name] if entry["kind"] in DRAWN]
    page.locator(f"#{ids[-1]}.sl-alive").wait_for(state="attached")
    whole = page.locator("sl-steps [data-part=whole-page]")
    if whole.count():
        whole.click()
    page.evaluate(MEASURES)
    found: dict[str, list[str]] = page.evaluate("ids => pictures.measure(ids)", ids)
    return found


def measured(page: Page, book: Book, name: str) -> list[str]:
    """What is wrong with the pictures and the words of a page, once its drawn exercises are answered."""
    found = answer_drawn(page, book, name)
    words: dict[str, Any] = page.evaluate("pictures.words()")
    assert words["looked"] > 5
    return [*(f"{id}: {one}" for id, faults in found.items() for one in faults), *words["faults"]]


@pytest.mark.parametrize("name", PAGES)
def test_pictures_show_what_was_answered(name: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(name))
    assert measured(page, book, name) == []


def without_spaces(script: str) -> str:
    """A script whose template strings have lost spaces, as a careless minifier leaves them."""
    return re.sub(r"(?<=[}:,]) (?=\$\{)", "", script)


def test_a_script_that_lost_its_spaces_is_noticed(book: Book, book_http: Site, http_visits: Visits) -> None:
    text = spoilt(without_spaces)["scale"]

    def spoil(route: Route) -> None:
        route.fulfill(body=text, content_type="text/javascript")

    context = http_visits.context(**MOVING)
    context.route("**/scale.js*", spoil)
    page = context.new_page()
    name = "notebooks/five-habits.html"
    page.goto(book_http.url(name))
    faults = measured(page, book, name)
    http_visits.complaints.clear()  # Chromium complains of paths that it cannot read, as well it may.
    assert any("dot lines:" in one for one in faults) and any("run together" in one for one in faults)
