"""Every exercise by the keyboard alone, in one walk down the page; and what the live region says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from workbook.lesson import lessons
from tests.support.words import words
from tests.support import keyboard, sample
from tests.support.answering import exercise, spoken
from tests.support.walk import Walks, walk


@pytest.mark.parametrize("lesson_page", [f"{one.page}.html" for one in lessons()])
def test_a_lesson_by_keyboard_alone(lesson_page: str, walks: Walks) -> None:
    assert walks.kept(lesson_page)


def test_every_kind_by_keyboard_alone(sample_page: Page) -> None:
    walk(sample_page, sample.entries())


def test_an_earlier_answer_by_keyboard_alone(sample_page: Page) -> None:
    entry = sample.entry("choice")
    for _ in range(2):
        keyboard.tab_to(sample_page, "#sample-judgement input[type=radio]")
        sample_page.keyboard.press("ArrowDown")
        keyboard.press(sample_page, "#sample-judgement form button")
        sample_page.evaluate("document.activeElement.blur()")
        sample_page.keyboard.press("Shift+Tab")
    keyboard.tab_to(sample_page, "#sample-judgement .sl-earlier summary")
    sample_page.keyboard.press("Enter")
    keyboard.tab_to(sample_page, "#sample-judgement .sl-version button")
    sample_page.keyboard.press("Enter")
    assert spoken(exercise(sample_page, entry)) == words()["brought_back"]
    assert sample_page.evaluate("document.activeElement.matches('#sample-judgement .sl-earlier summary')")


@pytest.mark.parametrize(
    "fault, told",
    [
        (
            "document.querySelectorAll('#sample-judgement input').forEach(one => { one.tabIndex = -1; })",
            "does not lead",
        ),
        (
            "document.head.insertAdjacentHTML('beforeend', '<style>* { outline: none !important }</style>')",
            "not to be seen",
        ),
        (
            "addEventListener('submit', () => { document.activeElement.blur(); })",
            "moved the focus",
        ),
    ],
    ids=["no way by Tab", "focus unseen", "focus moved"],
)
def test_a_barrier_is_noticed(fault: str, told: str, sample_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyboard, "MOST", 100)  # More than the sample has.
    sample_page.evaluate(fault)
    with pytest.raises(keyboard.Unreachable, match=told):
        keyboard.complete(sample_page, sample.entry("choice"))
