"""What was said in one exercise stands above another that goes on from it, and nothing where nothing was said."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.browser.test_migration import COURSE, state
from tests.support.lessons import lessons
from tests.support.sites import Site
from tests.support.visits import Visits
from workbook.lesson import Lesson

LESSON, ID = "how-can-i-begin-in-my-area", "my-first-conversation"
EVIL = '<img src=x onerror="hacked=1">'
LINES = [["Play 1", "The council"], ["One", "a"], ["Two", EVIL], ["Three", "c"]]


def opened(site: Site, visits: Visits, said: object) -> Page:
    """The lesson, with what another exercise's record says."""
    kept = {f"{COURSE}/v1/merrowdale-live": json.dumps({"said": said})} if said is not None else {}
    page = visits.open(site.url(f"{Lesson(LESSON).page}.html"), storage_state=state(kept, site))
    page.locator(f"#{ID}.sl-alive").wait_for(state="attached")
    return page


def test_it_stands_there_as_text(book_http: Site, http_visits: Visits) -> None:
    page = opened(book_http, http_visits, LINES)
    said = page.locator(f"#{ID} sl-said")
    assert said.get_attribute("hidden") is None
    assert said.locator("q").text_content() == EVIL
    assert page.locator(f"#{ID} img").count() == 0


@pytest.mark.parametrize("said", [None, [], [["Two", " "], ["Three", "c"]], "no list", [7, 7]], ids=str)
def test_nothing_stands_there_where_nothing_was_said(book_http: Site, http_visits: Visits, said: object) -> None:
    assert not opened(book_http, http_visits, said).locator(f"#{ID} sl-said").is_visible()


def test_it_names_an_exercise_that_there_is() -> None:
    every = {id: spec for lesson in lessons() for id, spec in lesson.specs.items()}
    found = [spec.said.exercise for spec in every.values() if spec.said]
    assert found and set(found) <= set(every)
