"""What a group's plan takes from an exercise: its words, by field, never copied by hand."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from ..course import Course
from ..spec import Excerpt, Id, PlainText, Spec, StrictModel


@dataclass(frozen=True)
class Piece:
    """One field of an exercise.

    Args:
        name: the field.
        lines: its entries; one, where it is a text.
        is_text: whether it is one text and not a list.
    """

    name: str
    lines: tuple[Excerpt, ...]
    is_text: bool


class Taken(StrictModel):
    """The words of an exercise that a step or a worksheet uses.

    Args:
        exercise: its id, in the plan's own lesson; None where no exercise is used.
        take: the fields whose words are shown, such as ``prompt`` or ``options``.
        only: of a list, the entries with these ids, or of a scale its statements; empty for all.
    """

    exercise: Id | None = None
    take: list[PlainText] = Field(default=[])
    only: list[Id] = Field(default=[])

    def check(self, specs: dict[str, Spec]) -> tuple[str, str] | None:
        """The field that does not fit the lesson's exercises and the fix, or None where all fits."""
        if self.exercise is None:
            return ("take", "names no exercise. Add the field exercise, or take this out") if self.take else None
        if self.exercise not in specs:
            return "exercise", f"the lesson has no exercise '{self.exercise}'. It has: {', '.join(specs)}"
        spec = specs[self.exercise]
        for name in self.take:
            if name not in spec.texts():
                return "take", f"'{name}' is no text of '{self.exercise}'. It has: {', '.join(spec.texts())}"
        ids = [id for name in self.take for id in spec.entry_ids(name)]
        for id in self.only:
            if id not in ids:
                return "only", f"no '{id}' in what is taken from '{self.exercise}'. There are: {', '.join(ids)}"
        return None

    def pieces(self, specs: dict[str, Spec], course: Course) -> list[Piece]:
        """The words, field by field. It must have passed ``check``."""
        spec = specs.get(self.exercise or "")
        if spec is None:
            return []
        only = frozenset(self.only)
        return [
            Piece(name, tuple(spec.excerpt(name, course, only)), isinstance(getattr(spec, name), str))
            for name in self.take
        ]
