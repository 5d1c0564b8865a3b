"""The portfolio's first page, its counts, and its text: what one would show to a colleague comes first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.answering import OWN_WORDS, choose, complete, exercise, predict, saved, write
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.words import words


@pytest.fixture(scope="module")
def page(browser: Browser, book: Book, book_http: Site) -> Iterator[Page]:
    """The portfolio of somebody who has done a part of lesson 1, and one simulator by half."""
    context = browser.new_context(accept_downloads=True, locale="en-GB")
    opened = context.new_page()
    lesson, entries = next(iter(book.lessons.items()))
    opened.goto(book_http.url(lesson))
    by_kind = {entry["kind"]: entry for entry in entries}
    for kind in ("issue", "reflection"):
        complete(opened, by_kind[kind])
    choose(exercise(opened, by_kind["choice"]), 0)
    saved(exercise(opened, by_kind["choice"]))
    predict(exercise(opened, by_kind["simulator"]))
    saved(exercise(opened, by_kind["simulator"]))
    line = exercise(opened, by_kind["if-then"])
    write(line, "cue", OWN_WORDS)
    saved(line)
    opened.goto(book_http.url("book/portfolio.html"))
    yield opened
    context.close()


def taken(page: Page, what: str) -> str:
    with page.expect_download() as caught:
        page.get_by_role("button", name=words()[what], exact=True).click()
    return Path(caught.value.path()).read_text(encoding="utf-8")


def test_issue_plan_and_next_steps_come_first(page: Page) -> None:
    assert page.locator("sl-portfolio h2").all_inner_texts().index(words()["portfolio_brief"]) < 5
    brief = page.locator("[data-brief]")
    text = " ".join(brief.all_inner_texts())
    assert OWN_WORDS in text and words()["now_what"] in text
    assert words()["so_what"] not in text, "the first page holds what comes next, and not all of it"
    assert brief.count() == 3


def test_the_count_is_that_of_progress(page: Page, book: Book) -> None:
    lessons = [entry for entry in book.manifest["exercises"] if not entry.get("optional") and not entry.get("of")]
    # Half a simulator and half a line are kept, and not done.
    assert page.locator("[data-part=count]").inner_text() == words()["portfolio_count"].format(
        n=5, done=3, all=len(lessons)
    )
    begun = page.locator(".sl-when", has_text=words()["portfolio_begun"].partition("{")[0])
    assert begun.count() == 2


def test_markdown_quotes_the_learner_and_no_one_else(page: Page) -> None:
    lines = taken(page, "take_markdown").splitlines()
    quoted = [line for line in lines if line.startswith("> ")]
    assert quoted and not any("Merrowdale. The ward is full" in line for line in quoted)
    title = page.locator(".sl-written[data-id] h3").first.inner_text()
    assert not any(line.startswith(f"{title}: ") for line in lines), "the title stands twice"


def test_an_older_record_whose_question_holds_its_title_reads_well(page: Page) -> None:
    record: dict[str, Any] = json.loads(taken(page, "take_json"))["answers"]["my-issue"]
    assert record["asked"].startswith("Name your issue: ")
    asked = page.locator("[data-id=my-issue] .sl-asked").inner_text()
    assert asked and not asked.startswith("Name your issue")
