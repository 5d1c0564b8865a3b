"""A map of one's own worked in its drawing: pulled by mouse and finger, by keys alone, named and moved where it stands."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.kinds.golden import Transcript, assert_golden
from tests.support.answering import spoken
from tests.support.keyboard import tab_to
from tests.support.visits import Visits
from tests.support.words import words

from .map_hands import OWN, add, button

ON_PAGE = ("causal-map",)
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PAIRS = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (1, 0), (3, 0)]
Spot = tuple[float, float]


def value(page: Page) -> Any:
    return page.locator(OWN).evaluate("one => one.read()")


def middle(page: Page, factor: str) -> Spot:
    page.locator(f"{OWN} svg").evaluate("one => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
    x, y = page.locator(f"{OWN} svg [data-factor='{factor}'] rect").evaluate(
        "one => { const b = one.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; }"
    )
    return x, y


def by_mouse(page: Page, start: Spot, end: Spot) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    page.mouse.move(*end)
    page.mouse.up()


def by_finger(page: Page, start: Spot, end: Spot) -> None:
    session = page.context.new_cdp_session(page)
    half = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for kind, spots in (("Start", [start]), ("Move", [half]), ("Move", [end]), ("End", [])):
        points = [{"x": x, "y": y} for x, y in spots]
        session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
    session.detach()


def free_spot(page: Page) -> Spot:
    """The middle of the drawing, where a ring has no factor."""
    middle(page, "waiting")
    x, y = page.locator(f"{OWN} svg").evaluate(
        "one => { const b = one.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; }"
    )
    return x, y


@pytest.fixture(params=["mouse", "finger"])
def hand(request: pytest.FixtureRequest, gallery_visits: Visits, gallery_url: str) -> tuple[Page, Callable[..., None]]:
    if request.param == "mouse":
        return gallery_visits.open(gallery_url), by_mouse
    return gallery_visits.open(gallery_url, **PHONE), by_finger


def test_a_pull_links_and_moves_and_all_is_undone(hand: tuple[Page, Callable[..., None]]) -> None:
    page, pull = hand
    found = page.locator(OWN)
    pull(page, middle(page, "waiting"), middle(page, "trust"))
    assert [(one["cause"], one["effect"]) for one in value(page)["links"]] == [("waiting", "trust")]
    assert spoken(found).startswith("Link added.")
    assert value(page)["places"] == {}, "what is linked stays where it is"
    pull(page, middle(page, "time"), free_spot(page))
    places = value(page)["places"]
    assert set(places) == {"waiting", "time", "trust"} and places["time"][0] == pytest.approx(500, abs=20)
    assert spoken(found) == words()["map_moved"].format(name="time that staff have to talk")
    page.reload()
    page.locator(f"{OWN}.sl-alive").wait_for()
    assert value(page)["places"] == places
    button(found, "map_tidy").click()
    assert value(page)["places"] == {}
    button(found, "map_undo").click()
    assert value(page)["places"] == places


def test_a_scroll_that_begins_beside_the_factors_scrolls(gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.open(gallery_url, **PHONE)
    x, y = free_spot(page)
    before = page.evaluate("scrollY")
    by_finger(page, (x, y), (x, y - 150))
    page.wait_for_function("before => scrollY > before + 50", arg=before)
    assert value(page)["links"] == [] and value(page)["places"] == {}


def test_two_taps_name_a_factor_or_add_one(gallery_page: Page) -> None:
    page, found = gallery_page, gallery_page.locator(OWN)
    page.mouse.dblclick(*middle(page, "time"))
    page.keyboard.type("waiting rooms")
    page.keyboard.press("Escape")
    assert [one["name"] for one in value(page)["factors"]][1] == "time that staff have to talk"
    page.mouse.dblclick(*middle(page, "time"))
    page.keyboard.type("people waiting for help")
    page.keyboard.press("Enter")
    assert spoken(found) == words()["map_name_twice"], "and the field stays"
    page.keyboard.type(" at home")
    page.keyboard.press("Enter")
    assert [one["name"] for one in value(page)["factors"]][1] == "people waiting for help at home"
    page.mouse.dblclick(*free_spot(page))
    page.keyboard.type("overtime")
    page.keyboard.press("Enter")
    added = value(page)
    assert added["factors"][-1]["name"] == "overtime" and added["places"][added["factors"][-1]["id"]][0] == 500
    button(found, "map_add_here").click()
    page.keyboard.press("Enter")
    assert len(value(page)["factors"]) == 4, "without a name nothing is added"


@pytest.mark.parametrize("way", ["mouse", "finger", "keys"])
def test_six_factors_and_eight_links(way: str, gallery_visits: Visits, gallery_url: str) -> None:
    """Presses without the letters of names: a pull, a tap or a key counts as one."""
    page = gallery_visits.open(gallery_url, **(PHONE if way == "finger" else {}))
    found, presses = page.locator(OWN), 3
    add(page, "rounds", "beds", "visits")
    ids = [one["id"] for one in value(page)["factors"]]
    if way == "keys":
        tab_to(page, f"{OWN} [data-handle='{ids[0]}']")
    at = 0
    for cause, effect in PAIRS:
        if way != "keys":
            pull = by_mouse if way == "mouse" else by_finger
            pull(page, middle(page, ids[cause]), middle(page, ids[effect]))
            presses += 1
            continue
        for end in (cause, effect):
            for _ in range(abs(end - at)):
                page.keyboard.press("Tab" if end > at else "Shift+Tab")
            page.keyboard.press("Enter")
            presses += abs(end - at) + 1
            at = end
            assert page.evaluate("document.activeElement.dataset.handle") == ids[end]
    assert [(ids.index(one["cause"]), ids.index(one["effect"])) for one in value(page)["links"]] == PAIRS
    print(f"six factors and eight links by {way}: {presses} presses")
    assert presses <= {"mouse": 11, "finger": 11, "keys": 40}[way]
    assert found.locator("[data-part=links] li").count() == 8


def test_keys_name_move_and_remove_where_a_factor_stands(gallery_page: Page) -> None:
    page, found = gallery_page, gallery_page.locator(OWN)
    tab_to(page, f"{OWN} [data-handle='time']")
    page.keyboard.press("F2")
    page.keyboard.type("time to talk")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "time to talk"
    before = page.locator(f"{OWN} [data-handle='time']").bounding_box()
    page.keyboard.press("Alt+ArrowLeft")
    after = page.locator(f"{OWN} [data-handle='time']").bounding_box()
    assert before and after and after["x"] < before["x"] - 5
    page.keyboard.press("Control+z")
    assert value(page)["places"] == {}
    page.keyboard.press("Control+Shift+z")
    assert value(page)["places"]["time"]
    page.keyboard.press("Delete")
    assert [one["id"] for one in value(page)["factors"]] == ["waiting", "trust"]
    assert "time to talk" in spoken(found)


def test_a_press_on_a_sign_is_undone_by_the_next_key(hand: tuple[Page, Callable[..., None]]) -> None:
    """And wherever else in the exercise focus is, but where somebody types."""
    page, pull = hand
    found = page.locator(OWN)
    pull(page, middle(page, "waiting"), middle(page, "trust"))
    sign = found.locator("svg .sl-map-link text")
    sign.click()
    assert value(page)["links"][0]["way"] == "opposite"
    page.keyboard.press("Control+z")
    assert value(page)["links"][0]["way"] == "same"
    found.locator("[data-part=links] button").first.focus()
    page.keyboard.press("Control+z")
    assert value(page)["links"] == []
    page.keyboard.press("Control+Shift+z")
    assert len(value(page)["links"]) == 1, "the line that had focus was drawn anew, and the keys still work"
    found.locator("[name=new]").focus()
    page.keyboard.press("Control+z")
    assert len(value(page)["links"]) == 1, "what is typed has an undo of its own"


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_a_ring_covers_nothing(size: tuple[int, int], gallery_page: Page) -> None:
    """No name lies on another, no link ends on another's end, no sign on another."""
    page = gallery_page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    add(page, "rounds", "beds", "visits", "sick days")
    ids = [one["id"] for one in value(page)["factors"]]
    for cause, effect in [*PAIRS, (6, 2), (5, 6)]:
        by_mouse(page, middle(page, ids[cause]), middle(page, ids[effect]))
    assert page.locator(OWN).evaluate(CLOSE) == []


#: Pairs of boxes that overlap, of signs nearer than two radii, of ends of links nearer than 8 px.
CLOSE = """found => {
  const near = (all, least, what) => all.flatMap((one, n) => all.slice(n + 1)
    .filter(other => Math.hypot(one[0] - other[0], one[1] - other[1]) < least).map(other => `${what} ${one} ${other}`));
  const boxes = [...found.querySelectorAll('svg rect')].map(one => one.getBBox());
  const lines = [...found.querySelectorAll('svg .sl-map-line')];
  const ends = lines.flatMap(one => [0, one.getTotalLength()].map(at => { const p = one.getPointAtLength(at); return [p.x, p.y]; }));
  const signs = [...found.querySelectorAll('svg circle')].map(one => [one.cx.baseVal.value, one.cy.baseVal.value]);
  const over = boxes.flatMap((a, n) => boxes.slice(n + 1).filter(b => a.x < b.x + b.width && b.x < a.x + a.width &&
    a.y < b.y + b.height && b.y < a.y + a.height).map(() => 'boxes overlap'));
  return [...over, ...near(ends, 8, 'ends'), ...near(signs, 16, 'signs')];
}"""


def test_the_picture_goes_out_as_png(gallery_page: Page, tmp_path: Path) -> None:
    gallery_page.locator(f"{OWN} .sl-map-files summary").click()
    with gallery_page.expect_download() as download:
        gallery_page.locator(f"{OWN} [data-take=png]").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    picture = path.read_bytes()
    assert picture.startswith(b"\x89PNG") and path.suffix == ".png"
    width, height = struct.unpack(">II", picture[16:24])
    box = gallery_page.locator(f"{OWN} svg").evaluate("one => [one.viewBox.baseVal.width, one.viewBox.baseVal.height]")
    assert width == 2 * box[0] and abs(height - 2 * box[1]) <= 2 and len(picture) > 5_000


def test_what_is_said_is_enough_to_build_a_map(gallery_page: Page) -> None:
    page, transcript = gallery_page, Transcript(gallery_page, gallery_page.locator(OWN))
    press = transcript.press
    tab_to(page, f"{OWN} [name=new]")
    press("Enter")
    page.keyboard.type("overtime")
    press("Enter")
    tab_to(page, f"{OWN} [data-handle='waiting']")
    press("Enter")
    press("Tab", "Enter")
    press("Enter")
    press("Enter")
    press("Enter")
    press("Shift+Tab", "Enter")
    page.keyboard.press("F2")
    page.keyboard.type("people in a queue")
    press("Enter")
    press("Alt+ArrowDown")
    press("Control+z")
    press("Control+Shift+z")
    press("Delete")
    assert_golden("map-built", transcript.lines)
