"""Statements of behaviour on five worded points: a picture to think with, not a measure."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from ...course import Course
from ...spec import Answer, Excerpt, Id, Spec, StrictModel, Text, refuse_duplicates

Point = Literal["1", "2", "3", "4", "5"]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]


class Round(Answer):
    """The answers of one earlier time, and the day on which they were last changed."""

    on: Day
    answers: dict[str, Point]


class ScaleAnswer(Answer):
    """The point of each statement answered, whether the picture is open, and the earlier rounds."""

    answers: dict[str, Point]
    shown: bool
    rounds: list[Round] = Field(max_length=12)


class Statement(StrictModel):
    """One thing that a person does or does not do."""

    id: Id
    text: Text


class Dimension(StrictModel):
    """Statements that belong together: one part of the picture."""

    id: Id
    text: Text
    statements: list[Statement] = Field(min_length=2, max_length=4)


class Scale(Spec):
    """Five points in words, and what is to be placed on them.

    Args:
        points: from the least to the most, five short texts, no numbers.
        dimensions: three to eight groups of statements.
        about: whom or what the statements are about, for the line above the title.
        reading: what to make of the picture, shown under it; so that looking does not end with looking.
    """

    minutes = 4
    answer = ScaleAnswer
    silent = Spec.silent | {"about"}

    points: list[Short] = Field(min_length=5, max_length=5)
    dimensions: list[Dimension] = Field(min_length=3, max_length=8)
    about: Literal["you", "issue", "place"] = "you"
    reading: Text | None = None

    def on_paper(self, course: Course) -> dict[str, Any]:
        groups = [{"name": one.text, "ids": [each.id for each in one.statements]} for one in self.dimensions]
        return {"points": self.points, "groups": groups}

    def label(self) -> str:
        return "kind_scale" if self.about == "you" else f"kind_scale_{self.about}"

    @model_validator(mode="after")
    def _consistent(self) -> Scale:
        refuse_duplicates(self.dimensions, "dimensions")
        refuse_duplicates([one for dimension in self.dimensions for one in dimension.statements], "statements")
        for point in self.points:
            if point.replace(".", "").isdecimal():
                raise ValueError(f"the point '{point}' is a number. Say it in words: nothing is scored here")
            if [one.casefold() for one in self.points].count(point.casefold()) > 1:
                raise ValueError(f"the point '{point}' stands twice. Give each point its own words")
        return self

    def excerpt(self, field: str, course: Course, only: frozenset[str] = frozenset()) -> list[Excerpt]:
        if field != "dimensions" or not only:
            return super().excerpt(field, course, only)
        wanted = [one for one in self.dimensions if only & {one.id, *(each.id for each in one.statements)}]
        return [self.entry(one, course, only) for one in wanted]

    def entry(self, entry: Any, course: Course, only: frozenset[str]) -> Excerpt:
        found = super().entry(entry, course, only)
        if not isinstance(entry, Dimension):
            return found
        some = {one.id for one in entry.statements} & only
        under = tuple(
            super(Scale, self).entry(one, course, only) for one in entry.statements if not some or one.id in some
        )
        return replace(found, under=under)

    def entry_ids(self, field: str) -> list[str]:
        if field != "dimensions":
            return super().entry_ids(field)
        return [id for one in self.dimensions for id in (one.id, *(each.id for each in one.statements))]


KIND = Scale
