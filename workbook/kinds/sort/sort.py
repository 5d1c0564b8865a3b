"""Put each item into a group; every placement is told why it fits or does not."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from ...course import Course
from ...spec import Answer, Excerpt, Id, Spec, StrictModel, Text, refuse_duplicates


class SortAnswer(Answer):
    """The group of each item placed so far, and whether all of them were told as they stand.

    ``tried`` holds the places that an item was told about: the first and, where there was another, the last. Answers of
    edition 0.1 have none: there the answer was shown at once.
    """

    placed: dict[str, str]
    checked: bool
    tried: dict[str, Annotated[list[str], Field(min_length=1, max_length=2)]] = Field(default={})


class Group(StrictModel):
    """Where items can go.

    Args:
        means: what makes something belong there, in a sentence; told for a wrong place that has no ``misfits``.
        picture: name of a symbol of the course's drawing.
    """

    id: Id
    text: Text
    means: Text | None = None
    picture: Id | None = None


class Item(StrictModel):
    """Something to place.

    Args:
        group: where it fits best.
        feedback: why.
        also: where it may stand as well, and why.
        misfits: for a tempting wrong place, why that place does not fit; it may not give away which one does.
    """

    id: Id
    text: Text
    group: Id
    feedback: Text
    also: dict[Id, Text] = Field(default={})
    misfits: dict[Id, Text] = Field(default={})


class Sort(Spec):
    """Two to five groups and the items to place in them.

    Args:
        when: whether each item is told at once, or all at the end, where items only make sense together.
    """

    minutes = 3
    answer = SortAnswer
    silent = Spec.silent | {"when"}

    when: Literal["at-once", "end"] = "at-once"
    groups: list[Group] = Field(min_length=2, max_length=5)
    items: list[Item] = Field(min_length=3, max_length=12)

    @model_validator(mode="after")
    def _consistent(self) -> Sort:
        refuse_duplicates(self.groups, "groups")
        refuse_duplicates(self.items, "items")
        known = {group.id for group in self.groups}
        for item in self.items:
            for name in (item.group, *item.also, *item.misfits):
                if name not in known:
                    raise ValueError(
                        f"item '{item.id}' names the group '{name}', which is not there. "
                        f"The groups are {', '.join(sorted(known))}"
                    )
            if item.group in item.also:
                raise ValueError(f"item '{item.id}' lists its own group '{item.group}' under also. Take it out")
            for name in item.misfits:
                if name == item.group or name in item.also:
                    raise ValueError(f"item '{item.id}' fits '{name}', which stands under misfits. Take it out there")
        return self

    def on_paper(self, course: Course) -> dict[str, Any]:
        return {"items": [[item.id, item.group, *item.also] for item in self.items]}

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
