"""The shape of the course: what each lesson has, whatever it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.support.prose import Block
from workbook.recalled import Recalled
from workbook.spec import Spec

from .course import Step, Told, core, course, each_lesson, each_page, texts
from .rule import hold

LESSONS = 6
EXERCISES = 8
KINDS = 6  # across two lessons that follow each other
OUTCOMES = 3
#: Headings under which a lesson gives a limit of the idea, or doubts about it.
LIMIT = re.compile(r"\b(limit|doubts?)\b", re.IGNORECASE)


def lacking(specs: Iterable[Spec]) -> list[str]:
    """What a lesson's exercises lack."""
    specs = list(specs)
    kinds = [spec.kind for spec in specs]
    found = [] if len(specs) >= EXERCISES else [f"{EXERCISES} exercises: it has {len(specs)}"]
    found += [kind for kind in ("reflection", "if-then") if kind not in kinds]
    # 'sl-issue' in the page: the learner's own words stand there.
    if not any("{issue}" in text for spec in specs for text in texts(spec)):
        found.append("a use of the learner's own issue")
    return found


def out_of_shape(told: Told) -> list[str]:
    """What is wrong with a lesson's headings, outcomes and limit."""
    found = []
    heads = [block for block in told.prose if block.level]
    if not heads or heads[0].level != 1 or heads[0].text != told.lesson.title:
        found.append("the first heading is not the lesson's title")
    if [block.level for block in heads].count(1) != 1:
        found.append("more than one title")
    if any(below.level > above.level + 1 for above, below in pairwise(heads)):
        found.append("a level of headings is left out")
    if len({block.text for block in heads}) < len(heads):
        found.append("two headings are the same")
    if not any("Where this comes from" in block.text for block in told.prose) and told in core():
        found.append("no section on where it comes from")
    return found


def without_limit(told: Told) -> bool:
    """Whether a lesson names no limit of the idea with a citation beside it."""
    cited = {step.heading for step in told.steps if isinstance(step.met, Block) and step.met.cites}
    return not any(LIMIT.search(heading) for heading in cited)


def unannounced(told: Told) -> list[str]:
    """Outcomes in the lesson's file that its opening does not list in the same words; and a wrong number of them."""
    first = next((n for n, step in enumerate(told.steps) if isinstance(step.met, Spec)), 0)
    said = [step.met.text for step in told.steps[:first] if isinstance(step.met, Block)]
    listed = [text for text in said if text in told.lesson.outcomes]
    found = [outcome for outcome in told.lesson.outcomes if outcome not in said]
    return found if len(listed) == OUTCOMES else [*found, f"{len(listed)} outcomes, not {OUTCOMES}"]


def uniform(courses: Iterable[Iterable[str]]) -> list[int]:
    """The lessons that use too few kinds, each with the next.

    Args:
        courses: the kinds of each lesson's exercises.
    """
    both = pairwise([set(kinds) for kinds in courses])
    return [number for number, (one, following) in enumerate(both, 1) if len(one | following) < KINDS]


def twice(ids: Iterable[str]) -> list[str]:
    """Exercises that are shown more than once."""
    return [id for id, count in Counter(ids).items() if count > 1]


def test_there_are_six_lessons() -> None:
    assert [told.lesson.number for told in core()] == list(range(1, LESSONS + 1))


@each_lesson
def test_it_has_what_a_lesson_needs(told: Told) -> None:
    rule = f"a lesson has {EXERCISES} exercises, among them a reflection, an if-then line and a use of {{issue}}"
    hold(rule, told.data, (f"lacks: {one}" for one in lacking(told.exercises)), "add what it lacks")


@each_lesson
def test_it_names_a_limit_with_its_source(told: Told) -> None:
    hold(
        "a lesson names a limit of its idea, with a citation",
        told.page,
        ["no section with 'limit' or 'doubt' in its heading cites a work"] if without_limit(told) else [],
        "give such a section a citation",
    )


@each_lesson
def test_it_announces_its_three_outcomes(told: Told) -> None:
    fix = f"let the list at the head of {told.page} say the outcomes of {told.data} in the same words"
    hold(f"a lesson announces its {OUTCOMES} outcomes", told.page, unannounced(told), fix)


@each_page
def test_its_headings_are_in_order(told: Told) -> None:
    fix = "correct the headings of the notebook's Markdown cells"
    hold("the headings are in order, each its own", told.page, out_of_shape(told), fix)


def test_two_lessons_together_use_many_kinds() -> None:
    hold(
        f"two lessons in a row use {KINDS} kinds of exercise between them",
        "data/exercises",
        (f"lessons {n} and {n + 1}" for n in uniform([spec.kind for spec in told.exercises] for told in core())),
        "turn an exercise into one of another kind",
    )


def test_no_exercise_is_shown_twice() -> None:
    shown = [spec for told in course() for spec in told.exercises]
    hold("an exercise is shown once", "notebooks", twice(spec.id for spec in shown), "take out one of the two cells")
    asked = [spec for told in core() for spec in told.exercises if isinstance(spec, Recalled)]
    assert len(asked) == 2 * (LESSONS - 1)


@pytest.mark.parametrize(
    "take_out",
    [
        lambda spec: spec.kind == "reflection",
        lambda spec: spec.kind == "if-then",
        lambda spec: any("{issue}" in text for text in texts(spec)),
        lambda spec: spec.kind in {"sort", "choice"},
    ],
    ids=["reflection", "if-then", "own issue", "too few"],
)
def test_something_lacking_is_noticed(take_out: Callable[[Spec], bool]) -> None:
    assert lacking(spec for spec in core()[0].exercises if not take_out(spec))


def swap(told: Told, change: Callable[[Block], Block | None]) -> Told:
    """A lesson with its prose changed; None takes a block out."""
    found = []
    for step in told.steps:
        met = change(step.met) if isinstance(step.met, Block) else step.met
        if met is not None:
            found.append(Step(step.heading, met))
    return replace(told, steps=tuple(found))


def test_a_missing_limit_is_noticed() -> None:
    assert without_limit(swap(core()[0], lambda block: replace(block, cites=False)))


def test_a_missing_outcome_is_noticed() -> None:
    outcome = core()[0].lesson.outcomes[0]
    assert unannounced(swap(core()[0], lambda block: None if block.text == outcome else block)) == [
        outcome,
        "2 outcomes, not 3",
    ]


def test_a_course_of_few_kinds_is_noticed() -> None:
    many, few = ["recall", "sort", "choice", "case", "map", "plan"], ["recall", "sort", "choice"]
    assert uniform([many, few, few, many]) == [2]


def test_an_exercise_shown_twice_is_noticed() -> None:
    assert twice(["friday", "beds", "friday"]) == ["friday"]


@pytest.mark.parametrize(
    "change",
    [
        lambda block: None if block.level == 1 else block,
        lambda block: replace(block, level=1) if block.level else block,
        lambda block: replace(block, level=3) if block.level == 2 else block,
        lambda block: replace(block, text="Again") if block.level == 2 else block,
    ],
    ids=["no title", "many titles", "level left out", "twice"],
)
def test_a_fault_in_the_headings_is_noticed(change: Callable[[Block], Block | None]) -> None:
    assert out_of_shape(swap(core()[1], change))
