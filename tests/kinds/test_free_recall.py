"""Free recall: nobody sees a model answer before writing; then it stands beside one's own, and comes back with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.kinds import gallery
from tests.kinds.golden import assert_golden
from tests.kinds.mistakes import Mistake, assert_told
from tests.support.answering import problem, saved, spoken
from tests.support.keyboard import tab_to
from tests.support.words import words

ON_PAGE = ("free-recall",)

FILE = gallery.SAMPLES / "2-recall.yml"
ID = "recall-whose-clock"
AT = f"#{ID}"
WHERE = f"exercise {ID}"
MINE = "Neither body owns it, so somebody has to ask."

MISTAKES = {
    "no model answer": Mistake("    model_answer: >", "    model: >", (WHERE, "field model_answer", "Add it")),
    "one point": Mistake("      - Nobody can order both.\n", "", (WHERE, "field points", "at least 2")),
    "an idea of another lesson": Mistake(
        "    ideas: [G1.2]\n    title: Two clocks",
        "    ideas: [G2.2]\n    title: Two clocks",
        (WHERE, "G2.2", "lesson 1"),
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


def told(page: Page) -> bool:
    return page.locator(f"{AT} [data-part=model]").is_visible()


def test_nothing_is_told_before_something_is_written(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    assert not told(gallery_page) and not found.locator("[data-part=compare]").is_visible()
    found.locator("[data-part=reveal]").click()
    assert problem(found).inner_text() == words()["free_recall_write"]
    assert not told(gallery_page) and gallery.stored(gallery_page, ID) is None
    found.locator("textarea").fill(MINE)
    found.locator("[data-part=reveal]").click()
    saved(found)
    assert told(gallery_page) and "It belongs to neither alone." in spoken(found)
    assert gallery.value(gallery_page, ID) == {"words": MINE, "shown": True, "compared": ""}


def test_by_keyboard_alone_and_back_after_a_reload(gallery_page: Page) -> None:
    tab_to(gallery_page, f"{AT} textarea")
    gallery_page.keyboard.type(MINE)
    tab_to(gallery_page, f"{AT} [data-part=reveal]")
    gallery_page.keyboard.press("Enter")
    tab_to(gallery_page, f"{AT} [data-part=compare] input")
    gallery_page.keyboard.press("Space")
    gallery_page.keyboard.press("ArrowDown")
    saved(gallery_page.locator(AT))
    kept = gallery.value(gallery_page, ID)
    gallery_page.reload()
    gallery_page.locator(f"{AT}.sl-alive").wait_for()
    assert kept["compared"] == "part" and gallery.value(gallery_page, ID) == kept
    assert told(gallery_page)
    assert gallery_page.locator(f"{AT} textarea").input_value() == MINE
    assert gallery_page.locator(f"{AT} input[value=part]").is_checked()
    said = dict(gallery.stored(gallery_page, ID)["said"])
    assert said == {words()["free_recall_words"]: MINE, words()["free_recall_compare"]: words()["free_recall_part"]}


def test_one_can_write_on_after_having_seen_it(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    found.locator("textarea").fill(MINE)
    found.locator("[data-part=reveal]").click()
    saved(found)
    found.locator("textarea").fill("Something else")
    found.locator("textarea").blur()
    assert gallery.value(gallery_page, ID)["words"] == "Something else"
    assert MINE in str(gallery.stored(gallery_page, ID)["earlier"])


def test_what_is_said_is_enough_and_the_focus_is_not_lost(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    found.locator("[data-part=reveal]").click()
    lines = [spoken(found)]
    found.locator("textarea").fill(MINE)
    found.locator("[data-part=reveal]").click()
    lines.append(spoken(found))
    assert gallery_page.evaluate("document.activeElement.matches('summary')"), "the button is gone"
    assert_golden("free-recall", lines)
