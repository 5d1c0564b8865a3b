"""The trade-off: its data, the guess before the handle, and what both ends tell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.kinds import gallery
from tests.kinds.golden import assert_golden
from tests.kinds.mistakes import Mistake, assert_told
from tests.kinds.sight import OVERLAPS, SCREENS, SEEN_WHOLE
from tests.support.answering import spoken
from tests.support.keyboard import tab_to
from tests.support.visits import Visits
from tests.support.words import words

ON_PAGE = ("trade-off",)
FILE = gallery.SAMPLES / "3-trade-off.yml"
ID = "split-the-money"
AT = f"#{ID}"
WHERE = f"exercise {ID}"
SPEC: Any = gallery.lesson("sample-trade-off").specs[ID]

MISTAKES = {
    "no such stop": Mistake("start: balance", "start: middle", (WHERE, "no stop 'middle'", "fifth-less, less")),
    "a bar beyond its frame": Mistake(
        "most: 1500", "most: 1400", (WHERE, "'fifth-less' goes beyond 1400", "Raise most")
    ),
    "numbers out of order": Mistake("low: 456, middle: 938", "low: 956, middle: 938", (WHERE, "do not rise")),
    "a stop twice": Mistake("id: little-less", "id: less", (WHERE, "two stops", "its own")),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


def guess(page: Page, n: int) -> None:
    page.locator(f"{AT} [data-part=ask] label").nth(n).click()
    page.locator(f"{AT} [data-part=ask] button").click()


def test_the_guess_comes_first_and_both_ends_answer_it(gallery_page: Page) -> None:
    page, found = gallery_page, gallery_page.locator(AT)
    for hidden in ("[data-part=handle]", "[data-part=table]", "details.sl-feedback >> nth=0"):
        assert found.locator(hidden).is_hidden(), "nothing is given away before the guess"
    found.locator("[data-part=ask] button").click()
    assert spoken(found) == words()["trade_pick"]
    guess(page, 1)
    assert page.evaluate("document.activeElement.dataset.part") == "handle"
    assert found.locator(".sl-trade-bar").count() == 1
    told = found.locator("details.sl-chosen [data-part=feedback]")
    page.keyboard.press("Home")
    assert told.is_hidden()
    page.keyboard.press("End")
    assert told.is_visible() and SPEC.guesses[1].told.split()[0] in told.inner_text()
    assert found.locator(".sl-trade-bar").count() == 3
    assert found.locator(".sl-at .sl-trade-number").inner_text() == str(SPEC.stops[-1].outcome.middle)
    assert SPEC.then in told.inner_text()
    found.get_by_label("5% more money").check()
    assert SPEC.then not in told.inner_text() and words()["trade_before"] in told.inner_text()
    assert found.locator(".sl-at .sl-trade-number").inner_text() == str(SPEC.stops[-1].more.middle)
    gallery.settled(page, ID, "v.guess === 'too-much' && v.tried.length === 3")
    page.reload()
    assert found.locator(".sl-trade-bar").count() == 3 and told.is_visible()


@pytest.mark.parametrize("size", [*SCREENS, {"width": 320, "height": 640}], ids=["phone", "desk", "narrow"])
def test_the_outcome_is_in_sight_while_the_handle_moves(
    size: ViewportSize, gallery_visits: Visits, gallery_url: str
) -> None:
    page = gallery_visits.open(gallery_url, viewport=size)
    guess(page, 0)
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
        assert page.evaluate(SEEN_WHOLE, f"{AT} [data-part=told]") is True
        assert page.evaluate(SEEN_WHOLE, f"{AT} [data-part=bars]") is True
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    assert page.evaluate(SEEN_WHOLE, f"{AT} .sl-feedback.sl-chosen") is True
    assert page.evaluate(OVERLAPS, f"{AT} .sl-trade-number") == []
    assert page.evaluate(OVERLAPS, f"{AT} .sl-trade-name") == []
    # The grip stands under the bar of its split.
    handle, column = (page.locator(f"{AT} {at}").bounding_box() for at in ("[data-part=handle]", ".sl-at"))
    assert handle and column and abs(handle["x"] + handle["width"] - 15 - column["x"] - column["width"] / 2) < 4


def test_what_is_said_is_enough_by_keys(gallery_page: Page) -> None:
    page, found = gallery_page, gallery_page.locator(AT)
    tab_to(page, f"{AT} input[type=radio]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    lines = [spoken(found)]
    for key in ("Home", "End"):
        page.keyboard.press(key)
        split = page.locator(f"{AT} input[type=range]").get_attribute("aria-valuetext")  # The handle says it itself.
        lines.append(f"{split} {spoken(found)}")
    assert_golden("trade-off", lines)


def test_paper_and_a_page_without_scripts_have_the_table(
    gallery_page: Page, gallery_visits: Visits, gallery_url: str
) -> None:
    plain = gallery_visits.context(java_script_enabled=False).new_page()
    plain.goto(gallery_url)
    plain.locator(f"{AT} [data-part=table] summary").click()
    gallery_page.emulate_media(media="print")
    for page in (plain, gallery_page):
        assert page.locator(f"{AT} [data-part=table]").is_visible()
        assert page.locator(f"{AT} [data-part=bars]").is_hidden()
