"""Search: words that are also properties of JavaScript's objects, and others that find nothing, get a sentence."""

from __future__ import annotations

import pytest

from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.words import words


@pytest.mark.parametrize("word", ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "nosuchword"])
def test_a_word_that_finds_nothing_gets_a_sentence(word: str, book_http: Site, http_visits: Visits) -> None:
    """An error in the page fails the test, too."""
    page = http_visits.open(book_http.url(f"search.html?q={word}"))
    page.locator("#search-results").get_by_text(words()["search_none"]).wait_for()
    page.locator("sl-found").get_by_text(words()["search_none"]).wait_for()  # for those who hear it
    assert page.locator("#search-results li").count() == 0


def test_a_word_that_stands_somewhere_is_found(book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url("search.html?q=stakeholder"))
    page.locator("#search-results li a").first.wait_for()
    assert "undefined" not in page.locator("#search-results").inner_text()
