"""Put each item into a group; every placement is told why it fits or does not."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from ...course import Course
from ...spec import Answer, Excerpt, Id, Spec, StrictModel, Text, refuse_duplicates


class SortAnswer(Answer):
    """The group of each item placed so far, and whether they were checked as they stand."""

    placed: dict[str, str]
    checked: bool


class Group(StrictModel):
    """Where items can go."""

    id: Id
    text: Text


class Item(StrictModel):
    """Something to place: where it fits best and, in ``also``, where it may stand as well."""

    id: Id
    text: Text
    group: Id
    feedback: Text
    also: dict[Id, Text] = Field(default={})


class Sort(Spec):
    """Two to five groups and the items to place in them."""

    minutes = 2
    answer = SortAnswer

    groups: list[Group] = Field(min_length=2, max_length=5)
    items: list[Item] = Field(min_length=3, max_length=12)

    @model_validator(mode="after")
    def _consistent(self) -> Sort:
        refuse_duplicates(self.groups, "groups")
        refuse_duplicates(self.items, "items")
        known = {group.id for group in self.groups}
        for item in self.items:
            for name in (item.group, *item.also):
                if name not in known:
                    raise ValueError(
                        f"item '{item.id}' names the group '{name}', which is not there. "
                        f"The groups are {', '.join(sorted(known))}"
                    )
            if item.group in item.also:
                raise ValueError(f"item '{item.id}' lists its own group '{item.group}' under also. Take it out")
        return self

    def feedback(self) -> list[str]:
        return [text for item in self.items for text in (item.feedback, *item.also.values())]

    def context(self, course: Course) -> dict[str, Any]:
        return {"group_text": self._group_text}

    @property
    def _group_text(self) -> dict[str, str]:
        return {group.id: group.text for group in self.groups}

    def entry(self, entry: Any, course: Course, only: frozenset[str]) -> Excerpt:
        if not isinstance(entry, Item):
            return super().entry(entry, course, only)
        group = self._group_text
        place = stopped(group[entry.group])
        if entry.also:
            place += " " + stopped(
                course.strings["sort_can_be_argued"].format(list="; ".join(group[one] for one in entry.also))
            )
        return Excerpt(course.spoken(entry.text), place=place, told=course.spoken(entry.feedback))


def stopped(text: str) -> str:
    """A label as a sentence; a question has its mark already."""
    return text if text.endswith("?") else f"{text}."


KIND = Sort
