"""The rhythm of a lesson: how much there is to read between two things to do, and what comes in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

import pytest

from systems_leadership.lesson import lessons
from tests.support.prose import Block, words

from .course import Step, Told, core, course, each_lesson, each_page

MOST_PROSE = 250  # words
MOST_CHOICES = 2
CHOICES = {"choice", "recall"}
MOST_MINUTES = 30
STATED = re.compile(r"It takes (about )?half an hour\.")
SPELT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: How far a lesson's own word for its length may be from the measure, in minutes.
SLACK = {"": 1, "about ": 4}


def stretches(met: Iterable[Step]) -> list[int]:
    """Words of prose before each exercise, and after the last one.

    Lists and quotations count as prose, headings do not. Tables and charts, which cells show, do not either.
    """
    found = [0]
    for step in met:
        if not isinstance(step.met, Block):
            found.append(0)
        elif not step.met.level:
            found[-1] += len(words(step.met.text))
    return found


def longest_row(kinds: Sequence[str]) -> int:
    """How many questions with options come one after the other, whatever prose stands between them."""
    rows = (len(list(row)) for are, row in groupby(kinds, key=CHOICES.__contains__) if are)
    return max(rows, default=0)


def opening(kinds: Sequence[str], number: int) -> list[str]:
    """What is wrong with the recall of a lesson: two at its head from the second on, and no more."""
    wanted = 0 if number == 1 else 2
    found = [place for place, kind in enumerate(kinds) if kind == "recall"]
    return [] if found == list(range(wanted)) else [f"recall at {found}, not at the first {wanted} places"]


def dishonest(text: str, minutes: float) -> list[str]:
    """What is wrong with a lesson's own word for how long it takes."""
    found = STATED.search(text)
    if not found:
        return ["does not say how long it takes"]
    about = found[1] or ""
    off = abs(MOST_MINUTES - minutes)
    return [f"takes {minutes:.1f} minutes, and says '{found[0]}'"] if off > SLACK[about] else []


@each_lesson
def test_there_is_something_to_do_after_a_page_of_prose(told: Told) -> None:
    assert max(stretches(told.steps)) <= MOST_PROSE


@each_page
def test_few_choices_come_in_a_row(told: Told) -> None:
    assert longest_row([spec.kind for spec in told.exercises]) <= MOST_CHOICES


@each_lesson
def test_it_opens_with_two_questions_on_earlier_lessons(told: Told) -> None:
    assert opening([spec.kind for spec in told.exercises], told.lesson.number) == []
    numbers = {lesson.slug: lesson.number for lesson in lessons()}
    asked = [numbers[spec.model_dump()["from_lesson"]] for spec in told.exercises if spec.kind == "recall"]
    assert all(number < told.lesson.number for number in asked)


@each_lesson
def test_it_takes_as_long_as_it_says(told: Told) -> None:
    print(f"{told.minutes:.1f} minutes; prose between exercises: {stretches(told.steps)}")
    assert told.minutes <= MOST_MINUTES
    assert dishonest(" ".join(block.text for block in told.prose), told.minutes) == []


def test_the_page_of_habits_takes_as_long_as_lesson_4_says() -> None:
    habits = next(told for told in course() if told.lesson.slug == "five-habits")
    text = " ".join(block.text for block in core()[3].prose)
    assert f"It takes {SPELT[round(habits.minutes)]} minutes, and more" in text


def test_too_much_prose_is_noticed() -> None:
    page = list(core()[0].steps)
    long = Step("", Block("word " * (MOST_PROSE + 1)))
    assert max(stretches([*page, long])) > MOST_PROSE
    assert max(stretches([long, *page])) > MOST_PROSE
    without = [step for step in page if isinstance(step.met, Block)]
    assert max(stretches(without)) > MOST_PROSE, "the exercises of a lesson part its prose"
    assert stretches([Step("", Block("A heading", level=2))]) == [0]


def test_choices_in_a_row_are_noticed() -> None:
    assert longest_row(["recall", "recall", "choice", "sort"]) == 3
    assert longest_row(["recall", "recall", "sort", "choice", "choice"]) == 2


@pytest.mark.parametrize(
    "kinds, number",
    [
        (["recall", "sort"], 2),
        (["recall", "sort", "recall"], 3),
        (["sort", "recall", "recall"], 3),
        (["recall", "recall", "recall"], 4),
        (["recall", "recall", "sort"], 1),
    ],
)
def test_a_wrong_opening_is_noticed(kinds: list[str], number: int) -> None:
    assert opening(kinds, number)


@pytest.mark.parametrize(
    "text, minutes, fine",
    [
        ("It takes half an hour.", 29.5, True),
        ("It takes half an hour.", 27.0, False),
        ("It takes about half an hour.", 27.2, True),
        ("It takes about half an hour.", 25.0, False),
        ("It takes about half an hour.", 36.0, False),
        ("It takes no time.", 30.0, False),
    ],
)
def test_a_false_promise_of_time_is_noticed(text: str, minutes: float, fine: bool) -> None:
    assert (dishonest(text, minutes) == []) is fine
