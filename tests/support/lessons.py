"""The course's lessons, read once for all tests of a worker: reading them takes a third of a second each time."""

from __future__ import annotations

from functools import cache

from workbook import lesson
from workbook.lesson import Lesson


@cache
def lessons() -> list[Lesson]:
    """Every lesson of the course at hand, in order; not to be changed."""
    return lesson.lessons()
