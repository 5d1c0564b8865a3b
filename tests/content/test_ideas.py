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

from systems_leadership.exercises.case.case import Case
from systems_leadership.exercises.spec import Spec

from .course import Told, core, course

#: How many ideas of the guide stand under each of its headings G1 to G6.
IDEAS = {1: 3, 2: 3, 3: 8, 4: 9, 5: 6, 6: 3}
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
TIMES = 3
APART = 2  # lessons
TAUGHT = re.compile(r"<!--\s*ideas:(.*?)-->", re.DOTALL)

Practice = dict[str, list[int]]


def all_ideas(heading: int) -> set[str]:
    return {f"G{heading}.{number}" for number in range(1, IDEAS[heading] + 1)}


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


def test_each_idea_is_taught_and_practised_in_its_lesson() -> None:
    for told in core():
        ideas = all_ideas(told.lesson.number)
        assert ideas - taught(texts_of(told)) == set(), f"{told.lesson}: taught in no section"
        assert ideas - {idea for spec in told.exercises for idea in of_exercise(spec)} == set(), f"{told.lesson}"


def test_all_ideas_named_are_the_guides() -> None:
    known = {idea for heading in IDEAS for idea in all_ideas(heading)}
    for told in course():
        assert taught(texts_of(told)) <= known, told.lesson
        for spec in told.exercises:
            assert of_exercise(spec) <= known, spec.id


def test_key_ideas_come_back() -> None:
    assert neglected(practised(core())) == []


def test_recall_brings_back_key_ideas() -> None:
    first = [spec.ideas[0] for told in core() for spec in told.exercises if spec.kind == "recall"]
    assert [idea for idea in first if idea not in KEY] == []


def test_an_idea_that_is_not_taught_is_noticed() -> None:
    texts = [TAUGHT.sub("", text) for text in texts_of(core()[0])]
    assert all_ideas(1) - taught(texts) == all_ideas(1)
    assert taught(["## A\n<!-- ideas: G1.1\n G1.2 -->\nx <!-- facts: F01 -->"]) == {"G1.1", "G1.2"}


@pytest.mark.parametrize("where", [[], [3, 3], [3, 3, 4], [4, 4, 4, 5]])
def test_an_idea_that_does_not_come_back_is_noticed(where: list[int]) -> None:
    assert len(neglected({"G3.6": where}, ["G3.6"])) == 1


@pytest.mark.parametrize("where", [[1, 1, 3], [1, 2, 3], [2, 6, 6]])
def test_an_idea_that_comes_back_passes(where: list[int]) -> None:
    assert neglected({"G3.6": where}, ["G3.6"]) == []
