"""Milestones in order and on a line, filtered by field; a few of them marked, with the reason."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationError, ValidationInfo, model_validator

from ...course import Course
from ...data import explain
from ...spec import Answer, Id, Spec, StrictModel, Text, course_of, refuse_duplicates
from ...tables import load, names

COLUMNS = ("year", "who", "idea", "field")  # what a table of facts must hold, in any order
MilestoneId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]*$", max_length=60)]


class Mark(Answer):
    """One milestone marked, and why it matters."""

    id: str
    why: str


class TimelineAnswer(Answer):
    """The milestones marked, in the order of their years."""

    marks: list[Mark] = Field(max_length=5)

    @model_validator(mode="after")
    def _distinct(self) -> TimelineAnswer:
        ids = [mark.id for mark in self.marks]
        if len(set(ids)) < len(ids):
            raise ValueError("one milestone is marked twice")
        return self


class Milestone(StrictModel):
    """One event: when, who, and the idea in plain words. ``source`` is a key of the references."""

    id: MilestoneId
    year: int = Field(ge=1500, le=2100)
    who: Text
    idea: Text
    field: Id
    source: Text | None = None


class Lane(StrictModel):
    """One field of study or work that milestones belong to."""

    id: Id
    text: Text


class Timeline(Spec):
    """Milestones written here, or taken from a table of facts.

    Args:
        fields: the lanes of the line, in order.
        milestones: written here; or
        table: a table of facts with the columns id, year, who, idea and field, in any order.
        why: what is asked of each milestone that is marked.
        most: how many can be marked.
    """

    answer = TimelineAnswer
    silent = Spec.silent | {"table"}

    fields: list[Lane] = Field(min_length=2, max_length=8)
    milestones: list[Milestone] = Field(default=[], max_length=60)
    table: Text | None = None
    why: Text
    most: int = Field(default=3, ge=1, le=5)

    @model_validator(mode="after")
    def _consistent(self, info: ValidationInfo) -> Timeline:
        refuse_duplicates(self.fields, "fields")
        if (self.table is None) == (not self.milestones):
            raise ValueError("give either milestones or a table of facts, and not both. Take one out, or add one")
        found = self.in_order(course_of(info))
        refuse_duplicates(found, "milestones")
        if len(found) < 4:
            raise ValueError(f"{len(found)} milestones make no line. Give at least 4")
        known = [lane.id for lane in self.fields]
        for one in found:
            if one.field not in known:
                raise ValueError(
                    f"milestone '{one.id}' names the field '{one.field}', which is not there. "
                    f"The fields are {', '.join(known)}"
                )
        for id in known:
            if id not in {one.field for one in found}:
                raise ValueError(f"no milestone is of the field '{id}'. Take the field out, or add one")
        return self

    def in_order(self, course: Course) -> list[Milestone]:
        """All milestones, by year.

        Raises:
            ValueError: the table lacks a column, or one of its rows is no milestone.
        """
        found = self.milestones if self.table is None else from_table(course, self.table)
        return sorted(found, key=lambda one: one.year)

    def context(self, course: Course) -> dict[str, Any]:
        return {"milestones": self.in_order(course), "lane_text": {lane.id: lane.text for lane in self.fields}}


def from_table(course: Course, name: str) -> list[Milestone]:
    """The milestones in a table of facts.

    Args:
        course: whose table it is.
        name: the table, as ``tables.load`` takes it.

    Raises:
        DataError: the table cannot be read.
        ValueError: there is none, it lacks a column, or a row is no milestone.
    """
    if name not in names(course):
        raise ValueError(f"there is no table '{name}'. The tables are {', '.join(names(course)) or 'none yet'}")
    frame = load(course, name)
    lacking = [column for column in COLUMNS if column not in frame]
    if lacking:
        raise ValueError(f"the table '{name}' has no column {' or '.join(lacking)}. Add it, or name another table")
    found = []
    for id, row in frame.iterrows():
        fields = {column: row[column] for column in COLUMNS}
        # Tables name fields in words, such as 'social movements'; here a field is an id.
        fields["field"] = re.sub(r"[^a-z0-9]+", "-", str(row["field"]).lower()).strip("-")
        try:
            found.append(Milestone.model_validate({"id": str(id), **fields}))
        except ValidationError as error:
            field, problem = explain(error)
            raise ValueError(f"the table '{name}', row {id}, column {field}: {problem}") from None
    return found


KIND = Timeline
