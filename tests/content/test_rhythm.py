"""The rhythm of a lesson: how much there is to read between two things to do, and what comes in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import unescape
from itertools import groupby

import pytest

from tests.support.prose import Block, words
from tests.support.words import words as interface
from workbook.recalled import Recalled
from workbook.spec import Spec

from .course import Step, Told, core, course, each_lesson, each_page
from .rule import hold

MOST_PROSE = 250  # words
MOST_CHOICES = 2
CHOICES = {"choice", "recall"}
#: Questions on earlier lessons: one of a few options, or one's own words.
RECALL = {"recall", "free-recall"}


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
    """What is wrong with the recall of a lesson: two at its head from the second on, no more, and one in own words."""
    wanted = 0 if number == 1 else 2
    found = [place for place, kind in enumerate(kinds) if kind in RECALL]
    if found != list(range(wanted)):
        return [f"recall at {found}, not at the first {wanted} places"]
    free = [kinds[place] for place in found].count("free-recall")
    return [] if 2 * free >= wanted else [f"{free} of {wanted} in the learner's own words, not half of them"]


def not_earlier(specs: Iterable[Spec], number: int, html: str) -> list[str]:
    """Recall that asks about no earlier lesson, or does not name it where a learner sees it.

    Args:
        number: of the lesson that asks.
        html: the page as stored.
    """
    named = {told.lesson.slug: told.lesson for told in course()}
    found = []
    for spec in specs:
        if isinstance(spec, Recalled):
            lesson = named[spec.from_lesson]
            if lesson.number >= number:
                found.append(f"{spec.id}: lesson {lesson.number} is not an earlier one")
            if f"{interface()[spec.label()]} {lesson.title}" not in unescape(html):
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


def forgotten(lessons: Iterable[Told]) -> list[str]:
    """Lessons, the last one aside, on which no later lesson asks anything."""
    there = list(lessons)
    asked = {spec.from_lesson for told in there for spec in told.exercises if isinstance(spec, Recalled)}
    return [told.lesson.slug for told in there[:-1] if told.lesson.slug not in asked]


def test_every_lesson_but_the_last_is_recalled() -> None:
    fix = "ask about it at the head of a later lesson"
    hold("each lesson but the last is asked about in a later one", "data/exercises", forgotten(core()), fix)


def test_a_lesson_that_is_never_recalled_is_noticed() -> None:
    assert forgotten(core()[:2]) == [] and forgotten([core()[2], core()[1]]) == [core()[2].lesson.slug]


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
        (["recall", "sort", "free-recall"], 3),
        (["sort", "recall", "free-recall"], 3),
        (["recall", "free-recall", "free-recall"], 4),
        (["recall", "free-recall", "sort"], 1),
        (["recall", "recall", "sort"], 3),
    ],
)
def test_a_wrong_opening_is_noticed(kinds: list[str], number: int) -> None:
    assert opening(kinds, number)


def test_recall_of_a_later_lesson_is_noticed() -> None:
    specs = [spec for spec in core()[1].exercises if isinstance(spec, Recalled)]
    seen = "".join(f"{interface()[spec.label()]} {core()[0].lesson.title}" for spec in specs)
    assert not_earlier(specs, 2, seen) == []
    assert len(not_earlier(specs, 1, seen)) == len(not_earlier(specs, 2, "A page without names")) == 2
