"""Recall: a choice that names an earlier lesson, and never an old item again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.kinds import gallery
from tests.kinds.golden import assert_golden
from tests.kinds.mistakes import Mistake, assert_told
from tests.support.answering import choose, saved, spoken
from tests.support.keyboard import tab_to
from tests.support.lessons import lessons
from tests.support.words import words
from workbook.kinds.recall.recall import Recall
from workbook.spec import Spec

ON_PAGE = ("recall",)

FILE = gallery.SAMPLES / "2-recall.yml"
ID = "recall-chemist-boxes"
AT = f"#{ID}"
WHERE = f"exercise {ID}"
LESSON = gallery.lesson("sample-recall")

MISTAKES = {
    "no such lesson": Mistake(
        "from: what-is-systems-leadership",
        "from: what-is-it",
        (WHERE, "no lesson 'what-is-it'", "The lessons are what-is-systems"),
    ),
    "no lesson named": Mistake("    from: what-is-systems-leadership\n", "", (WHERE, "field from", "Add it")),
    "an idea of another lesson": Mistake(
        "ideas: [G1.2]", "ideas: [G2.2]", (WHERE, "G2.2", "lesson 1", "Begin with the idea")
    ),
    "five options": Mistake(
        "    options:\n", "    options:\n      - ask nobody\n", (WHERE, "field options", "at most 4")
    ),
    "a verdict of the other item": Mistake(
        "verdict: risky", "verdict: right", (WHERE, "'other-shop'", "Change the verdict")
    ),
    "no feedback": Mistake(
        "        feedback: >\n          You cross",
        "        told: >\n          You cross",
        (WHERE, "options.1.feedback", "Add it"),
    ),
    "two options with one id": Mistake("id: letter", "id: sit-in", (WHERE, "'sit-in'", "its own")),
    "two questions with one id": Mistake("id: recall-two-clocks", "id: recall-chemist-boxes", (ID, "its own id")),
    "neither judgement nor fact": Mistake("item: judgement", "item: opinion", (WHERE, "field item", "Use one of them")),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


def folded(text: str) -> str:
    """A text as a reader would call it the same: letters and figures only."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def shown(spec: Spec) -> set[str]:
    """What an item shows: its prompt, and its options or the like."""
    parts: list[Any] = [*getattr(spec, "options", []), *getattr(spec, "items", [])]
    return {folded(spec.prompt), *(folded(part.text) for part in parts)}


def shown_again(specs: Iterable[Spec]) -> list[str]:
    """Recall items that repeat a prompt or an option of another item."""
    every = list(specs)
    return [
        f"{one.id} repeats {other.id}: {' | '.join(shown(one) & shown(other))}"
        for one in every
        if isinstance(one, Recall)
        for other in every
        if other.id != one.id and shown(one) & shown(other)
    ]


def too_early(found: Iterable[Any]) -> list[str]:
    """Recall items that draw on their own lesson or on a later one."""
    numbers = {lesson.slug: lesson.number for lesson in lessons()}
    return [
        f"{spec.id} in lesson {lesson.number} draws on {spec.from_lesson}"
        for lesson in found
        for spec in lesson.specs.values()
        if isinstance(spec, Recall) and numbers[spec.from_lesson] >= lesson.number
    ]


def course() -> list[Spec]:
    return [spec for lesson in (*lessons(), *gallery.lessons()) for spec in lesson.specs.values()]


def course_once() -> list[Spec]:
    """Every exercise once: a sample that a lesson has taken over is the same exercise."""
    return list({spec.id: spec for spec in course()}.values())


def test_no_old_item_is_shown_again() -> None:
    assert shown_again(course_once()) == []


def test_recall_draws_on_earlier_lessons_only() -> None:
    assert too_early([*lessons(), *gallery.lessons()]) == []


@pytest.mark.parametrize("repeated", ["prompt", "options"])
def test_an_old_item_shown_again_is_noticed(repeated: str) -> None:
    old = next(spec for spec in course_once() if spec.id == "ward-full-first-move")
    new = LESSON.specs[ID].model_copy(update={repeated: getattr(old, repeated)})
    assert shown_again([old, new]) != []


def test_an_item_on_its_own_lesson_is_noticed() -> None:
    LESSON_ONE = lessons()[0]
    same = type("SameLesson", (), {"number": LESSON_ONE.number, "specs": {ID: LESSON.specs[ID]}})
    assert too_early([same]) != []


def test_it_names_its_lesson(gallery_page: Page) -> None:
    head = gallery_page.locator(f"{AT} .sl-kind").inner_text()
    assert head == f"{words()['kind_recall']} {lessons()[0].title}"


def test_by_clicks_alone_and_back_after_a_reload(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    assert found.locator("details.sl-feedback p").locator("visible=true").count() == 0
    choose(found, 2)
    assert words()["verdict_risky"] in spoken(found)
    saved(found)
    assert gallery.value(gallery_page, ID) == {"option": "other-shop"}
    assert gallery.stored(gallery_page, ID)["kind"] == "recall"
    gallery_page.reload()
    assert found.locator("input:checked").get_attribute("value") == "other-shop"
    assert found.locator("details.sl-feedback[open]").count() == 1


def test_by_keyboard_alone(gallery_page: Page) -> None:
    tab_to(gallery_page, f"{AT} input[type=radio]")
    gallery_page.keyboard.press("Space")
    tab_to(gallery_page, f"{AT} form button")
    gallery_page.keyboard.press("Space")
    found = gallery_page.locator(AT)
    assert found.locator(".sl-chosen .sl-verdict").inner_text() in spoken(found)


def test_what_is_said_of_each_option_is_enough(gallery_page: Page) -> None:
    """Nothing picked, then each option in the order of the file."""
    found = gallery_page.locator(AT)
    found.locator("form button").click()
    lines = [spoken(found)]
    for place in range(found.locator(".sl-choice").count()):
        choose(found, place)
        lines.append(spoken(found))
    assert_golden("choice", lines)
