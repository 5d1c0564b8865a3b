"""Exploring a given map in the browser, and both maps at every width; test_gallery.py looks at them with axe."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.kinds import gallery
from tests.kinds.golden import assert_golden
from tests.support.answering import OWN_WORDS, spoken
from tests.support.contexts import MOVING
from tests.support.keyboard import tab_to
from tests.support.visits import Visits
from tests.support.words import words

from .map_hands import GIVEN, OWN, TIME, WAITING, button, link, nudge
from .test_causal_map import EXPLORE

ON_PAGE = ("causal-map",)


def still(visits: Visits, address: str) -> Page:
    """A page for one who asked for less motion: nothing runs on by itself."""
    return visits.open(address, reduced_motion="reduce")


def test_exploring_by_clicks_alone(gallery_visits: Visits, gallery_url: str) -> None:
    page = still(gallery_visits, gallery_url)
    found = page.locator(GIVEN)
    nudge(page, "days")
    assert spoken(found) == "You begin with a rise in days in hospital."
    shown = found.locator("[data-part=run] button:visible").all_inner_texts()
    assert shown == [words()["map_step"], words()["map_rest"]]
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
        assert sum(f"The loop ‘{name}’ has come round." in step for step in steps) == 1
    # Only the café's loop does not pass through the days in hospital.
    assert [words()["map_beside"] in step for step in steps] == ["‘The café hears of it’" in step for step in steps]
    compare = found.locator("[data-part=compare]").inner_text()
    assert compare == "You had it. What comes back by the map: both."
    assert compare in spoken(found)
    # Buttons with nothing left to do are gone, and focus is not lost with the one that was pressed.
    assert not button(found, "map_step").is_visible() and button(found, "map_up").is_visible()
    assert page.evaluate("document.activeElement.dataset.part") == "compare"
    nudge(page, "visits", "map_down", "map_just_show")
    assert found.locator("[data-part=compare]").inner_text() == ""
    button(found, "map_rest").click()
    assert spoken(found) == "What comes back by the map: a push the other way."
    rows = found.locator("tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["days in hospital ▲ rise", "both", "both"],
        ["visits from the café ▼ fall", "I skip the guess", "a push the other way"],
    ]
    # The reason is the link's own: it reads well beside a fall, too.
    nudge(page, "need", "map_down")
    button(found, "map_step").click()
    told = "A fall in help needed at home leads to a rise in free care rounds. Why this link was drawn: Longer visits"
    assert found.locator("[data-part=sentence]").inner_text().startswith(told)


def test_exploring_by_keyboard_alone_and_reloading(gallery_page: Page) -> None:
    tab_to(gallery_page, f"{GIVEN} select")
    gallery_page.keyboard.press("ArrowDown")
    tab_to(gallery_page, f"{GIVEN} [data-push=up]")
    gallery_page.keyboard.press("Space")
    assert gallery_page.evaluate("document.activeElement.dataset.expect") == "same"
    gallery_page.keyboard.press("Enter")
    tab_to(gallery_page, f"{GIVEN} [data-part=rest]")
    gallery_page.keyboard.press("Space")
    assert gallery_page.locator(f"{GIVEN} [data-part=steps] li").count() == 17
    assert gallery_page.evaluate("document.activeElement.dataset.part") == "compare"
    tab_to(gallery_page, f"{GIVEN} textarea")
    gallery_page.keyboard.type(OWN_WORDS)
    gallery.settled(gallery_page, "merrowdale-map", f"v.debrief[0] === {json.dumps(OWN_WORDS)}")
    value = gallery.value(gallery_page, "merrowdale-map")
    assert value["runs"] == [{"factor": "waits", "change": "up", "expected": "same"}]
    before = gallery_page.locator(f"{GIVEN} [data-part=tried]").inner_text()
    gallery_page.reload()
    assert gallery_page.locator(f"{GIVEN} [data-part=tried]").inner_text() == before
    assert gallery_page.locator(f"{GIVEN} textarea").first.input_value() == OWN_WORDS


def test_the_first_guess_for_a_nudge_stays_and_is_not_asked_again(gallery_page: Page) -> None:
    nudge(gallery_page, "days", expected="map_expect_none")
    nudge(gallery_page, "days")
    assert gallery.value(gallery_page, "merrowdale-map")["runs"] == [
        {"factor": "days", "change": "up", "expected": "none"}
    ]


@pytest.mark.parametrize(
    ("factor", "expected", "told"),
    [
        ("days", "map_expect_both", "You had it."),
        ("days", "map_expect_same", "You had half of it: you expected a push the same way."),
        ("visits", "map_expect_both", "You had half of it: you expected both."),
        ("visits", "map_expect_same", "It is otherwise: you expected a push the same way."),
        ("visits", "map_expect_none", "It is otherwise: you expected nothing."),
    ],
)
def test_whether_the_guess_was_right_is_said_first(factor: str, expected: str, told: str, gallery_page: Page) -> None:
    nudge(gallery_page, factor, expected=expected)
    button(gallery_page.locator(GIVEN), "map_rest").click()
    assert gallery_page.locator(f"{GIVEN} [data-part=compare]").inner_text().startswith(f"{told} What comes back")


def test_each_loop_that_brings_a_push_back_is_lit_and_told(gallery_page: Page) -> None:
    """Its name stands in a closed fold: here it comes with its factors, and in the drawing."""
    page, found = gallery_page, gallery_page.locator(GIVEN)
    nudge(page, "pressure")
    assert not button(found, "map_show_loop").is_visible()
    button(found, "map_rest").click()
    through = [loop for loop in EXPLORE.loops if "pressure" in loop.through]  # type: ignore[attr-defined]
    assert [loop.name for loop in through] == ["Too soon, and back again", "The push for the door"]
    for _ in through:
        button(found, "map_show_loop").click()
        loop = through[0] if "Too soon" in spoken(found) else through[1]
        lit = found.locator("svg:visible [data-factor].sl-map-lit").evaluate_all(
            "all => all.map(one => one.dataset.factor)"
        )
        assert sorted(lit) == sorted(loop.through)
    assert spoken(found) == (
        "2 of 2. ‘The push for the door’ brings a push the other way: "
        "pressure on beds → days in hospital → pressure on beds."
    )
    assert found.locator("[data-part=sentence]").inner_text() == spoken(found)
    nudge(page, "visits")
    assert not button(found, "map_show_loop").is_visible()
    assert found.locator("svg:visible .sl-map-lit").count() == 0


def test_a_push_without_a_factor_is_told(gallery_page: Page) -> None:
    button(gallery_page.locator(GIVEN), "map_up").click()
    assert spoken(gallery_page.locator(GIVEN)) == words()["map_choose"]
    gallery_page.locator(f"{GIVEN} select").first.select_option(index=1)
    assert gallery_page.locator(f"{GIVEN} .sl-message").count() == 0, "it is chosen"


def test_a_pushed_factor_is_marked_at_once(gallery_page: Page) -> None:
    found = gallery_page.locator(GIVEN)
    found.locator("svg:visible [data-factor=days]").click()
    button(found, "map_down").click()
    assert found.locator("svg:visible .sl-map-change").all_text_contents().count("▼") == 1
    assert found.locator("svg:visible [data-factor=days].sl-map-moved").count() == 1


def later(page: Page, seconds: int) -> None:
    """Let the page's clock go on, half a second at a time: a frame for each would take as long as it says."""
    for _ in range(2 * seconds):
        page.clock.fast_forward(500)


def test_it_runs_wave_by_wave_and_the_loop_that_closes_lights_up(gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.context(**MOVING).new_page()
    page.clock.install()
    page.goto(gallery_url)
    found = page.locator(GIVEN)
    nudge(page, "days")
    # The first wave has one link; two that wait have set out, and are not followed yet.
    assert found.locator("svg:visible .sl-map-followed").count() == 1
    assert found.locator("svg:visible .sl-map-waiting").count() == 2
    later(page, 2)
    assert found.locator("svg:visible .sl-map-latest").count() == 2  # both leave the pressure on beds at once
    # What moves at the same time moves somewhere, too.
    wave = found.locator("[data-part=sentence]").inner_text()
    assert wave.endswith("Moving at the same time: people sent home too soon ▲ rise.")
    later(page, 2)
    told = found.locator("[data-part=sentence]").inner_text()
    assert told.startswith("The loop ‘The push for the door’ has come round.") and spoken(found) == told
    assert found.locator("[data-part=picture]").get_attribute("data-lit") == "balancing"
    lit = found.locator("svg:visible [data-factor].sl-map-lit").evaluate_all(
        "all => all.map(one => one.dataset.factor)"
    )
    assert sorted(lit) == ["days", "pressure"]
    assert found.locator("svg:visible [data-link].sl-map-lit").count() == 2
    button(found, "map_pause").click()
    later(page, 7)
    assert found.locator("[data-part=steps] li").count() == 3
    button(found, "map_play").click()
    # Whoever reads on elsewhere meanwhile is left there.
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    later(page, 60)
    assert found.locator("[data-part=run]").evaluate("one => one.getBoundingClientRect().bottom") < 0
    assert found.locator("[data-part=steps] li").count() == 17
    assert button(found, "map_pause").is_hidden() and spoken(found).startswith("You had it.")
    assert found.locator("svg:visible .sl-map-moved").count() == 12


def test_what_is_left_of_a_wave_is_no_more_than_that(gallery_visits: Visits, gallery_url: str) -> None:
    """One link of a wave was stepped: with Play the others follow, and nothing that arrives later."""
    page = gallery_visits.context(**MOVING).new_page()
    page.clock.install()
    page.goto(gallery_url)
    found = page.locator(GIVEN)
    nudge(page, "days")
    button(found, "map_step").click()  # The first wave was one link, and the second has two.
    assert found.locator("[data-part=steps] li").count() == 2
    button(found, "map_play").click()
    assert found.locator("[data-part=steps] li").count() == 3


@pytest.mark.parametrize("screen", [(390, 844), (1280, 800)])
def test_nothing_covers_the_map(screen: tuple[int, int], gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.open(gallery_url, viewport={"width": screen[0], "height": screen[1]})
    found = page.locator(GIVEN)
    nudge(page, "days")
    drawn = found.locator("svg:visible").bounding_box()
    bar = found.locator("[data-part=run]").bounding_box()
    assert drawn and bar and drawn["y"] + drawn["height"] <= bar["y"] + 1, "the bar covers the map"
    assert drawn["y"] >= 0 and bar["y"] + bar["height"] <= screen[1] + 1, "map and bar are not in one view"


def test_with_less_motion_there_are_steps_only(gallery_visits: Visits, gallery_url: str) -> None:
    page = still(gallery_visits, gallery_url)
    found = page.locator(GIVEN)
    nudge(page, "waits")
    assert button(found, "map_play").count() == 0
    assert found.locator("[data-part=steps] li").count() == 0
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


def test_what_is_said_is_enough_to_follow_a_change_to_its_end(gallery_visits: Visits, gallery_url: str) -> None:
    found = still(gallery_visits, gallery_url).locator(GIVEN)
    nudge(found.page, "days")
    lines = [spoken(found)]
    while button(found, "map_step").is_visible():
        button(found, "map_step").click()
        lines.append(spoken(found))
    assert_golden("map-explored", lines)
