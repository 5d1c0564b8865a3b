"""What every question on an earlier lesson says, whichever way it is answered."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field, ValidationInfo, model_validator

from .course import Course
from .spec import Id, Spec, course_of


class Recalled(Spec):
    """A question that names the lesson it draws on.

    Args:
        from_lesson: in YAML ``from``: the slug of an earlier lesson. Where the course numbers its ideas by lesson, as
            in ``G2.1``, the first idea must be one of that lesson's.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    from_lesson: Id = Field(alias="from")

    @model_validator(mode="after")
    def _drawn_from_its_lesson(self, info: ValidationInfo) -> Recalled:
        known = course_of(info).heads
        if self.from_lesson not in known:
            there = ", ".join(known) or "none yet"
            raise ValueError(f"from: there is no lesson '{self.from_lesson}'. The lessons are {there}")
        number = known[self.from_lesson].number
        lesson, dot, _ = self.ideas[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").partition(".")
        if dot and lesson.isdecimal() and int(lesson) != number:
            raise ValueError(
                f"the first idea is {self.ideas[0]}, but '{self.from_lesson}' is lesson {number}. "
                f"Begin with the idea of it that the question draws on, or correct from"
            )
        return self

    def context(self, course: Course) -> dict[str, Any]:
        return {"source_title": course.heads[self.from_lesson].title}
