"""The choice of a setting in the built book: kept, acted on, changed without loss, taken away, brought back, erased."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page

from tests.support.answering import complete, exercise
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.words import words

IN_SIGHT = "[...document.querySelectorAll('.sl-version:not([hidden])')].map(one => one.dataset.setting)"
NEAREST = "Object.entries(localStorage).filter(([key]) => key.endsWith('/kept/nearest')).map(([, kept]) => kept)"


def choose(page: Page, book: Book, site: Site, setting: str) -> None:
    page.goto(site.url(book.home))
    page.locator(f"sl-setting.sl-alive input[value={setting}]").check()


def test_a_setting_acts_and_a_change_keeps_answers(book: Book, book_http: Site, http_visits: Visits) -> None:
    lesson = book.course_lessons[0]
    first = book.lessons[lesson][0]
    other = {**first, "id": f"{first['id']}-police"}
    page = http_visits.open(book_http.url(book.home))
    choose(page, book, book_http, "police")
    page.goto(book_http.url(lesson))
    page.locator("sl-versions.sl-alive").first.wait_for()
    assert {*page.evaluate(IN_SIGHT)} == {"police"}
    complete(page, other)
    count = page.locator("sl-progress [data-part=count]").first
    assert count.inner_text().startswith("1 "), "a group counts once"
    group = page.locator("sl-versions").first
    group.locator("[data-of=homes]").click()
    group.locator("[data-part=always]").click()
    assert {*page.evaluate(IN_SIGHT)} == {"homes"} and page.evaluate(NEAREST) == ["homes"]
    page.reload()
    page.locator("sl-versions.sl-alive").first.wait_for()
    assert {*page.evaluate(IN_SIGHT)} == {"homes"}
    assert count.inner_text().startswith("1 ")
    assert exercise(page, other).locator("input:checked").count() == 1


def test_a_setting_that_all_have_already_is_not_offered(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.course_lessons[0]))
    group = page.locator("sl-versions.sl-alive").first
    group.wait_for()
    always = group.locator("[data-part=always]")
    assert always.is_hidden()
    group.locator("[data-of=homes]").click()
    assert always.is_visible()
    always.click()
    assert always.is_hidden()


def test_a_setting_pressed_at_one_exercise_carries_to_the_rest_of_the_page(
    book: Book, book_http: Site, http_visits: Visits
) -> None:
    lesson = book.course_lessons[1]
    heads = [entry for entry in book.lessons[lesson] if entry.get("versions")]
    page = http_visits.open(book_http.url(lesson))
    page.locator("sl-steps [data-part=whole-page]").click()
    page.locator("sl-versions.sl-alive").first.wait_for()
    complete(page, heads[2])
    page.locator(f"sl-versions[data-of={heads[1]['id']}] [data-of=police]").click()
    assert page.evaluate(NEAREST) == [], "one press is no choice for the whole course"
    hospital, police = "hospital", "police"
    assert page.evaluate(IN_SIGHT)[:4] == [hospital, police, hospital, police], "what is above or answered stays"


def test_a_link_brings_its_version_into_sight(book: Book, book_http: Site, http_visits: Visits) -> None:
    lesson = book.course_lessons[0]
    page = http_visits.open(book_http.url(f"{lesson}#{book.lessons[lesson][0]['id']}-homes"))
    page.locator("sl-versions.sl-alive").first.wait_for()
    assert page.evaluate(IN_SIGHT)[0] == "homes"


def test_it_is_taken_away_brought_back_and_erased(
    book: Book, book_http: Site, http_visits: Visits, tmp_path: Path
) -> None:
    page = http_visits.open(book_http.url(book.home))
    choose(page, book, book_http, "police")
    page.goto(book_http.url("book/portfolio.html"))
    with page.expect_download() as taken:
        page.locator("[data-take=json]").click()
    path = tmp_path / "portfolio.json"
    taken.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8"))["nearest"] == "police"
    page.get_by_role("button", name=words()["erase"]).click()
    page.get_by_role("button", name=words()["erase_yes"]).click()
    page.wait_for_function(f"{NEAREST}.length === 0")
    page.locator("#sl-bring").set_input_files(path)
    page.wait_for_function(f"{NEAREST}[0] === 'police'")
