"""Everything that an author can mend, found at once: lessons, plans for groups, ideas, facts, words, scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import bundle
from ..bundle import ScriptError
from ..course import Course
from ..data import DataError
from ..groups import group_plans
from ..ideas import served
from ..lesson import lessons
from ..rendering import render
from ..tables.agreement import problems


def mistakes(course: Course) -> list[str]:
    """Each mistake as a line: file, line, place, what is wrong and how to mend it; none where all is well.

    Args:
        course: the course to look at.
    """
    found: list[str] = []

    def attempt(act: Callable[[], Any]) -> Any:
        try:
            return act()
        except DataError as error:
            found.extend(map(str, error.problems))
        except ScriptError as error:
            found.append(str(error))
        return None

    attempt(lambda: course.strings)
    if found:
        return found
    read = attempt(lambda: lessons(course))
    if read is not None:
        attempt(lambda: group_plans(course, read))
        attempt(lambda: served(course, read))
        for lesson in read:
            for spec in (one for one in lesson.specs.values() if not one.heavy):
                attempt(lambda spec=spec, lesson=lesson: render(spec, lesson.slug, course))  # type: ignore[misc]
    found += [str(one) for one in attempt(lambda: problems(course)) or []]
    attempt(lambda: bundle.scripts(course))
    attempt(lambda: bundle.style(course))
    return found
