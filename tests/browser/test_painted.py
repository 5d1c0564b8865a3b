"""Pictures are painted: counted in what a screen shows, since what is in the page may lie behind something."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.book import Book
from tests.support.painted import colours
from tests.support.sites import Site
from tests.support.visits import Visits

FEWEST = 6  # colours of a drawing; a blank box with its labels shows two or three
ROOM = "notebooks/models.html"
END = """scene => {
  const exercise = scene.closest('sl-simulator');
  return exercise.load().then(() => exercise.moving.player.to(exercise.moving.player.last));
}"""
WORDLESS = ".sl-scene text { visibility: hidden !important; }"  # the edges of letters alone have six colours
COVER = ".sl-sheet { background: #fff !important; }"
BLANK = ".sl-place svg { opacity: 0; }"
SCENES = "sl-simulator.sl-exercise [data-part=scene]"


def in_modes(page: Page, selector: str) -> dict[str, int]:
    """Colours of each such picture in sight, in light and in dark, by where it stands."""
    found = {}
    for mode in ("light", "dark"):
        page.evaluate("mode => { document.documentElement.dataset.theme = mode; }", mode)
        for at, one in enumerate(page.locator(selector).all()):
            if one.is_visible():
                found[f"{mode}, picture {at + 1}"] = colours(one)
    return found


def too_few(found: dict[str, int]) -> dict[str, int]:
    return {which: many for which, many in found.items() if many < FEWEST}


def open_room(page: Page, book_http: Site) -> int:
    """Open the model room with the end of each model's run drawn, and say how many there are."""
    page.goto(book_http.url(ROOM))
    scenes = page.locator(SCENES)
    for scene in scenes.all():
        scene.scroll_into_view_if_needed()
        scene.locator(".sl-sheet").first.wait_for(state="attached")
        scene.evaluate(END)
    return scenes.count()


def test_every_model_is_painted(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home), reduced_motion="reduce")
    models = open_room(page, book_http)
    assert models >= 9
    page.add_style_tag(content=WORDLESS)
    found = in_modes(page, SCENES)
    print(found)
    assert len(found) == 2 * models and too_few(found) == {}
    page.add_style_tag(content=COVER)
    # One draws everything on the sheet in front.
    assert len(too_few(in_modes(page, SCENES))) >= 2 * models - 2, "what lies behind something is counted"


def test_the_head_of_every_lesson_is_painted(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home), reduced_motion="reduce")
    assert too_few(in_modes(page, "sl-hero .sl-scene")) == {}
    for name in book.course_lessons:
        page.goto(book_http.url(name))
        found = in_modes(page, ".sl-place:not(sl-end-card *) svg")
        print(name, found)
        assert len(found) == 2 and too_few(found) == {}, name
    page.add_style_tag(content=BLANK)
    assert len(too_few(in_modes(page, ".sl-place:not(sl-end-card *) svg"))) == 2, "a blank picture is not noticed"
