"""Each model in its room: used by keyboard alone and by single presses alone, and without a finding of axe after it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.support import keyboard
from tests.support.answering import exercise
from tests.support.axe import findings
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.soak import quick
from tests.support.stores import answer_in_book
from tests.support.visits import Visits
from tests.support.words import words
from workbook.lesson import Lesson

ROOM = "notebooks/models.html"
MODELS = [
    "room-shorter-stays",
    "room-trial-six-weeks",
    "room-shared-volunteers",
    "room-street-cafe",
    "room-all-see-all",
    "room-crisis-team-stops",
    "room-last-few-beds",
    "room-small-difference",
    "room-need-doubles-once",
]
#: Where the points that are asked for lie, as shares of the chart's width.
ACROSS = "pad => { const { sheet, x, size } = pad.closest('sl-pen'); return sheet.stops.map(at => x(at) / size[0]); }"
EACH = pytest.mark.parametrize("model", quick(MODELS, "room-street-cafe"))


@pytest.fixture
def room(book_http: Site, http_visits: Visits) -> Page:
    """The model room without movement: a run shows its end at once, and time goes on by hand."""
    page = http_visits.open(book_http.url(ROOM), viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.locator("sl-simulator.sl-alive").first.wait_for(state="attached")
    return page


def press(part: Locator, across: float = 0.5, down: float = 0.5) -> None:
    """One press of the mouse on a place of a part, and nothing else."""
    box = part.bounding_box()
    assert box
    part.click(position={"x": box["width"] * across, "y": box["height"] * down})


def moment(found: Locator) -> float:
    """The moment that its picture shows."""
    return float(found.locator("[data-part=player] input").input_value())


def test_these_are_all_models(book: Book) -> None:
    """Some stand there twice, told of another setting."""
    specs: Any = Lesson("the-model-room").specs
    assert set(MODELS) <= {entry["id"] for entry in book.lessons[ROOM]}
    assert len({specs[id].model for id in MODELS}) == len(MODELS) == len({spec.model for spec in specs.values()})


@EACH
def test_by_keyboard_alone(model: str, room: Page, book: Book) -> None:
    found = exercise(room, {"id": model})
    found.evaluate("one => { const way = one.querySelector('input'); way.focus(); }")
    keyboard.complete(room, next(entry for entry in book.lessons[ROOM] if entry["id"] == model))
    assert answer_in_book(room, model)["predicted"] is not None and len(answer_in_book(room, model)["runs"]) == 2
    time = f"#{model} [data-part=player] input"
    said = found.locator("[data-part=player] output")
    end = moment(found), said.inner_text()
    keyboard.reach(room, time)
    room.keyboard.press("ArrowLeft")
    before = moment(found), said.inner_text()
    assert before[0] < end[0]  # In words it may be the same day.
    room.keyboard.press("ArrowRight")
    assert (moment(found), said.inner_text()) == end
    room.keyboard.press("Home")
    assert moment(found) < before[0] and said.inner_text() not in (end[1], before[1])
    assert [one for one in findings(room) if model in one] == []


@EACH
def test_by_single_presses_alone(model: str, room: Page) -> None:
    found = exercise(room, {"id": model})
    found.scroll_into_view_if_needed()
    pad = found.locator("sl-pen .sl-pad")
    for across in pad.evaluate(ACROSS):  # One press on the chart at each point that is asked for.
        press(pad, across, 0.3)
    press(found.locator("[data-part=predict] button.sl-main"))
    found.locator("[data-part=player] button").first.wait_for()
    press(found.locator("[data-part=player] input"), 0.1)
    at = moment(found)
    press(found.locator("[data-part=player] button").nth(1))
    assert moment(found) > at
    handle = found.locator("[data-part=controls] [data-control]").first
    if handle.get_attribute("type") == "radio":
        press(found.locator("[data-part=controls] .sl-ways .sl-chip:not(:has(:checked))").last)
    else:
        press(handle, 0.02 if float(handle.input_value()) > 0 else 0.98)
    press(found.get_by_role("button", name=words()["sim_keep"]))
    kept = answer_in_book(room, model)
    assert kept["predicted"] is not None and len(kept["runs"]) == 2
    press(found.locator("[data-part=runs] .sl-again").first)
    assert found.locator("[data-part=runs] .sl-again").first.get_attribute("aria-pressed") == "true"
