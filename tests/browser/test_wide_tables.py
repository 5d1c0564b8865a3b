"""Tables that are wider than a phone say that they scroll, by eye and by keyboard; and rows are marked quietly."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.book import Book
from tests.support.sites import Site
from tests.support.soak import quick
from tests.support.visits import Visits

PHONE = {"width": 390, "height": 844}

#: The boxes that scroll a table sideways: whether each can be focused, and whether it has its hint.
BOXES = """() => [...document.querySelectorAll('article table')].flatMap(table => {
  let box = table.parentElement;
  while (box && !['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) box = box.parentElement;
  if (!box || box.scrollWidth <= box.clientWidth + 1) return [];
  const style = getComputedStyle(box);
  const shaded = style.backgroundAttachment === 'local, local, scroll, scroll';
  return [{ name: box.className, focusable: box.tabIndex === 0,
    hint: shaded && style.backgroundImage.includes('gradient') }];
})"""

#: The whole lesson, and all that is folded in it.
OPENED = """() => { const steps = document.querySelector('sl-steps');
  if (steps && !steps.whole) steps.querySelector('[data-part=whole-page]').click();
  document.querySelectorAll('article details').forEach(one => { one.open = true; }) }"""


def boxes(page: Page, url: str) -> list[dict[str, object]]:
    page.goto(url)
    if page.locator("sl-steps").count():
        page.locator("sl-steps nav").wait_for()
    page.add_style_tag(content="[data-part=table] { display: block !important; }")  # A model shows it after a run.
    page.evaluate(OPENED)
    # The theme makes what scrolls reachable by Tab a moment after the page, or the fold, has opened.
    page.evaluate("dispatchEvent(new Event('resize'))")
    page.wait_for_function(f"({BOXES})().every(one => one.focusable)")
    found: list[dict[str, object]] = page.evaluate(BOXES)
    return found


@pytest.mark.parametrize("mode", quick(["light", "dark"], "dark"))
def test_a_table_that_scrolls_says_so(mode: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.context(viewport=PHONE, color_scheme=mode).new_page()
    found = {
        name: boxes(page, book_http.url(name))
        for name in [*book.course_lessons, "notebooks/in-full.html", "notebooks/directory.html"]
    }
    assert sum(len(one) for one in found.values()) >= 8
    assert {name: one for name, all in found.items() for one in all if not one["hint"]} == {}


def test_a_table_of_facts_is_read_by_keyboard_and_is_not_all_height(
    book: Book, book_http: Site, http_visits: Visits
) -> None:
    page = http_visits.open(book_http.url(book.course_lessons[0]), viewport=PHONE)
    page.locator("sl-steps nav").wait_for()
    page.evaluate(OPENED)
    table = page.locator("table.dataframe").first
    box = table.locator("xpath=ancestor::*[contains(@class, 'text_html')]")
    page.wait_for_function("document.querySelector('.text_html:has(table.dataframe)').tabIndex === 0")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.text_html:has(table.dataframe)').scrollLeft > 0")
    assert table.evaluate("one => one.offsetHeight") < 1500
    # A table that fits on the phone is not made to scroll.
    page.goto(book_http.url(book.course_lessons[3]))
    page.locator("sl-steps nav").wait_for()
    page.evaluate(OPENED)
    assert page.locator(".text_html:has(table.dataframe)").first.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_runs_of_a_model_fit_on_an_office_screen(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url("notebooks/models.html"), viewport={"width": 1280, "height": 800})
    page.locator("sl-simulator.sl-alive").last.wait_for()
    for skip in page.locator("sl-simulator [data-part=skip]").all():
        skip.click()
    over = page.locator("sl-simulator [data-part=table] .sl-scroll").evaluate_all(
        "all => all.map(one => one.scrollWidth - one.clientWidth)"
    )
    assert len(over) > 5 and max(over) <= 0


def rgb(colour: str) -> list[float]:
    return [float(one) for one in colour.removeprefix("rgb(").removesuffix(")").split(",")]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_row_under_the_pointer_is_marked_quietly(mode: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.context(color_scheme=mode).new_page()
    page.goto(book_http.url(book.course_lessons[0]))
    page.locator("sl-steps nav").wait_for()
    page.evaluate(OPENED)
    row = page.locator("table.dataframe tbody tr").nth(1)
    row.hover()
    hovered = row.evaluate("one => getComputedStyle(one).backgroundColor")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(abs(one - other) for one, other in zip(rgb(hovered), rgb(ground), strict=True)) < 24
    assert hovered == page.evaluate(
        """() => { const probe = document.body.appendChild(document.createElement('p'));
        probe.style.background = 'var(--pst-color-surface)'; return getComputedStyle(probe).backgroundColor; }"""
    )


def test_a_name_put_in_the_grid_of_people_leaves_its_columns_as_wide(
    book: Book, book_http: Site, http_visits: Visits
) -> None:
    page = http_visits.open(book_http.url(book.course_lessons[5]))
    page.locator("sl-steps nav").wait_for()
    page.evaluate(OPENED)
    found = page.locator("#who-has-a-part")
    found.locator("[data-draft]").fill("The one who drives the night bus")
    found.locator("[data-draft]").press("Enter")
    heads = found.locator(".sl-grid-of thead th")
    before = heads.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    found.locator("[data-part=grid] [data-chip]").click()
    found.locator("[data-put]").first.click()
    assert heads.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)") == before
    assert max(before) - min(before) < 1
