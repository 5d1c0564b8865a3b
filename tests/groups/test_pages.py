"""The pages for groups in the built book, on screen and on paper."""

from __future__ import annotations

import gzip
import re
from functools import cache
from urllib.parse import urldefrag

from playwright.sync_api import Page

from tests.support.book import Book
from tests.support.lessons import lessons
from tests.support.sites import Site
from tests.support.visits import Visits
from workbook.course import current
from workbook.groups import GroupPlan, group_plans
from workbook.groups.plan import LENGTHS
from workbook.ideas import served

STYLE = "groups.css"
SHEETS = "book/worksheets.html"
BLACK_ON_WHITE = """() => [...document.querySelectorAll('.fc-sheet, .fc-sheet *')].filter(one => {
  const style = getComputedStyle(one);
  return style.color.match(/\\d+/g).slice(0, 3).some(part => part > 60) ||
    !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(style.backgroundColor);
}).map(one => one.outerHTML.slice(0, 80))"""


@cache
def plans() -> list[GroupPlan]:
    return group_plans(current(), lessons())


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text)


def test_each_lesson_has_a_page_with_both_plans(book: Book) -> None:
    for plan in plans():
        page = book.soups[f"book/group-{plan.lesson.number}.html"]
        for table, (name, length) in zip(page.select("table.fc-plan"), LENGTHS.items(), strict=True):
            minutes = [int(row.select("td")[1].get_text()) for row in table.select("tbody tr")]
            assert sum(minutes[:-1]) == minutes[-1] == length
            steps = [urldefrag(str(one["href"]))[1] for one in table.select("a")]
            assert steps == [slot.step for slot in plan.plans[name]]
        text = plain(page.get_text(" "))
        for step in plan.steps.values():
            for piece in step.pieces(plan.lesson.specs, current()):
                for words in (line.text for line in piece.lines):
                    assert plain(words).strip() in text, f"{plan.path.name}, {step.id}"


def test_steps_lead_to_their_exercises(book: Book) -> None:
    for plan in plans():
        page = book.soups[f"book/group-{plan.lesson.number}.html"]
        ways = {urldefrag(str(one["href"])) for one in page.select(".fc-from a")}
        used = {step.exercise for step in plan.steps.values() if step.exercise}
        assert ways == {(f"../{plan.lesson.page}.html", id) for id in used}


def test_each_idea_leads_to_its_exercises(book: Book) -> None:
    page = book.soups["book/ideas.html"]
    found = served(current(), lessons())
    for body in page.select("table.fc-ideas tbody"):
        heading = body.select_one("th")
        assert heading
        id, _, words = heading.get_text(" ", strip=True).partition(" ")
        assert words == current().ideas[id]
        ways = [urldefrag(str(one["href"]))[1] for one in body.select("li a")]
        assert ways == [spec.id for _, spec in found.pop(id)]
    assert found == {}


def test_only_their_pages_load_the_style(book: Book) -> None:
    loads = {page for page, soup in book.soups.items() if soup.select(f"link[href*='{STYLE}']")}
    plan_pages = {f"book/group-{one.lesson.number}.html" for one in plans()}
    assert loads == {SHEETS, "book/ideas.html", "book/role-cards.html", *plan_pages}
    assert len(gzip.compress((book.root / "_static" / STYLE).read_bytes())) < 1024


def paper_pages(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True)))


def test_each_worksheet_is_one_page_of_paper(book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(SHEETS))
    assert paper_pages(page) == len(plans())
    page.add_style_tag(content=".fc-lines i { height: 16mm }")
    assert paper_pages(page) > len(plans()), "sheets that are too long are noticed"


def test_a_worksheet_is_black_on_white_even_where_the_screen_is_dark(book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(SHEETS), color_scheme="dark")
    assert page.evaluate(BLACK_ON_WHITE) != [], "on a dark screen it is not"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(BLACK_ON_WHITE) == []


def test_lines_are_there_on_paper(book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(SHEETS))
    page.emulate_media(media="print")
    lines = page.locator(".fc-lines i").evaluate_all(
        "all => all.map(one => [one.offsetHeight, parseFloat(getComputedStyle(one).borderBottomWidth)])"
    )
    assert len(lines) > 30
    assert all(height >= 28 and width >= 1 for height, width in lines)  # 7.5 mm
