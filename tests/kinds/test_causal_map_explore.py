"""Exploring a given map in the browser, and both maps at every width; test_gallery.py looks at them with axe."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.kinds import gallery
from tests.support.answering import OWN_WORDS, spoken
from tests.support.keyboard import press, tab_to
from tests.support.visits import Visits
from tests.support.words import words

from .map_hands import GIVEN, OWN, TIME, WAITING, button, link, nudge
from .test_causal_map import EXPLORE

ON_PAGE = ("causal-map",)


def test_exploring_by_clicks_alone(gallery_page: Page) -> None:
    found = gallery_page.locator(GIVEN)
    nudge(gallery_page, "days")
    assert spoken(found) == "You begin with a rise in days in hospital."
    assert found.locator("[data-part=run] .sl-main").all_inner_texts() == [words()["map_step"], words()["map_rest"]]
    steps = []
    for n in range(1, 18):
        button(found, "map_step").click()
        steps.append(found.locator("[data-part=sentence]").inner_text())
        assert spoken(found).startswith(steps[-1])
        assert found.locator("[data-part=steps] li").count() == n
        assert found.locator("svg:visible .sl-map-followed").count() == n
    assert len(set(steps)) == 17
    loops = [loop.name for loop in EXPLORE.loops]  # type: ignore[attr-defined]
    for name in loops:
        assert sum(f"The loop “{name}” has come round." in step for step in steps) == 1
    # Only the café's loop does not pass through the days in hospital.
    assert [words()["map_beside"] in step for step in steps] == ["“The café hears of it”" in step for step in steps]
    compare = found.locator("[data-part=compare]").inner_text()
    assert "You expected both." in compare and "a push the other way, through “The push for the door”" in compare
    assert compare in spoken(found)
    # Buttons with nothing left to do are gone, and focus is not lost with the one that was pressed.
    assert found.locator(".sl-map-buttons button:visible").count() == 0
    assert gallery_page.evaluate("document.activeElement.id") == "merrowdale-map-run-title"
    nudge(gallery_page, "visits", "map_down", "map_expect_skipped")
    assert found.locator("[data-part=compare]").inner_text() == ""
    button(found, "map_rest").click()
    assert "You skipped the guess. What comes back by the map: a push the other way" in spoken(found)
    rows = found.locator("tbody tr").all_inner_texts()
    assert [row.split("\t")[0] for row in rows] == ["days in hospital ▲ rise", "visits from the café ▼ fall"]
    # The reason is the link's own: it reads well beside a fall, too.
    nudge(gallery_page, "need", "map_down")
    button(found, "map_step").click()
    told = "A fall in help needed at home leads to a rise in free care rounds. Why this link was drawn: Longer visits"
    assert found.locator("[data-part=sentence]").inner_text().startswith(told)


def test_exploring_by_keyboard_alone_and_reloading(gallery_page: Page) -> None:
    for at, answer in ((f"{GIVEN} select", "ArrowDown"), (f"{GIVEN} input[name$=change]", "Space")):
        tab_to(gallery_page, at)
        gallery_page.keyboard.press(answer)
    tab_to(gallery_page, f"{GIVEN} input[name$=expected]")
    gallery_page.keyboard.press("Space")
    press(gallery_page, f"{GIVEN} [data-part=nudge] button")
    press(gallery_page, f"{GIVEN} [data-part=step]")
    gallery_page.keyboard.press("Enter")
    assert gallery_page.locator(f"{GIVEN} [data-part=steps] li").count() == 2
    tab_to(gallery_page, f"{GIVEN} [data-part=rest]")
    gallery_page.keyboard.press("Space")
    assert gallery_page.evaluate("document.activeElement.id") == "merrowdale-map-run-title"
    tab_to(gallery_page, f"{GIVEN} textarea")
    gallery_page.keyboard.type(OWN_WORDS)
    gallery.settled(gallery_page, "merrowdale-map", f"v.debrief[0] === {json.dumps(OWN_WORDS)}")
    value = gallery.value(gallery_page, "merrowdale-map")
    assert value["runs"] == [{"factor": "waits", "change": "up", "expected": "same"}]
    before = gallery_page.locator(f"{GIVEN} [data-part=tried]").inner_text()
    gallery_page.reload()
    assert gallery_page.locator(f"{GIVEN} [data-part=tried]").inner_text() == before
    assert gallery_page.locator(f"{GIVEN} textarea").first.input_value() == OWN_WORDS


def test_the_first_guess_for_a_nudge_stays(gallery_page: Page) -> None:
    nudge(gallery_page, "days", expected="map_expect_none")
    nudge(gallery_page, "days", expected="map_expect_both")
    assert gallery.value(gallery_page, "merrowdale-map")["runs"] == [
        {"factor": "days", "change": "up", "expected": "none"}
    ]


def test_a_nudge_without_a_guess_is_told(gallery_page: Page) -> None:
    button(gallery_page.locator(GIVEN), "map_start").click()
    assert spoken(gallery_page.locator(GIVEN)) == words()["map_missing"]


def later(page: Page, seconds: int) -> None:
    """Let the page's clock go on, half a second at a time: a frame for each would take as long as it says."""
    for _ in range(2 * seconds):
        page.clock.fast_forward(500)


def test_play_goes_on_by_itself_until_it_is_paused(gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.context().new_page()
    page.clock.install()
    page.goto(gallery_url)
    found = page.locator(GIVEN)
    nudge(page, "waits")
    button(found, "map_play").click()
    later(page, 7)
    assert found.locator("[data-part=steps] li").count() == 3
    button(found, "map_pause").click()
    later(page, 7)
    assert found.locator("[data-part=steps] li").count() == 3
    button(found, "map_play").click()
    # Whoever reads on elsewhere meanwhile is left there.
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    later(page, 60)
    assert found.locator("[data-part=run]").evaluate("one => one.getBoundingClientRect().bottom") < 0
    assert found.locator("[data-part=steps] li").count() == 17
    assert button(found, "map_play").is_hidden() and "You expected both." in spoken(found)
    nudge(page, "waits")
    assert button(found, "map_play").is_visible()


def test_with_less_motion_there_are_steps_only(gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.open(gallery_url, reduced_motion="reduce")
    found = page.locator(GIVEN)
    nudge(page, "waits")
    assert button(found, "map_play").count() == 0
    button(found, "map_step").click()
    assert found.locator(".sl-map-dot").count() == 0
    assert found.locator("svg:visible .sl-map-latest").count() == 1


TIGHT = """one => [...one.querySelectorAll('.sl-map-factor')].filter(group =>
  group.querySelector('text').getBBox().width > group.querySelector('rect').getBBox().width - 4)
  .map(group => group.textContent)"""


@pytest.mark.parametrize("width", [320, 360, 700, 1200])
def test_it_fits_and_is_readable_at_every_width(width: int, gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.open(gallery_url, viewport={"width": width, "height": 800})
    nudge(page, "days")
    link(page, WAITING, TIME)
    assert page.evaluate(
        "[...document.querySelectorAll('sl-causal-map')].every(one => one.scrollWidth <= one.clientWidth)"
    )
    for at in (GIVEN, OWN):
        svg = page.locator(f"{at} svg:visible")
        assert svg.count() == 1
        scale = svg.evaluate("one => one.getBoundingClientRect().width / one.viewBox.baseVal.width")
        assert 13 * scale >= 11, "letters under 11 px"
        # No name is wider than its box.
        assert svg.evaluate(TIGHT) == []
    small = page.evaluate(
        """[...document.querySelectorAll('sl-causal-map :is(button, input, select, textarea, summary)')]
        .map(one => [one.outerHTML.slice(0, 80), (one.closest('label') || one).getBoundingClientRect()])
        .filter(([, box]) => box.height > 0 && Math.min(box.width, box.height) < 24).map(([html]) => html)"""
    )
    assert small == []
