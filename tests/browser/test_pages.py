"""Every page from a folder: nothing asked of others, no complaint; and what notices a page that does not fit.

Over http, tests/accessibility/test_axe.py comes to each page once, for this and more.
"""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.answering import all_shown, exercise
from tests.support.book import Book
from tests.support.fit import CUT, WIDE, at_twice_the_text_size, sideways
from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.walk import Walks, everything
from tests.support.words import words

#: What scripts ask for late is asked for by then.
IDLE = "new Promise(done => requestIdleCallback(done, { timeout: 1000 }))"

MOVING = """exercise => [...exercise.querySelectorAll('*')].filter(one =>
  parseFloat(getComputedStyle(one).transitionDuration) > 0).map(one => `${one.tagName} ${one.className}`)"""


def test_from_a_folder_every_page_comes_up_with_its_answers(
    book: Book, book_folder: Site, folder_visits: Visits, walks: Walks
) -> None:
    """And without a complaint or a call out, see `folder_visits`."""
    walked = walks.all()
    page = folder_visits.open(book_folder.url("index.html"), storage_state=walks.state())
    page.wait_for_url(book_folder.url(book.home))
    for name in book.full_pages:
        if name == "search.html":
            continue  # Its search works from a folder, but logs one fetch that failed.
        page.goto(book_folder.url(name))
        page.evaluate(IDLE)
        if name in book.lessons:
            entries = book.lessons[name]
            shown = all_shown(page, entries)
            for entry in entries:
                before, now = walked[name]["shown"][entry["id"]], shown[entry["id"]]
                if entry["kind"] == "plan":  # It gathers the lines of all lessons, and each was walked alone.
                    before, now = ([one for one in of["controls"] if one[1]] for of in (before, now))
                elif entry["kind"] in (
                    "choice",
                    "recall",
                ):  # Each lesson was walked by a learner with an order of their own.
                    before, now = ({**of, "controls": sorted(of["controls"], key=str)} for of in (before, now))
                assert now == before, entry["id"]
            progress = page.locator("sl-progress").first.inner_text()
            assert everything(entries) in progress and words()["progress_all"].partition(":")[0] in progress
    assert len(folder_visits.requests) > len(book.pages)


def test_words_cut_at_twice_the_size_are_noticed(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.largest_lesson), viewport=WIDE)
    page.add_style_tag(content=".sl-title { overflow: hidden; width: 500px; text-wrap: nowrap !important; }")
    assert page.evaluate(CUT) == []
    assert any(": H3 " in one for one in at_twice_the_text_size(page, page.context.new_cdp_session(page)))


def test_what_sticks_out_is_noticed(sample_page: Page) -> None:
    sample_page.set_viewport_size({"width": 320, "height": 640})
    assert sideways(sample_page) == []
    sample_page.evaluate("document.querySelector('.sl-title').style.width = '400px'")
    assert len(sideways(sample_page)) > 1


def test_a_fold_between_paragraphs_keeps_its_distance(book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url("notebooks/2-where-does-the-idea-come-from.html"))
    fold = page.locator("section > details", has_text="After your run").first
    fold.wait_for(state="attached")
    gap = fold.evaluate(
        """one => {
          for (let at = one; at; at = at.parentElement) at.hidden = false;
          return one.nextElementSibling.getBoundingClientRect().top - one.getBoundingClientRect().bottom;
        }"""
    )
    assert gap > 12


def test_nothing_moves_where_motion_is_unwanted(book: Book, book_http: Site, http_visits: Visits) -> None:
    lesson = next(iter(book.lessons))
    page = http_visits.open(book_http.url(lesson), reduced_motion="reduce")
    for entry in book.lessons[lesson]:
        found = exercise(page, entry)
        assert found.evaluate("one => one.getAnimations({ subtree: true }).length") == 0
        assert found.evaluate(MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
