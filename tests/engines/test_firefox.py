"""Every exercise of every lesson in a second engine, Firefox, over http and from the folder.

Firefox ESR is driven over WebDriver BiDi, so that any Firefox of the system's will do. `make soak` runs this; it
takes minutes, and what Chromium does in `make test` fails here for the same reasons.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.support.answering import complete, shown
from tests.support.book import Book
from tests.support.lessons import lessons
from tests.support.sites import Site
from tests.support.visits import INLINE
from tests.support.walk import everything

NAMES = ("firefox-esr", "firefox")
PATIENCE = 30_000  # ms: each click is several messages here

pytestmark = pytest.mark.soak("the second engine is driven by `make soak` only")


def firefox_path() -> str:
    named = os.environ.get("FIREFOX")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "install Firefox for `make soak` (on Debian: apt-get install firefox-esr), or set FIREFOX to its path"
    return found


@pytest.fixture(scope="module")
def firefox(playwright_instance: Playwright) -> Iterator[Browser]:
    started = playwright_instance.firefox.launch(channel="moz-firefox", executable_path=firefox_path())
    yield started
    started.close()


@pytest.fixture
def page(firefox: Browser) -> Iterator[Page]:
    context = firefox.new_context(viewport={"width": 1100, "height": 800})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lesson_page", [f"{one.page}.html" for one in lessons()])
def test_every_exercise_can_be_done_and_comes_back(lesson_page: str, book: Book, book_site: Site, page: Page) -> None:
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    entries = book.lessons[lesson_page]
    page.goto(book_site.url(lesson_page))
    for entry in entries:
        complete(page, entry)
    done = everything(entries)
    count = page.locator("sl-progress [data-part=count]").first
    count.filter(has_text=done).wait_for(state="attached")  # It stands in the first step.
    before = [shown(page, entry) for entry in entries]
    page.reload()
    assert [shown(page, entry) for entry in entries] == before
    assert count.inner_text() == done
    assert [url for url in asked if not url.startswith((book_site.origin, *INLINE))] == []
    assert faults == []


def test_search_finds_a_term_from_the_folder(book: Book, page: Page) -> None:
    page.goto(f"{Path(book.root).as_uri()}/search.html?q=stakeholder")
    page.locator("#search-results li a").first.wait_for()


def test_a_fault_in_the_second_engine_is_noticed(page: Page, tmp_path: Path) -> None:
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    (tmp_path / "x.html").write_text("<!doctype html><title>x</title><script>nothing.there</script>", encoding="utf-8")
    page.goto((tmp_path / "x.html").as_uri())
    assert heard
