"""How long a lesson takes somebody who writes in earnest and reads what they are told."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .course import Course
from .lesson import Lesson

WORDS_A_MINUTE = 200
#: Estimates are no better than this, so they are given so.
ROUNDED = 5


@dataclass(frozen=True)
class Length:
    """The length of a lesson.

    Args:
        minutes: to read its prose and the feedback of every exercise, and to do what each kind asks; to the nearest 5.
        steps: its sections.
    """

    minutes: int
    steps: int


def length(course: Course, lesson: Lesson) -> Length:
    """The length of a lesson, from its notebook and its exercises."""
    path = course.root / f"{lesson.page}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"] if path.is_file() else []
    lines = [
        line
        for cell in cells
        if cell["cell_type"] == "markdown"
        for line in "".join(cell["source"]).splitlines()
        if not line.startswith("<!--")
    ]
    prose = sum(len(line.split()) for line in lines)
    told = sum(len(text.split()) for spec in lesson.counted for text in spec.feedback())
    exact = (prose + told) / WORDS_A_MINUTE + sum(spec.minutes for spec in lesson.counted)
    return Length(round(exact / ROUNDED) * ROUNDED, sum(line.startswith("## ") for line in lines))
