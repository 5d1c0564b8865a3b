"""Colours that the reader's system forces: what is pressed can be read, and marks that differ still differ."""

from __future__ import annotations

from tests.support.book import Book
from tests.support.contrast import contrast
from tests.support.sites import Site
from tests.support.visits import Visits

PAINT = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
#: A quarter in a game's look back, as its script makes it.
SQUARE = """standing => {
  const one = document.createElement('i');
  one.dataset.standing = standing;
  const row = document.createElement('div');
  row.className = 'sl-live-squares';
  row.append(one);
  document.querySelector('.sl-live-game').append(row);
  return getComputedStyle(one).backgroundImage;
}"""


def test_the_main_way_on_can_be_read(book: Book, book_http: Site, http_visits: Visits) -> None:
    """It is a link that looks like a button: the system paints its words, and then so must be what is behind them."""
    page = http_visits.open(book_http.url(book.home), forced_colors="active")
    for name, way in ((book.home, ".sl-go-on .sl-main"), (book.course_lessons[0], "[data-part=next]")):
        page.goto(book_http.url(name))
        found = page.locator(way)
        for _ in range(2):
            words, behind = found.evaluate(PAINT)
            assert contrast(words, behind) >= 4.5, f"{name}: {words} on {behind}"
            found.hover()
    page.locator("sl-steps nav li > a").last.click()
    words, behind = page.locator(".sl-end-ways a.sl-main").evaluate(PAINT)
    assert contrast(words, behind) >= 4.5


def test_a_grip_lies_on_its_track(book_http: Site, http_visits: Visits) -> None:
    """Ours has its place on our track; the system's own track is another."""
    page = http_visits.open(book_http.url("notebooks/models.html"), forced_colors="active")
    handle = page.locator("sl-simulator input[type=range]").first
    assert handle.evaluate("one => getComputedStyle(one).appearance") == "none"


def test_on_close_and_off_look_different_in_the_game(book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url("notebooks/merrowdale-live.html"), forced_colors="active")
    page.locator(".sl-live-game").first.wait_for(state="attached")
    found = [page.evaluate(SQUARE, standing) for standing in ("green", "amber", "red")]
    assert len(set(found)) == 3, found
