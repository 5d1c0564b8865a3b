"""The lessons of the built book, with no kernel and no network: where one goes on, and how they speak of the issue.

test_keyboard.py does each lesson to its end over http, test_pages.py brings it back from the book's folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.answering import ISSUE, OWN_WORDS, all_shown, complete, exercise
from tests.support.book import Book
from tests.support.lessons import lessons
from tests.support.server import serving
from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.walk import everything
from tests.support.words import words


@pytest.mark.soak("`make soak` does every lesson by pointer as well, both ways")
@pytest.mark.parametrize("lesson_page", [f"{one.page}.html" for one in lessons()])
def test_every_exercise_can_be_done_by_pointer(
    lesson_page: str, book: Book, book_site: Site, book_visits: Visits
) -> None:
    entries = book.lessons[lesson_page]
    page = book_visits.open(book_site.url(lesson_page))
    for entry in entries:
        complete(page, entry)
    before = all_shown(page, entries)
    page.reload()
    assert all_shown(page, entries) == before
    assert page.locator("sl-progress [data-part=count]").first.inner_text() == everything(entries)


def test_one_can_go_on_where_one_stopped(book: Book, book_http: Site, http_visits: Visits) -> None:
    lesson_page = book.course_lessons[0]
    one, two = [entry for entry in book.lessons[lesson_page] if "of" not in entry][:2]
    page = http_visits.open(book_http.url(book.home))
    start = page.locator("sl-progress [data-part=go-on]")
    title = words()["progress_lesson"].format(n=1, title=book.manifest["lessons"][one["lesson"]])
    assert start.inner_text() == words()["progress_start"].format(title=title)
    start.click()
    page.wait_for_url(f"**/{lesson_page}")
    complete(page, one)
    here = str(page.locator("sl-progress [data-part=go-on]").first.evaluate("link => link.href"))
    assert here.endswith(f"{lesson_page}#{two['id']}")
    page.goto(book_http.url(book.home))
    assert start.inner_text() == words()["progress_on"].format(title=title)
    start.click()
    exercise(page, two)
    assert page.url.endswith(f"{lesson_page}#{two['id']}")


def named(page: Page) -> set[str]:
    return set(page.locator("sl-own-words[data-of=issue]").all_text_contents())


def test_the_issue_is_spoken_of_by_its_name(book: Book, book_http: Site, http_visits: Visits) -> None:
    issue = next(entry for entry in book.manifest["exercises"] if entry["kind"] == "issue")
    page = http_visits.open(book_http.url(f"{issue['page']}.html"))
    assert named(page) <= {words()["own_issue"]}
    complete(page, issue)
    speaking = 0
    for lesson_page in book.course_lessons:
        page.goto(book_http.url(lesson_page))
        found = named(page)
        assert found <= {ISSUE}, lesson_page
        speaking += len(found)
    assert speaking > 2


def test_coming_back_one_reads_ones_own_line(book: Book, book_http: Site, http_visits: Visits) -> None:
    line = next(entry for entry in book.manifest["exercises"] if entry["kind"] == "if-then")
    page = http_visits.open(book_http.url(f"{line['page']}.html"))
    complete(page, line)
    page.goto(book_http.url("notebooks/come-back.html"))
    read = page.locator("sl-own-words[data-of=line]").first
    assert read.text_content() == words()["own_line_said"].format(cue=OWN_WORDS, action=OWN_WORDS)


def test_a_fault_in_a_page_is_noticed(browser: Browser, tmp_path: Path) -> None:
    fault = "fetch('https://example.org/x').catch(() => 0); console.error('no'); nothing.there"
    html = f"<!doctype html><link rel=icon href='data:,'><title>x</title><script>{fault}</script>"
    (tmp_path / "x.html").write_text(html, encoding="utf-8")
    with serving(tmp_path) as address:
        visits = Visits(browser, address)
        visits.open(f"{address}/x.html").wait_for_load_state("networkidle")
        visits.close()
    assert {one.partition(":")[0].partition(" to ")[0] for one in visits.faults()} == {
        "request",
        "console error",
        "page error",
    }
