"""Every exercise by the keyboard alone, in one walk down each lesson; what the live region says; and back again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support import keyboard, sample
from tests.support.answering import choose, exercise, spoken
from tests.support.lessons import lessons
from tests.support.soak import quick
from tests.support.walk import Walks
from tests.support.words import words

LESSONS = [f"{one.page}.html" for one in lessons()]


@pytest.mark.parametrize("lesson_page", quick(LESSONS, *[one for one in LESSONS if "/6-" in one]))
def test_a_lesson_by_keyboard_alone(lesson_page: str, walks: Walks) -> None:
    assert walks.walked(lesson_page)


def test_an_earlier_answer_by_keyboard_alone(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("choice"))
    for option in (0, 1):
        choose(found, option)
    keyboard.tab_to(sample_page, "#sample-judgement .sl-earlier summary")
    sample_page.keyboard.press("Enter")
    keyboard.tab_to(sample_page, "#sample-judgement .sl-version button")
    sample_page.keyboard.press("Enter")
    assert spoken(found) == words()["brought_back"]
    assert sample_page.evaluate("document.activeElement.matches('#sample-judgement .sl-earlier summary')")


def test_a_focus_that_cannot_be_seen_is_noticed(sample_page: Page) -> None:
    sample_page.add_style_tag(content="* { outline: none !important }")
    with pytest.raises(keyboard.Unreachable, match="not to be seen"):
        keyboard.complete(sample_page, sample.entry("choice"))
