"""A worksheet: one A4 page with the lesson's own questions and room to write."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from ..spec import PlainText, StrictModel
from .taken import Taken

ROOMS = ("lines", "table", "box", "grid")


class Space(Taken):
    """One part of a worksheet: words, and exactly one kind of room to write.

    Args:
        title: its heading.
        text: its words, where they are not taken from an exercise.
        lines: lines to write on; below each text, where several are taken.
        table: the heads of a table's columns; ``rows`` says how many empty rows it has.
        box: an empty frame, its height in millimetres.
        across: what stands along the foot of that frame, from left to right.
        grid: a table to tick, made from the exercise: what is taken, against its groups or points.
    """

    title: PlainText
    text: PlainText | None = None
    lines: int = Field(default=0, ge=0, le=20)
    table: list[PlainText] = Field(default=[], max_length=5)
    rows: int = Field(default=4, ge=1, le=12)
    box: int = Field(default=0, ge=0, le=200)
    across: list[PlainText] = Field(default=[], max_length=6)
    grid: Literal["groups", "points"] | None = None

    @model_validator(mode="after")
    def _one_room(self) -> Space:
        given = [name for name in ROOMS if getattr(self, name)]
        if len(given) != 1:
            there = " and ".join(given) or "nothing"
            raise ValueError(f"there is {there} to write in. Give exactly one of {', '.join(ROOMS)}")
        if self.across and not self.box:
            raise ValueError("across stands along the foot of a box, and there is none. Give it a box, or take it out")
        if not (self.text or self.take):
            raise ValueError("says nothing. Give it a text, or take one from an exercise")
        return self


class Worksheet(StrictModel):
    """The page that each person gets.

    Args:
        title: its heading.
        intro: a line or two below it.
        parts: what there is to fill in.
    """

    title: PlainText
    intro: PlainText
    parts: list[Space] = Field(min_length=1, max_length=8)
