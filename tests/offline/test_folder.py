"""The unpacked course, opened by its index.html: exercises and search, with every other host blocked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.answering import complete, exercise, shown
from tests.support.book import Book
from tests.support.lessons import lessons
from tests.support.sites import Site
from tests.support.visits import Visits

TERM = "threshold"
#: Every exercise of the book from a folder is in tests/browser; that the zip is that book, in test_zip.py.
#: So all of them once more, from the zip itself, only in `make soak`.
in_soak = pytest.mark.soak("the whole walk is for `make soak`")
PAGES = [f"{one.page}.html" for one in lessons()]


def start(visits: Visits, site: Site, book: Book) -> Page:
    """The welcome page, come to as a learner does."""
    page = visits.open(site.url("index.html"))
    page.wait_for_url(site.url(book.home))
    return page


def found(page: Page, term: str) -> list[str]:
    """Titles that the search finds for a term typed into its field."""
    field = page.locator("article input[name=q], .bd-search-container input").first
    field.fill(term)
    field.press("Enter")
    page.locator("#search-results .search-summary").filter(has_text="found").wait_for()
    return page.locator("#search-results li a").all_inner_texts()


def test_the_course_opens_and_goes_on(book: Book, folder_site: Site, folder_visits: Visits) -> None:
    page = start(folder_visits, folder_site, book)
    lesson = PAGES[0]
    page.locator(f"article a[href*='{lesson}']").first.click()
    page.wait_for_url(f"**/{lesson}*")
    entry = book.lessons[lesson][0]
    complete(page, entry)
    before = shown(page, entry)
    page.goto(folder_site.url(book.home))
    assert page.locator("sl-progress [data-part=go-on]").count() > 0
    page.goto(folder_site.url(lesson))
    assert shown(page, entry) == before
    page.goto(folder_site.url("book/portfolio.html"))
    page.locator("sl-portfolio .sl-written").filter(has_text=entry["title"]).wait_for()


def test_search_finds_a_term(browser: Browser, folder_site: Site, tmp_path: Path) -> None:
    visits = Visits(browser, folder_site.origin, tmp_path)
    page = visits.open(folder_site.url("search.html"))
    titles = found(page, TERM)
    assert "Glossary" in titles and len(titles) > 2
    page.locator("#search-results li a").first.click()
    page.wait_for_load_state()
    assert TERM in page.locator("article").inner_text().lower()
    foreign = [fault for fault in visits.faults() if fault.startswith("request")]
    visits.close()
    assert foreign == []


@in_soak
@pytest.mark.parametrize("lesson", PAGES)
def test_every_exercise_can_be_done(lesson: str, book: Book, folder_site: Site, folder_visits: Visits) -> None:
    page = folder_visits.open(folder_site.url(lesson))
    entries = book.lessons[lesson]
    for entry in entries:
        complete(page, entry)
    before = [shown(page, entry) for entry in entries]
    page.reload()
    assert [shown(page, entry) for entry in entries] == before


def test_a_single_page_out_of_the_folder_is_noticed(
    book: Book, unpacked: Path, browser: Browser, tmp_path: Path
) -> None:
    """The seeded fault: what Windows does to a page opened inside the zip."""
    alone = tmp_path / "alone" / PAGES[0]
    alone.parent.mkdir(parents=True)
    shutil.copyfile(unpacked / PAGES[0], alone)
    visits = Visits(browser, unpacked.as_uri())
    page = visits.open(alone.as_uri())
    page.set_default_timeout(1_000)
    with pytest.raises(Exception, match="Timeout"):
        exercise(page, book.lessons[PAGES[0]][0])
    visits.close()
    assert visits.faults()
