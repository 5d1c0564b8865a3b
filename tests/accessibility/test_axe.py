"""Every page over http: no finding of axe in light and dark, nothing that sticks out or is cut off.

axe sees about a third of what can be wrong; test_keyboard.py and others look for more.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.axe import findings, in_both_modes, unnoticed
from tests.support.book import Book
from tests.support.contrast import contrast
from tests.support.fit import NARROW, WIDE, at_320_pixels, at_twice_the_text_size, sideways, with_room_between_letters
from tests.support.lessons import lessons
from tests.support.sites import Site
from tests.support.soak import SOAK, quick
from tests.support.visits import Visits
from tests.support.walk import Walks

LESSONS = [f"{one.page}.html" for one in lessons()]
#: Walked by keyboard in `make test`, too; the portfolio of the other pages has its answers.
QUICK = next(one for one in LESSONS if "/6-" in one)
SHARES = 9  # of the pages that are no lesson, so that several workers can take some


def looked_at(page: Page, site: Site, names: list[str]) -> list[str]:
    """What is wrong with some pages, everything on them open; each is visited once."""
    sizes = page.context.new_cdp_session(page)
    found = []
    for name in names:
        page.goto(site.url(name))
        page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true; })")
        found += in_both_modes(page) + at_320_pixels(page) + at_twice_the_text_size(page, sizes)
        found += with_room_between_letters(page)
    return found


@pytest.mark.parametrize("lesson_page", quick(LESSONS, QUICK))
def test_a_lesson_done_is_without_a_finding_and_fits(
    lesson_page: str, book_http: Site, http_visits: Visits, walks: Walks
) -> None:
    page = http_visits.context(viewport=WIDE, storage_state=walks.state(lesson_page)).new_page()
    assert looked_at(page, book_http, [lesson_page]) == []


@pytest.mark.parametrize("share", quick(range(SHARES), 0))
def test_every_other_page_is_without_a_finding_and_fits(
    share: int, book: Book, book_http: Site, http_visits: Visits, walks: Walks
) -> None:
    """The portfolio with a lesson in it, and with what each kind on its first page has to say there."""
    page = http_visits.context(viewport=WIDE, storage_state=walks.state(QUICK)).new_page()
    page.goto(book_http.url("index.html"))
    page.wait_for_url(book_http.url(book.home))
    names = [name for name in book.full_pages if name not in LESSONS][share::SHARES]
    assert looked_at(page, book_http, names) == []
    assert len(http_visits.requests) > len(names)


@pytest.mark.soak("`make soak` looks at every page before anything is answered too")
def test_no_finding_before_anything_is_answered(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.context().new_page()
    found = []
    for name in book.full_pages:
        page.goto(book_http.url(name))
        found += in_both_modes(page)
    assert found == []


def test_no_finding_before_an_answer_and_on_problems_by_it(sample_page: Page) -> None:
    """On every kind of exercise."""
    assert not SOAK or in_both_modes(sample_page) == []
    sample_page.evaluate("document.querySelectorAll('.sl-main').forEach(one => one.checkVisibility() && one.click())")
    assert sample_page.locator(".sl-problem").count() > 2
    assert findings(sample_page) == []


def test_a_fault_of_one_mode_is_found(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home))
    page.add_style_tag(content="html[data-theme=dark] h1 { color: #333 !important; }")
    found = in_both_modes(page)
    assert found and all(one.startswith("dark: ") and ": color-contrast: " in one for one in found)


def test_words_cut_off_by_more_room_between_letters_are_found(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.course_lessons[0]))
    assert with_room_between_letters(page) == []
    page.add_style_tag(content=".sl-kind { overflow: hidden; height: 1.55em; line-height: 1.1; }")
    assert any(" p sl-kind" in one for one in with_room_between_letters(page))


def test_search_results_fit_a_narrow_screen(book_http: Site, http_visits: Visits) -> None:
    """An excerpt may hold a long address."""
    page = http_visits.context(viewport=NARROW).new_page()
    page.goto(book_http.url("search.html?q=https"))
    page.locator("#search-results li p", has_text="http").first.wait_for()
    assert sideways(page) == []
    page.add_style_tag(content="#search-results { overflow-wrap: normal; }")
    assert sideways(page), "there is no long address to see it by"


def test_the_skip_links_ring_is_seen(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home))
    for mode in ("light", "dark"):
        page.evaluate("mode => { document.documentElement.dataset.theme = mode; }", mode)
        page.locator(".skip-link a").focus()
        ring, bar = page.locator(".skip-link a").evaluate(
            "one => [getComputedStyle(one).outlineColor, getComputedStyle(one.parentElement).backgroundColor]"
        )
        assert contrast(ring, bar) >= 3, f"{mode}: {ring} on {bar}"
    assert contrast("rgb(20, 24, 30)", "rgb(30, 80, 120)") < 3


def test_faults_are_found(sample_page: Page) -> None:
    """One of each sort: no label, faint, no such role, no language."""
    faults = {
        "document.querySelector('#sample-issue label').remove()": "label",
        "document.querySelector('.sl-title').style.color = '#bbb'": "color-contrast",
        "document.querySelector('sl-choice > div').setAttribute('role', 'grup')": "aria-roles",
        "document.querySelector('html').removeAttribute('lang')": "html-has-lang",
    }
    assert unnoticed(sample_page, faults) == []
