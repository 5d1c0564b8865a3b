"""Every idea of the guide is taught and practised in its lesson, and the key ones come back later.

A section says in a hidden comment which ideas it teaches: ``<!-- ideas: G1.1 G1.2 -->``. An exercise lists those it
practises under ``ideas``; a case also under ``tested``.

Key ideas are those that later lessons build on, so that they must not be met once only. Each is practised at least
three times, and again at least two lessons later. An idea of the last two lessons has no lesson two further on,
so none of them is key.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pytest

from workbook.course import current
from workbook.kinds.case.case import Case
from workbook.recalled import Recalled
from workbook.spec import Spec

from .course import Told, core, course, each_lesson
from .rule import hold

KEY = {
    "G1.1": "leading across boundaries",
    "G1.2": "ordinary leadership, without line authority",
    "G1.3": "others have other priorities",
    "G2.1": "parts act on one another: loops, delays, thresholds",
    "G2.2": "technical and adaptive work; tame, wicked and critical problems",
    "G3.3": "nobody can do it alone",
    "G3.5": "many causes and no last word",
    "G3.6": "knock-on effects and trade-offs",
    "G4.7": "room to try, and so to fail",
    "G4.9": "good enough now, better later",
}
#: What lesson 6 asks again; there is no lesson two further on.
OF_LESSON_5 = {"G5.5": "how anyone could know that it worked"}
TIMES = 3
APART = 2  # lessons
TAUGHT = re.compile(r"<!--\s*ideas:(.*?)-->", re.DOTALL)

Practice = dict[str, list[int]]


def all_ideas(heading: int) -> set[str]:
    """The ideas under one heading of the guide; tests/groups/test_ideas counts them."""
    return {idea for idea in current().ideas if idea.startswith(f"G{heading}.")}


def of_exercise(spec: Spec) -> set[str]:
    """The ideas that an exercise practises."""
    return set(spec.ideas) | (set(spec.tested) if isinstance(spec, Case) else set())


def taught(markdown: Iterable[str]) -> set[str]:
    """The ideas that sections say they teach."""
    return {idea for text in markdown for listed in TAUGHT.findall(text) for idea in listed.split()}


def practised(lessons: Iterable[Told]) -> Practice:
    """For each idea the number of the lesson of every exercise that practises it."""
    found: Practice = defaultdict(list)
    for told in lessons:
        for spec in told.exercises:
            for idea in of_exercise(spec):
                found[idea].append(told.lesson.number)
    return found


def neglected(practice: Practice, key: Iterable[str] = KEY) -> list[str]:
    """Key ideas that come back too seldom, or not late enough."""
    found = []
    for idea in key:
        where = practice.get(idea, [])
        if len(where) < TIMES:
            found.append(f"{idea}: {len(where)} times")
        elif max(where) - min(where) < APART:
            found.append(f"{idea}: in lessons {sorted(set(where))} only")
    return found


def texts_of(told: Told) -> list[str]:
    return [told.notebook.source(cell) for cell in told.notebook.cells("markdown")]


def left_out(number: int, markdown: Iterable[str], specs: Iterable[Spec]) -> list[str]:
    """Ideas of a lesson that no section of it teaches, or no exercise practises."""
    wanted = all_ideas(number)
    untaught = wanted - taught(markdown)
    unused = wanted - {idea for spec in specs for idea in of_exercise(spec)}
    return [f"{idea}: not taught" for idea in sorted(untaught)] + [f"{idea}: not practised" for idea in sorted(unused)]


@each_lesson
def test_each_idea_is_taught_and_practised_in_its_lesson(told: Told) -> None:
    hold(
        "each idea of the guide is taught and practised in its own lesson",
        f"{told.page} or {told.data}",
        left_out(told.lesson.number, texts_of(told), told.exercises),
        "name it in the section's comment <!-- ideas: … -->, or under ideas of an exercise",
    )


def test_all_ideas_named_are_the_guides() -> None:
    known = current().ideas.keys()
    for told in course():
        named = {"a comment": taught(texts_of(told))} | {spec.id: of_exercise(spec) for spec in told.exercises}
        unknown = [f"{place}: {idea}" for place, ideas in named.items() for idea in sorted(ideas - known)]
        fix = "correct the id, or add the idea to data/ideas.yml"
        hold("an idea that is named is one of the guide's", f"{told.page} or {told.data}", unknown, fix)


def test_key_ideas_come_back() -> None:
    hold(
        f"each key idea is practised {TIMES} times at least, and again {APART} lessons later",
        "data/exercises",
        neglected(practised(core())),
        "name it under ideas of an exercise that uses it, in a later lesson",
    )


def test_recall_brings_back_key_ideas() -> None:
    asked = [spec for told in core() for spec in told.exercises if isinstance(spec, Recalled)]
    hold(
        "a recall question brings back a key idea",
        "data/exercises",
        (f"{spec.id}: {spec.ideas[0]}" for spec in asked if spec.ideas[0] not in KEY | OF_LESSON_5),
        f"ask about one of {', '.join(KEY | OF_LESSON_5)}",
    )


def test_an_idea_that_is_left_out_is_noticed() -> None:
    told = core()[0]
    without = [TAUGHT.sub("", text) for text in texts_of(told)]
    assert left_out(1, without, told.exercises) == ["G1.1: not taught", "G1.2: not taught", "G1.3: not taught"]
    others = [spec for spec in told.exercises if "G1.3" not in of_exercise(spec)]
    assert left_out(1, texts_of(told), others) == ["G1.3: not practised"]
    assert taught(["## A\n<!-- ideas: G1.1\n G1.2 -->\nx <!-- facts: F01 -->"]) == {"G1.1", "G1.2"}


@pytest.mark.parametrize("where", [[], [3, 3], [3, 3, 4], [4, 4, 4, 5]])
def test_an_idea_that_does_not_come_back_is_noticed(where: list[int]) -> None:
    assert len(neglected({"G3.6": where}, ["G3.6"])) == 1


@pytest.mark.parametrize("where", [[1, 1, 3], [1, 2, 3], [2, 6, 6]])
def test_an_idea_that_comes_back_passes(where: list[int]) -> None:
    assert neglected({"G3.6": where}, ["G3.6"]) == []
