"""Every exercise of every lesson in the built book, with no kernel and no network."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from workbook.lesson import lessons
from tests.support.words import words
from tests.support.answering import ISSUE, all_shown, complete, exercise
from tests.support.book import Book
from tests.support.server import serving
from tests.support.sites import Site
from tests.support.visits import Visits

LESSONS = [f"{one.page}.html" for one in lessons() if not one.optional]
each_lesson = pytest.mark.parametrize("lesson_page", LESSONS)
# The model room and other pages beside the lessons are done to the end as well.
each_page = pytest.mark.parametrize("lesson_page", [f"{one.page}.html" for one in lessons()])


def count(page: Page) -> str:
    """How many exercises the head of the lesson counts as done."""
    return page.locator("sl-progress [data-part=count]").first.inner_text()


def go_on(page: Page) -> str:
    """Where the offer to go on leads, as a full address."""
    return str(page.locator("sl-progress [data-part=go-on]").first.evaluate("link => link.href"))


@each_page
def test_every_exercise_can_be_done_and_comes_back(
    lesson_page: str, book: Book, book_site: Site, book_visits: Visits
) -> None:
    if book_site.origin != "file://" and not os.environ.get("SOAK"):
        pytest.skip("over http test_keyboard walks every lesson to its end; `make soak` does it by pointer as well")
    entries = book.lessons[lesson_page]
    page = book_visits.open(book_site.url(lesson_page))
    for done, entry in enumerate(entries):
        assert count(page) == words()["progress_done"].format(done=done, all=len(entries))
        complete(page, entry)
    everything = words()["progress_done"].format(done=len(entries), all=len(entries))
    assert count(page) == everything
    before = all_shown(page, entries)
    page.reload()
    assert all_shown(page, entries) == before
    assert count(page) == everything
    assert words()["progress_all"].partition(":")[0] in page.locator("sl-progress").inner_text()


@pytest.mark.parametrize("lesson_page", LESSONS if os.environ.get("SOAK") else [LESSONS[0], LESSONS[-1]])
def test_one_can_go_on_where_one_stopped(lesson_page: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    entries = book.lessons[lesson_page]
    page = http_visits.open(book_http.url(book.home))
    lesson = page.locator(".sl-progress-lesson", has=page.locator(f"[href*='{lesson_page}']"))
    start = lesson.locator("[data-part=go-on]")
    assert start.inner_text() == words()["progress_start"].format(title=entries[0]["title"])
    start.click()
    page.wait_for_url(f"**/{lesson_page}#{entries[0]['id']}")
    complete(page, entries[0])
    assert go_on(page).endswith(f"{lesson_page}#{entries[1]['id']}")
    page.goto(book_http.url(book.home))
    assert start.inner_text() == words()["progress_on"].format(title=entries[1]["title"])
    start.click()
    exercise(page, entries[1])
    assert page.url.endswith(f"{lesson_page}#{entries[1]['id']}")


@each_lesson
def test_the_issue_is_spoken_of_by_its_name(lesson_page: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    issue = next(entry for entry in book.manifest["exercises"] if entry["kind"] == "issue")
    page = http_visits.open(book_http.url(lesson_page))
    echoes = page.locator("sl-own-words[data-of=issue]")
    if not echoes.count():
        pytest.skip("no exercise of this lesson speaks of the issue")
    assert set(echoes.all_text_contents()) == {words()["own_issue"]}
    page.goto(book_http.url(f"{issue['page']}.html"))
    complete(page, issue)
    page.goto(book_http.url(lesson_page))
    exercise(page, book.lessons[lesson_page][0])
    assert set(echoes.all_text_contents()) == {ISSUE}


@pytest.mark.parametrize(
    "fault", ["fetch('https://example.org/x').catch(() => 0)", "nothing.there", "console.error('no')"]
)
def test_a_fault_in_a_page_is_noticed(fault: str, browser: Browser, tmp_path: Path) -> None:
    html = f"<!doctype html><link rel=icon href='data:,'><title>x</title><script>{fault}</script>"
    (tmp_path / "x.html").write_text(html, encoding="utf-8")
    with serving(tmp_path) as address:
        visits = Visits(browser, address)
        visits.open(f"{address}/x.html").wait_for_load_state("networkidle")
        visits.close()
    assert visits.faults()
