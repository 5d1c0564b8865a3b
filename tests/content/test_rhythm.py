"""The rhythm of a lesson: how much there is to read between two things to do, and what comes in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import unescape
from itertools import groupby

import pytest

from tests.support.prose import Block, words
from tests.support.words import words as interface
from workbook.kinds.recall.recall import Recall
from workbook.spec import Spec

from .course import Step, Told, core, course, each_lesson, each_page
from .rule import hold

MOST_PROSE = 360  # words, on two steps
MOST_CHOICES = 3  # each on a step of its own
CHOICES = {"choice", "recall"}


def stretches(met: Iterable[Step]) -> list[int]:
    """Words of prose before each exercise, and after the last one.

    Lists and quotations count as prose, headings do not. Tables and charts, which cells show, do not either, nor does
    what is folded away.
    """
    found, folded = [0], False
    for step in met:
        if not isinstance(step.met, Block):
            found.append(0)
            continue
        folded = "<details" in step.met.text or (folded and "</details" not in step.met.text)
        if not step.met.level and not folded:
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


def not_earlier(specs: Iterable[Spec], number: int, html: str) -> list[str]:
    """Recall that asks about no earlier lesson, or does not name it where a learner sees it.

    Args:
        number: of the lesson that asks.
        html: the page as stored.
    """
    named = {told.lesson.slug: told.lesson for told in course()}
    found = []
    for spec in specs:
        if isinstance(spec, Recall):
            lesson = named[spec.from_lesson]
            if lesson.number >= number:
                found.append(f"{spec.id}: lesson {lesson.number} is not an earlier one")
            if f"{interface()['kind_recall']} {lesson.title}" not in unescape(html):
                found.append(f"{spec.id}: the page does not name '{lesson.title}'")
    return found


@each_lesson
def test_there_is_something_to_do_after_a_page_of_prose(told: Told) -> None:
    counts = enumerate(stretches(told.steps), 1)
    long = [f"before exercise {n}: {count} words" for n, count in counts if count > MOST_PROSE]
    rule = f"at most {MOST_PROSE} words of prose stand between two things to do"
    hold(rule, told.page, long, "shorten the prose, or move or add an exercise")


@each_page
def test_few_choices_come_in_a_row(told: Told) -> None:
    row = longest_row([spec.kind for spec in told.exercises])
    hold(
        f"at most {MOST_CHOICES} questions with options come in a row",
        told.page,
        [f"{row} in a row"] if row > MOST_CHOICES else [],
        "put another kind of exercise between them",
    )


@each_lesson
def test_it_opens_with_two_questions_on_earlier_lessons(told: Told) -> None:
    found = opening([spec.kind for spec in told.exercises], told.lesson.number)
    html = "".join(told.notebook.outputs(cell) for cell in told.notebook.cells("code"))
    found += not_earlier(told.exercises, told.lesson.number, html)
    rule = "from the second on, a lesson opens with two recall questions on earlier lessons, which it names"
    hold(rule, f"{told.page} or {told.data}", found, "move the questions to the head, or correct their from")


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


def test_recall_of_a_later_lesson_is_noticed() -> None:
    specs = [spec for spec in core()[1].exercises if isinstance(spec, Recall)]
    seen = f"{interface()['kind_recall']} {core()[0].lesson.title}"
    assert not_earlier(specs, 2, seen) == []
    assert len(not_earlier(specs, 1, seen)) == len(not_earlier(specs, 2, "A page without names")) == 2
