"""A lesson takes at most three quarters of an hour with writing and all feedback, and the page says so by itself.

The minutes on cards and at a lesson's head are made from its words and exercises (`workbook/duration.py`): so no
sentence of a lesson may promise another time, and a lesson has a place to stop in the middle.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.prose import Block
from workbook.course import current
from workbook.duration import ROUNDED, WORDS_A_MINUTE, length

from .course import Told, core, course, each_lesson
from .language import sentences
from .rule import hold

MOST = 45  # minutes, in two sittings
#: The lessons beyond the guide, which have cards of their own on the first page.
SHORT = ("power-money-and-open-disagreement", "who-is-not-in-the-room", "while-the-boundaries-move")
MOST_SHORT = 15
FEWEST, MOST_STEPS = 6, 8
STOP = "A good place to stop."
UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty"]
NUMBERS = {word: n for n, word in enumerate(UNITS, 1)} | {"fifteen": 15} | {w: 10 * n for n, w in enumerate(TENS, 2)}
CLOCK = {
    "quarter of an hour": 15,
    "half an hour": 30,
    "three quarters of an hour": 45,
    "three quarters": 45,
    "an hour and a half": 90,
    "an hour": 60,
}
#: A longer phrase stands before the one that is a part of it: the first that fits is taken.
TIME = re.compile(
    rf"(?P<clock>{'|'.join(CLOCK)})|\b(?P<number>\d+|{'|'.join(NUMBERS)})(?= (?:to (?:\d+|\w+) )?minutes?\b)|"
    rf"(?<=to )(?P<upper>\d+|{'|'.join(NUMBERS)})(?= minutes?\b)",
    re.IGNORECASE,
)
TAKES = re.compile(r"\b(takes?|allow|needs?|lasts?|count on|set aside|plan|feedback)\b", re.IGNORECASE)


def stated(text: str) -> list[int]:
    """The minutes that a text says something takes, in its order."""
    found = []
    for sentence in sentences(text):
        for match in TIME.finditer(sentence) if TAKES.search(sentence) else ():
            if match["clock"]:
                found.append(CLOCK[match["clock"].lower()])
            else:
                number = match["number"] or match["upper"]
                found.append(NUMBERS.get(number.lower()) or int(number))
    return found


def opening(told: Told) -> str:
    """What stands under a lesson's title, before its first section."""
    return "\n".join(
        one.met.text for one in told.steps if isinstance(one.met, Block) and one.heading == told.lesson.title
    )


def stops(told: Told) -> list[int]:
    """After which of its steps a lesson says that one may stop, from 1."""
    step, found = 0, []
    for block in told.prose:
        step += block.level == 2
        if STOP in block.text:
            found.append(step)
    return found


@each_lesson
def test_it_can_be_done_in_two_sittings(told: Told) -> None:
    long = length(current(), told.lesson)
    problems = [f"takes {long.minutes} minutes, more than {MOST}"] if long.minutes > MOST else []
    if not FEWEST <= long.steps <= MOST_STEPS:
        problems.append(f"has {long.steps} steps, not {FEWEST} to {MOST_STEPS}")
    middle = range(long.steps // 3 + 1, long.steps - long.steps // 3 + 1)
    if not any(step in middle for step in stops(told)):
        problems.append(f"has no place to stop in its middle: {stops(told)}")
    problems += [f"promises {said} minutes in its own words" for said in stated(opening(told))]
    hold(
        f"a lesson takes at most {MOST} minutes, in {FEWEST} to {MOST_STEPS} steps, with a place to stop in the middle",
        told.page,
        problems,
        "take out prose or an exercise, join steps, or move the place to stop",
    )


@pytest.mark.parametrize("slug", SHORT)
def test_a_short_lesson_is_done_between_two_meetings(slug: str) -> None:
    told = next(one for one in course() if one.lesson.slug == slug)
    long = length(current(), told.lesson)
    problems = [f"takes {long.minutes} minutes, more than {MOST_SHORT}"] if long.minutes > MOST_SHORT else []
    problems += [f"promises {said} minutes in its own words" for said in stated(opening(told))]
    fix = "take out prose, or move an exercise to the model room or a page of its own"
    hold(f"a short lesson takes at most {MOST_SHORT} minutes, feedback included", told.page, problems, fix)


def test_the_first_page_has_a_card_for_each_short_lesson() -> None:
    page = (current().root / "book" / "welcome.md").read_text(encoding="utf-8")
    named = [line for line in page.splitlines() if line in {one.lesson.slug for one in course()}]
    assert named == [*SHORT]


def test_the_estimate_grows_with_what_there_is_to_read() -> None:
    lesson = core()[0].lesson
    exact = sum(spec.minutes for spec in lesson.counted)
    assert exact < length(current(), lesson).minutes
    assert length(current(), lesson).minutes % ROUNDED == 0 and Path(lesson.path).is_file()
    told = sum(len(text.split()) for spec in lesson.counted for text in spec.feedback())
    assert length(current(), lesson).minutes > exact + told / WORDS_A_MINUTE


def test_the_page_of_habits_takes_as_long_as_lesson_4_says() -> None:
    habits = next(told for told in course() if told.lesson.slug == "five-habits")
    said = [time for block in core()[3].prose if "Five habits" in block.text for time in stated(block.text)]
    assert said[:1] == [round(habits.minutes)]


@pytest.mark.parametrize(
    "text, said",
    [
        ("It takes half an hour.", [30]),
        ("It takes about half an hour. What you write stays in this browser.", [30]),
        ("It takes about half an hour by the course's own sum, nearer three quarters if you read all of it.", [30, 45]),
        (
            "It takes half an hour. With all the feedback it is nearer three quarters; you could stop half-way.",
            [30, 45],
        ),
        ("By the course's own sum this takes 30 minutes; an hour and a half with a friend.", [30, 90]),
        ("Allow thirty to forty minutes.", [30, 40]),
        ("Allow three quarters of an hour, and 5 minutes more.", [45, 5]),
        ("There is half an hour until the meeting at nine.", []),
    ],
)
def test_times_are_found(text: str, said: list[int]) -> None:
    assert stated(text) == said
