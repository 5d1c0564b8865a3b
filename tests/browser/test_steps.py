"""Lessons in steps: one section at a time, and still one document for links, search, and paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.answering import all_alive, complete, exercise
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.words import words

PHONE = {"width": 390, "height": 844}
FIRST_TOUCH = 1.5  # phone screens from the top to the first thing to do
MOST_STEP = 3.0  # phone screens of one step before any feedback
MOST_LESSON = 14.0  # phone screens of all steps of a lesson, undone

#: What one can touch of exercises, the first in sight (a map's factors are pressed on the map); and how high a step is,
#: from its heading to its foot.
TOUCH = """() => {
  const touched = ':is(button, input, textarea, select, summary, [data-factor])';
  const all = [...document.querySelectorAll(`.bd-article .sl-exercise ${touched}`)];
  const seen = all.find(one => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 4);
  return (seen.getBoundingClientRect().top + scrollY) / innerHeight;
}"""
#: Pages beside the course that are read like a lesson.
BESIDE = ("power-money", "who-is-not", "while-the-boundaries", "from-map-to-act", "merrowdale-live", "come-back")
HEIGHT = """() => {
  const step = [...document.querySelectorAll('section.sl-step:not([hidden])')];
  return step.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0) / innerHeight;
}"""
SHOWN = "() => [...document.querySelectorAll('section.sl-step:not([hidden])')].map(one => one.id)"
IN_SIGHT = """id => {
  const { top, bottom } = document.getElementById(id).getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""


def ids(page: Page) -> list[str]:
    """The steps of a lesson, by the sections that they are."""
    found: list[str] = page.eval_on_selector_all("sl-steps nav li > a", "all => all.map(one => one.hash.slice(1))")
    return found


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(SHOWN)
    return found


@pytest.fixture
def lesson(book: Book, book_http: Site, http_visits: Visits) -> Page:
    """A lesson on a phone."""
    page = http_visits.open(book_http.url(book.course_lessons[0]), viewport=PHONE)
    page.locator("sl-steps nav").wait_for()
    return page


def test_next_and_back_go_step_by_step_and_the_browser_goes_back_as_well(lesson: Page) -> None:
    steps = ids(lesson)
    assert 6 <= len(steps) <= 8
    assert shown(lesson) == steps[:1]
    for one in steps[1:3]:
        lesson.locator("[data-part=next]").click()
        assert shown(lesson) == [one] and lesson.url.endswith(f"#{one}")
        assert lesson.evaluate("document.activeElement.closest('section').id") == one
        assert lesson.evaluate("document.activeElement.localName") == "h2"
    lesson.locator("[data-part=back]").press("Enter")
    assert shown(lesson) == [steps[1]]
    lesson.go_back()
    assert shown(lesson) == [steps[2]]
    lesson.go_back()
    lesson.go_back()
    assert shown(lesson) == [steps[0]]
    lesson.locator("sl-steps nav li > a").last.click()
    assert shown(lesson) == [steps[-1]]
    assert lesson.locator("[data-part=next]").count() == 0 and lesson.locator("sl-end-card").is_visible()


def test_any_place_of_the_lesson_opens_its_step(lesson: Page, book: Book) -> None:
    last = book.lessons[book.course_lessons[0]][-1]["id"]
    address = lesson.url
    for id in (last, "where-this-comes-from"):
        lesson.goto(f"{address}#{id}")
        lesson.reload()
        lesson.wait_for_function(IN_SIGHT, arg=id)
    lesson.goto(f"{address}#{ids(lesson)[1]}")
    lesson.evaluate(
        "id => { const a = document.createElement('a'); a.href = '#' + id; a.textContent = id;"
        "document.querySelector('section.sl-step:not([hidden])').append(a); }",
        last,
    )
    lesson.get_by_role("link", name=last, exact=True).click()
    lesson.wait_for_function(IN_SIGHT, arg=last)


def test_the_whole_page_is_a_press_away_and_remembered(lesson: Page) -> None:
    steps = ids(lesson)
    lesson.get_by_role("button", name=words()["steps_whole"]).click()
    assert shown(lesson) == steps and not lesson.locator(".sl-steps-foot").is_visible()
    lesson.reload()
    lesson.locator("sl-steps nav").wait_for()
    assert shown(lesson) == steps
    lesson.get_by_role("button", name=words()["steps_one"]).click()
    assert shown(lesson) == steps[:1]


def test_on_paper_and_without_scripts_all_of_it_is_there(lesson: Page, book: Book) -> None:
    lesson.emulate_media(media="print")
    heights = lesson.eval_on_selector_all("section.sl-step", "all => all.map(one => one.offsetHeight)")
    assert len(heights) == len(ids(lesson)) and min(heights) > 50
    assert not lesson.locator("sl-steps nav").is_visible()
    for page in book.course_lessons:
        assert not book.soups[page].select("section[hidden]")


def test_a_step_counts_as_done_once_its_exercises_are(lesson: Page, book: Book) -> None:
    first = lesson.locator("sl-steps nav li > a").first
    assert first.get_attribute("data-done") == "false"
    complete(lesson, book.lessons[book.course_lessons[0]][0])
    lesson.locator("sl-steps nav li > a[data-done=true]").wait_for()
    assert first.get_attribute("data-done") == "true"


def test_what_lies_folded_for_who_has_time_holds_no_step_back(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.course_lessons[1]), viewport=PHONE)
    first, second = book.lessons[book.course_lessons[1]][:2]
    assert page.locator(f"details #{second['id']}").count() == 1
    complete(page, first)
    page.locator("sl-steps nav li:first-child > a[data-done=true]").wait_for()


def test_the_card_at_the_end_has_the_learners_issue_and_line(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.course_lessons[0]), viewport=PHONE)
    entries = book.lessons[book.course_lessons[0]]
    for kind in ("issue", "if-then"):
        complete(page, next(entry for entry in entries if entry["kind"] == kind))
    page.locator("sl-steps nav li > a").last.click()
    card = page.locator("sl-end-card")
    assert "Cold, damp homes" in card.inner_text()
    assert card.locator("[data-part=plan]").inner_text() == words()["card_line"].format(
        cue="My own words", action="My own words"
    )
    with page.expect_download() as download:
        page.locator(".sl-lesson-end [data-part=picture]").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_first_thing_to_do_is_near_the_top(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home), viewport=PHONE)
    found = {book.home: page.evaluate(TOUCH)}
    short = [name for name in book.lessons if any(f"/{one}" in name for one in BESIDE)]
    assert len(short) == len(BESIDE)
    for name in [*book.course_lessons, *short]:
        page.goto(book_http.url(name))
        all_alive(page)
        found[name] = page.evaluate(TOUCH)
    assert {name: at for name, at in found.items() if at > FIRST_TOUCH} == {}


def test_steps_and_lessons_are_short(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home), viewport=PHONE)
    long = []
    for name in book.course_lessons:
        page.goto(book_http.url(name))
        page.locator("sl-steps nav").wait_for()
        heights = []
        for id in ids(page):
            page.locator(f"sl-steps a[href='#{id}']").click()
            heights.append(page.evaluate(HEIGHT))
        print(name, [round(one, 1) for one in heights], round(sum(heights), 1))
        for n, one in enumerate(heights, 1):
            if one > MOST_STEP:
                long.append(f"{name}, step {n}: {one:.1f}")
        if sum(heights) > MOST_LESSON:
            long.append(f"{name}: {sum(heights):.1f} screens")
    assert long == []


def test_a_picture_comes_before_the_first_text_field(book: Book) -> None:
    """A place, a model, a map, a river of dates, the places of a sort: with words of their own or beside their words."""
    for name in [*book.course_lessons, *(one for one in book.lessons if any(f"/{it}" in one for it in BESIDE[:5]))]:
        article = book.soups[name].select_one("article")
        assert article
        found = article.select("svg.sl-art, .sl-scene, sl-chart, .sl-figure, .sl-map-wide, .sl-live-role svg, textarea")
        assert found and found[0].name != "textarea", name


def test_a_long_step_is_noticed(lesson: Page) -> None:
    before = lesson.evaluate(HEIGHT)
    lesson.evaluate(
        "document.querySelector('section.sl-step').append(Object.assign(document.createElement('p'), "
        "{ style: 'height: 2532px' }))"
    )
    assert lesson.evaluate(HEIGHT) > before + 2.9
    assert exercise(lesson, {"id": "ward-full-first-move"}).is_visible()
