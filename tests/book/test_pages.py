"""The built pages as files: what each must have, what none may have."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.bench.weight import is_prose, own_script
from tests.support.book import Book, manifest_of
from tests.support.lessons import lessons
from workbook.course import current
from workbook.lesson import manifest

KB = 1024
#: Attributes through which a page loads something, by element.
LOADS = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}


def foreign(soup: BeautifulSoup) -> list[str]:
    """What the page would load from elsewhere."""
    found = [str(one[name]) for tag, name in LOADS.items() for one in soup.find_all(tag, attrs={name: True})]
    return [url for url in found if re.match(r"(https?:)?//", url)]


def poor_alts(soup: BeautifulSoup) -> list[str]:
    """Images whose text says nothing: none, a file name, or 'image'."""
    poor = re.compile(r"^$|\.(svg|png|jpe?g|webp)$|^(image|picture|figure|chart)$|[/_]", re.IGNORECASE)
    pictures = [one for one in soup.find_all("img") if one.get("alt") != "" or not one.get("aria-hidden")]
    return [str(one)[:120] for one in pictures if poor.search(str(one.get("alt", "")).strip())]


def given_twice(soup: BeautifulSoup) -> list[str]:
    """Ids that more than one element of a page has: a link or a label finds only the first."""
    counted = Counter(str(one["id"]) for one in soup.find_all(id=True))
    return [id for id, many in counted.items() if many > 1]


def test_each_id_is_given_once_on_a_page(book: Book) -> None:
    assert {page: given_twice(soup) for page, soup in book.soups.items() if given_twice(soup)} == {}


def test_each_page_has_language_title_and_one_heading(book: Book) -> None:
    for page, soup in book.soups.items():
        assert soup.html is not None and soup.html.get("lang") == "en-GB", page
        assert soup.title is not None and soup.title.get_text(strip=True), page
        assert len(soup.find_all("h1")) == 1, page
    titles = [soup.title.get_text() for page, soup in book.soups.items() if soup.title and not book.redirects(page)]
    assert len(set(titles)) == len(titles)


def test_no_page_loads_from_elsewhere(book: Book) -> None:
    assert {page: foreign(soup) for page, soup in book.soups.items() if foreign(soup)} == {}


def test_no_style_sheet_loads_from_elsewhere(book: Book) -> None:
    for path in book.root.rglob("*.css"):
        assert re.findall(r"url\(['\"]?(?:https?:)?//|@import", path.read_text(encoding="utf-8")) == [], path.name


#: Their words come up in other lessons, with the title of where they were written.
SHARING = ("if-then", "issue")


def untitled(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry of the manifest without titles, as a page has it that tells nothing of its exercise."""
    bare = {name: value for name, value in entry.items() if name != "title"}
    if "versions" in bare:
        bare["versions"] = [{**one, "title": None} for one in bare["versions"]]
    return bare


def test_each_page_knows_the_whole_course(book: Book) -> None:
    exercises = manifest(lessons())
    for page in book.full_pages:
        if page == "search.html":
            continue
        found = manifest_of(book.soups[page])
        lesson = page in {f"{one.page}.html" for one in lessons()}
        for one, told in zip(exercises, found["exercises"], strict=True):
            named = not lesson or f"{one['page']}.html" == page or one["kind"] in SHARING
            assert told == (one if named else untitled(one)), page
        assert found["course"] == current().id
        assert (book.root / page).parent.joinpath(found["root"]).resolve() == book.root.resolve(), page


def test_each_exercise_stands_on_its_page(book: Book) -> None:
    for page, entries in book.lessons.items():
        there = [one["id"] for one in book.soups[page].select(".sl-exercise[data-kind]")]
        assert there == [entry["id"] for entry in entries]
        assert len(book.soups[page].select("sl-progress")) == 1


def test_each_lesson_begins_with_its_outcomes(book: Book) -> None:
    for lesson in lessons():
        article = book.soups[f"{lesson.page}.html"].find("article")
        assert article is not None
        text = " ".join(article.get_text(" ").split())
        if not lesson.optional:
            assert all(" ".join(outcome.split()).rstrip(".") in text for outcome in lesson.outcomes)


def test_no_page_shows_an_error_or_a_leftover(book: Book) -> None:
    for page, soup in book.soups.items():
        text = soup.get_text(" ")
        for leftover in ("Traceback", "<Exercise ", "{issue}", "{place}", "undefined", "TODO", "coming soon"):
            assert leftover not in text, f"{page}: {leftover}"
        assert soup.select(".stderr, .output_error, .problematic, .system-message") == [], page


def test_each_image_says_what_it_shows(book: Book) -> None:
    assert {page: poor_alts(soup) for page, soup in book.soups.items() if poor_alts(soup)} == {}


def test_a_lesson_is_at_most_280_kilobytes(book: Book) -> None:
    """Before it is compressed; readers without scripts have each exercise in all three settings."""
    sizes = {page: (book.root / page).stat().st_size for page in book.course_lessons}
    assert {page: size for page, size in sizes.items() if size > 280 * KB} == {}


def test_the_scripts_of_a_page_are_within_their_budget(book: Book) -> None:
    over = {}
    for page in book.full_pages:
        most = 12 if is_prose(book, page) else 40 if page in (*book.course_lessons, book.home) else 60
        if own_script(book, page) > most:
            over[page] = own_script(book, page)
        if own_script(book, page, waiting=True) > 60:
            over[f"{page} in all"] = own_script(book, page, waiting=True)
    assert over == {}


@pytest.mark.parametrize(
    "html, check",
    [
        ('<script src="https://cdn.example/x.js"></script>', foreign),
        ('<img src="//cdn.example/x.png" alt="A ward">', foreign),
        ('<img src="x.png">', poor_alts),
        ('<img src="x.png" alt="flow.png">', poor_alts),
        ('<img src="x.png" alt="../_images/flow">', poor_alts),
        ('<h2 id="one">One</h2><p id="one">Two</p>', given_twice),
    ],
)
def test_a_fault_is_noticed(html: str, check: type) -> None:
    assert check(BeautifulSoup(html, "lxml"))
    assert not check(BeautifulSoup('<img src="x.png" alt="Beds fill, then people wait.">', "lxml"))
