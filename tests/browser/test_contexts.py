"""A tab that has served one test is like a new one for the next."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support import sample
from tests.support.answering import complete, exercise
from tests.support.contexts import VIEWPORT, Contexts
from tests.support.sites import Site

#: Whatever one test could leave to another.
LEFT = """() => [localStorage.length, sessionStorage.length, window.name, innerWidth,
  matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('print').matches]"""


def left(page: Page) -> list[object]:
    found: list[object] = page.evaluate(LEFT)
    return found


def test_a_tab_taken_again_is_like_a_new_one(contexts: Contexts, sample_http: Site) -> None:
    page = contexts.take(sample_http.origin)
    new = left(page)
    assert new == [0, 0, "", VIEWPORT["width"], False, False]
    page.goto(sample_http.url(sample.PAGE))
    complete(page, sample.entry("choice"))
    # Not saved yet: the page does that as it is left.
    exercise(page, sample.entry("reflection")).locator("[name=what]").press_sequentially("Half a th")
    page.evaluate("sessionStorage.setItem('a', 'b'); window.name = 'c'")
    page.set_viewport_size({"width": 400, "height": 300})
    page.emulate_media(media="print", color_scheme="dark")
    page.context.new_page()
    assert len([one for one, usual in zip(left(page), new, strict=True) if one != usual]) == len(new)
    assert contexts.take(sample_http.origin) is page
    assert left(page) == new
    assert page.context.pages == [page]


def test_what_is_to_be_kept_is_there(contexts: Contexts, sample_http: Site) -> None:
    items = [{"name": "a", "value": "b"}]
    kept = {"cookies": [], "origins": [{"origin": sample_http.origin, "localStorage": items}]}
    page = contexts.take(sample_http.origin, storage_state=kept)
    assert page.evaluate("Object.entries(localStorage)") == [["a", "b"]]


def test_a_tab_that_a_test_closed_is_replaced(contexts: Contexts, sample_http: Site) -> None:
    page = contexts.take(sample_http.origin)
    page.close()
    assert contexts.take(sample_http.origin) is not page
