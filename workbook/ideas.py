"""The ideas that a course teaches, and the exercises that serve each."""

from __future__ import annotations

from .course import Course
from .data import DataError, Problem
from .lesson import Lesson
from .spec import Spec

Served = list[tuple[Lesson, Spec]]


def served(course: Course, lessons: list[Lesson]) -> dict[str, Served]:
    """For each idea the exercises that name it, with their lessons, in the order of the course.

    Args:
        course: whose ideas they are.
        lessons: its lessons.

    Raises:
        DataError: an idea has no exercise.
    """
    found: dict[str, Served] = {id: [] for id in course.ideas}
    for lesson in lessons:
        for spec in lesson.counted:
            for id in spec.ideas:
                if id in found:
                    found[id].append((lesson, spec))
    path = course.root / "data" / "ideas.yml"
    idle = [
        Problem(path, f"idea {id}", "no exercise serves it. Name it in one, under ideas")
        for id, exercises in found.items()
        if not exercises
    ]
    if idle:
        raise DataError.of(idle)
    return found


def lesson_number(id: str, exercises: Served) -> int:
    """The lesson that teaches an idea: the one its id names, as in ``G2.1``, else that of its first exercise."""
    number = id.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").partition(".")[0]
    return int(number) if number.isdecimal() else exercises[0][0].number
