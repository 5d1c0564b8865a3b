"""Sort: one card at a time, told at once; why a wrong place does not fit; a second try before the answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.kinds import gallery
from tests.kinds.mistakes import Mistake, assert_told
from tests.kinds.sight import SEEN_WHOLE
from tests.support.answering import as_list, place_all, problem, saved, sort_cards, spoken
from tests.support.keyboard import tab_to
from tests.support.words import words

ON_PAGE = ("sort",)
FILE = gallery.SAMPLES / "1-sort.yml"
ID = "three-desks"
LATER = "three-desks-later"

MISTAKES = {
    "a misfit that fits": Mistake(
        "misfits: {parks: Nothing", "misfits: {roads: Nothing", ("'pothole'", "under misfits", "Take it out")
    ),
    "a misfit for no place": Mistake("misfits: {parks: Nothing", "misfits: {sea: Nothing", ("'sea'", "The groups are")),
    "another time to tell": Mistake("when: end", "when: never", ("field when", "at-once")),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


def put(found: Locator, place: str) -> str:
    """Press a place, and give what is said of it."""
    found.locator(f"[data-bin={place}]").click()
    return spoken(found)


def go_on(found: Locator) -> str:
    """Press what leads on, and give what is said then."""
    found.locator("[data-part=next]").click()
    return spoken(found)


#: All that a person hears who puts the pothole into two wrong places, the others into right ones.
TRANSCRIPT = """\
Parks. Not quite: it comes back at the end. Parks? Nothing grows in this hole.
Card 2 of 3: A hedge hides the lamp.
Lights. This can be defended. They cannot cut it and they can move the lamp.
Card 3 of 3: The lamp is out.
Lights. It fits. They have the ladder.
Fit best: 1 of 3. Defensible: 1. Not quite: 1. One card comes back once more. It does not belong where you put it.
Card 1 of 3: There is a hole in the lane.
Lights. Not quite. Lights? Read it once more, and ask what speaks for that place and what against it. \
Fits best: Roads. A hole is mended by those who laid the lane.
Fit best: 1 of 3. Defensible: 1. Not quite: 1."""


def test_what_is_heard_is_enough_to_sort(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{ID}")
    heard = [put(found, "parks"), go_on(found), put(found, "lights"), go_on(found), put(found, "lights"), go_on(found)]
    heard += [go_on(found), put(found, "lights"), go_on(found)]
    assert heard == TRANSCRIPT.splitlines()
    assert gallery.value(gallery_page, ID) == {
        "placed": {"pothole": "lights", "hedge": "lights", "lamp": "lights"},
        "checked": True,
        "tried": {"pothole": ["parks", "lights"], "hedge": ["lights"], "lamp": ["lights"]},
    }


def test_the_answer_is_not_shown_before_the_second_try(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{ID}")
    put(found, "parks")
    shown = found.locator(".sl-stage").inner_text()
    assert "Nothing grows in this hole." in shown
    assert "Roads" not in shown and "laid the lane" not in shown
    gallery_page.reload()
    sort_cards(found, 2)
    assert "laid the lane" in found.locator(".sl-board").evaluate("one => one.textContent")


def test_a_wrong_place_without_a_reason_of_its_own_is_told_by_what_it_means(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{ID}")
    put(found, "roads"), go_on(found)
    assert words()["sort_means"].format(means="It is about what one drives or walks on.") in put(found, "roads")


def test_everyone_sees_the_tally(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{ID}")
    tally = found.locator("[data-part=tally]")
    assert tally.inner_text() == words()["sort_tally"].format(n=1, all=3, good=0)
    put(found, "roads")
    assert tally.inner_text() == words()["sort_tally"].format(n=1, all=3, good=1)
    marks = found.locator(".sl-sort-bar li")
    assert marks.evaluate_all("all => all.map(one => one.dataset.verdict || '')") == ["right", "", ""]


def test_by_keys_alone(gallery_page: Page) -> None:
    """A number puts the card, Enter leads on: two keys for each card."""
    found = gallery_page.locator(f"#{ID}")
    tab_to(gallery_page, f"#{ID} .sl-bin")
    for key in "123":
        gallery_page.keyboard.press(key)
        assert gallery_page.evaluate("document.activeElement.dataset.part") == "next"
        gallery_page.keyboard.press("Enter")
    assert gallery.value(gallery_page, ID)["placed"] == {"pothole": "roads", "hedge": "parks", "lamp": "lights"}
    assert found.locator(".sl-board").is_visible()


#: From the button that changes the view on: the pothole to roads, the hedge to parks, the lamp to lights.
KEYS = {
    "cards": ["Tab", "1", "Enter", "2", "Enter", "3", "Enter"],
    "list": ["Tab", "Space", "Tab", "ArrowDown", "Tab", "ArrowDown", "ArrowDown", "Tab", "Enter"],
}


def test_cards_take_fewer_keys_than_the_list(gallery_page: Page) -> None:
    """And each is told on the way, where the list is told at its end."""
    found = gallery_page.locator(f"#{ID}")
    for view, keys in KEYS.items():
        found.locator("[data-part=view]").focus()
        if view == "list":
            found.locator("[data-part=again]").first.click()
            as_list(found)
            found.locator("[data-part=view]").focus()
        for key in keys:
            gallery_page.keyboard.press(key)
        value = found.evaluate("one => one.read()")
        assert value["placed"] == {"pothole": "roads", "hedge": "parks", "lamp": "lights"}, view
        assert value["checked"]
    assert len(KEYS["cards"]) < len(KEYS["list"])


def test_a_card_can_be_dragged(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{ID}")
    for drop, placed in ((None, {}), ("parks", {"pothole": "parks"})):
        card: Any = found.locator(".sl-sorting").bounding_box()
        gallery_page.mouse.move(card["x"] + 40, card["y"] + 20)
        gallery_page.mouse.down()
        to = found.locator(f"[data-bin={drop}]").bounding_box() if drop else {**card, "width": 0, "height": -40}
        assert to
        gallery_page.mouse.move(to["x"] + to["width"] / 2, to["y"] + to["height"] / 2, steps=4)
        gallery_page.mouse.up()
        assert found.evaluate("one => one.read().placed") == placed


#: Of a card held over a place: is the middle of the place the place's own, and is any place wholly behind the card?
HELD = """(card, at) => {
  const bin = card.closest('.sl-desk').querySelector(at);
  const { left, top, width, height } = bin.getBoundingClientRect();
  const on = document.elementsFromPoint(left + width / 2, top + height / 2).find(one => one.matches('.sl-card, .sl-bin'));
  return [on === card ? 'hidden' : 'seen', bin.matches('.sl-over') && getComputedStyle(bin).outlineStyle === 'solid',
    card.getBoundingClientRect().width / card.offsetWidth];
}"""


def test_a_card_that_is_held_hides_no_place(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{ID}")
    card = found.locator(".sl-sorting")
    box, to = card.bounding_box(), found.locator("[data-bin=parks]").bounding_box()
    assert box and to
    gallery_page.mouse.move(box["x"] + 40, box["y"] + 20)
    gallery_page.mouse.down()
    gallery_page.mouse.move(to["x"] + to["width"] / 2, to["y"] + to["height"] / 2, steps=4)
    seen, framed, size = card.evaluate(HELD, "[data-bin=parks]")
    assert (seen, framed) == ("seen", True) and size < 0.6
    gallery_page.mouse.move(to["x"] + to["width"] / 2, to["y"] - 300, steps=4)
    gallery_page.mouse.up()
    assert card.bounding_box() == box, "let go of elsewhere, it is where it was"


def test_places_that_take_no_card_do_not_answer_the_pointer(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{ID}")
    put(found, "parks")
    other = found.locator("[data-bin=lights]")
    colour = "one => getComputedStyle(one).color"
    before = other.evaluate(colour)
    other.hover(force=True)
    assert other.evaluate(colour) == before
    gap = "one => one.querySelector('.sl-saved').getBoundingClientRect().top - one.querySelector('.sl-bins').getBoundingClientRect().bottom"
    saved(found)
    assert found.evaluate(gap) >= 8, "what is said below is part of no place"


def test_what_is_open_is_told_at_the_first_open_card(gallery_page: Page) -> None:
    gallery_page.set_viewport_size({"width": 390, "height": 400})
    found = gallery_page.locator(f"#{ID}")
    as_list(found)
    found.locator(".sl-item").first.locator("label").first.click()
    found.get_by_role("button", name=words()["sort_check"]).click()
    message = problem(found)
    assert message.inner_text() == spoken(found) == words()["sort_pick"].format(n=2)
    assert message.evaluate("one => one.previousElementSibling.dataset.item") == "hedge"
    assert gallery_page.evaluate("document.activeElement.closest('.sl-item').dataset.item") == "hedge"
    assert gallery_page.evaluate(SEEN_WHOLE, f"#{ID} .sl-problem")


def test_all_sorts_of_a_page_turn_together(gallery_page: Page) -> None:
    found, other = (gallery_page.locator(f"#{id}") for id in (ID, LATER))
    as_list(found)
    gallery_page.reload()
    for view in ("cards", "list"):
        found.locator("[data-part=view]").click()
        assert other.get_attribute("data-view") == view, "whoever went back here finds the next as it was"


def test_the_list_holds_the_same_and_is_remembered(gallery_page: Page) -> None:
    found, other = (gallery_page.locator(f"#{id}") for id in (ID, LATER))
    put(found, "roads")
    as_list(found)
    assert found.locator("input:checked").evaluate_all("all => all.map(one => one.value)") == ["roads"]
    assert found.locator(".sl-stage").is_hidden()
    gallery_page.reload()
    assert (found.get_attribute("data-view"), other.get_attribute("data-view")) == ("list", "list")
    place_all(found, 2)
    result = found.locator("[data-part=result] .sl-sentence")
    assert result.inner_text() == spoken(found) == words()["sort_result"].format(fits=1, can=1, off=1, all=3)
    pothole = found.locator(".sl-item").first
    assert words()["sort_off"] in pothole.inner_text()
    found.locator("[data-part=view]").click()
    assert found.locator(".sl-sort-bar li[data-verdict]").count() == 3


def test_in_the_list_too_the_answer_waits_for_a_second_try(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{ID}")
    place_all(found, 1)
    lamp = found.locator(".sl-item").nth(2)
    assert words()["sort_off_again"] in lamp.inner_text() and "ladder" not in lamp.inner_text()
    lamp.locator("label").first.click()
    found.get_by_role("button", name=words()["sort_check"]).click()
    assert "They have the ladder." in lamp.inner_text()


def test_where_it_says_so_all_are_told_at_the_end(gallery_page: Page) -> None:
    found = gallery_page.locator(f"#{LATER}")
    for place in ("lights", "lights"):
        put(found, place)
        assert found.locator(".sl-told-here").count() == 0
    put(found, "roads")
    found.get_by_role("button", name=words()["sort_take_back"]).click()
    put(found, "lights")
    found.locator("[data-part=next]").click()
    stage = found.locator(".sl-stage").inner_text()
    assert words()["sort_result"].format(fits=1, can=0, off=2, all=3) in spoken(found)
    assert "No lamp dries it." in stage and "It stands under a tree." not in stage
    sort_cards(found, 0)
    assert gallery.value(gallery_page, LATER)["tried"]["bench"] == ["lights", "roads"]


def test_what_edition_0_1_checked_opens_as_it_was_told(gallery_page: Page) -> None:
    value = {"placed": {"pothole": "parks", "hedge": "parks", "lamp": "lights"}, "checked": True}
    record = {"kind": "sort", "value": value, "saved": "2026-01-01T10:00:00Z", "asked": "x", "said": [], "earlier": []}
    gallery_page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [f"{gallery.COURSE}/v1/{ID}", json.dumps(record)]
    )
    gallery_page.reload()
    found = gallery_page.locator(f"#{ID}")
    assert found.locator(".sl-board").is_visible(), "its answer was shown already: no second try"
    read = found.evaluate("one => one.read()")
    assert {name: read[name] for name in value} == value
    assert gallery.value(gallery_page, ID) == value, "opening it changes nothing"


#: Many plays by chance: press a place, lead on, turn to the list and back, move an item in it, check, begin anew.
PLAYS = """found => {
  const pick = all => all[Math.floor(random() * all.length)];
  let state = 7; const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const moves = ['.sl-bin', '.sl-bin', '[data-part=next]', '[data-part=view]', 'input', 'input', 'form > button', '[data-part=again]'];
  const wrong = [];
  for (let step = 0; step < 400; step += 1) {
    const can = [...found.querySelectorAll(pick(moves))].filter(one => one.checkVisibility());
    if (!can.length) continue;
    pick(can).click();
    const value = found.read();
    found.show(structuredClone(value));
    if (JSON.stringify(found.read()) !== JSON.stringify(value)) wrong.push(value);
  }
  return wrong;
}"""


@pytest.mark.parametrize("id", [ID, LATER])
def test_whatever_one_does_is_read_again(id: str, gallery_page: Page) -> None:
    found: Any = gallery_page.locator(f"#{id}")
    assert found.evaluate(PLAYS) == []
    saved(found)
    before = found.evaluate("one => { one.save(); return one.read(); }")
    gallery_page.reload()
    assert found.evaluate("one => one.read()") == before
