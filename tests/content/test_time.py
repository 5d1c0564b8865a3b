"""A lesson takes at most half an hour by the course's formula, and says a time that covers what was measured.

The formula is reading at 200 words a minute, and a number of minutes for each kind of exercise (`Spec.minutes`). It
leaves out the reading of feedback. A lesson may say so and name a second, longer time: that one must cover it too.
How a lesson words this is free: times are looked for in the sentences under its title that speak of taking time or
of feedback.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from tests.support.prose import Block, words

from .course import WORDS_A_MINUTE, Told, core, course, each_lesson
from .language import sentences
from .rule import hold

MOST = 30  # minutes
ROUNDED = 0.5  # what a whole number of minutes may hide
SPARE = 5  # how far the first time that is said may lie above the measure
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


def with_feedback(told: Told) -> float:
    """Minutes for those who read every answer, whatever they chose."""
    return told.minutes + sum(len(words(text)) for spec in told.exercises for text in spec.feedback()) / WORDS_A_MINUTE


def dishonest(said: Iterable[int], minutes: float, longer: float) -> list[str]:
    """What is wrong with the times that a lesson says it takes.

    Args:
        said: in minutes, the course's own sum first; a longest one is for all feedback.
        minutes: by the formula.
        longer: with all feedback read.
    """
    said = list(said)
    if not said:
        return ["does not say how long it takes"]
    found = [f"takes {minutes:.1f} minutes, more than {MOST}"] if minutes > MOST else []
    if minutes > said[0] + ROUNDED:
        found.append(f"takes {minutes:.1f} minutes, and says {said[0]}")
    if said[0] > minutes + SPARE:
        found.append(f"takes {minutes:.1f} minutes only, and says {said[0]}")
    if max(said) > said[0] and longer > max(said) + ROUNDED:
        found.append(f"takes {longer:.1f} minutes with all feedback, and says {max(said)}")
    return found


@each_lesson
def test_it_takes_as_long_as_it_says(told: Told) -> None:
    print(f"{stated(opening(told))}: {told.minutes:.1f} minutes; {with_feedback(told):.1f} with all feedback")
    hold(
        f"a lesson takes at most {MOST} minutes, and as long as it says under its title",
        told.page,
        dishonest(stated(opening(told)), told.minutes, with_feedback(told)),
        "say another time, or take out prose or an exercise",
    )


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


@pytest.mark.parametrize(
    "text, minutes, fine",
    [
        ("It takes half an hour.", 29.5, True),
        ("It takes about half an hour.", 27.2, True),
        ("It takes half an hour, or three quarters with all the feedback.", 30.0, True),
        ("It takes twenty minutes.", 27.0, False),
        ("It takes half an hour.", 36.0, False),
        ("It takes three quarters of an hour.", 36.0, False),
        ("It takes half an hour.", 20.0, False),
        ("It takes half an hour, or thirty minutes and five minutes for all the feedback.", 30.0, True),
        ("It takes half an hour, or 35 minutes with all the feedback.", 30.0, False),
        ("It is short.", 30.0, False),
    ],
)
def test_a_false_promise_of_time_is_noticed(text: str, minutes: float, fine: bool) -> None:
    assert (dishonest(stated(text), minutes, minutes + 8) == []) is fine


def test_a_lesson_that_has_grown_is_noticed() -> None:
    told = core()[0]
    assert dishonest(stated(opening(told)), told.minutes + 1, with_feedback(told) + 1) != []
