"""One step of a session with a group: what the facilitator does, says and watches for."""

from __future__ import annotations

from pydantic import Field, model_validator

from ..spec import Id, PlainText, Spec, StrictModel
from .taken import Taken


class Trouble(StrictModel):
    """What usually goes wrong in a step, and what to do then."""

    happens: PlainText
    answer: PlainText


class Step(Taken):
    """What happens, with the exercise it uses, if any.

    Args:
        id: its name in the plans.
        title: its heading; left out, the title of its exercise.
        how: how people work in it, in a few words.
        do: what the facilitator does, in order.
        say: words that may be said aloud, as they stand.
        longer: what is different in the plan of 90 minutes.
        wrong: what usually goes wrong.
    """

    id: Id
    title: PlainText | None = None
    how: PlainText
    do: list[PlainText] = Field(min_length=1, max_length=6)
    say: PlainText | None = None
    longer: PlainText | None = None
    wrong: Trouble | None = None

    @model_validator(mode="after")
    def _titled(self) -> Step:
        if self.title is None and self.exercise is None:
            raise ValueError("there is neither a title nor an exercise that has one. Give it a title")
        return self

    def heading(self, specs: dict[str, Spec]) -> str:
        """Its title, or that of its exercise."""
        return self.title or specs[self.exercise or ""].title


class Slot(StrictModel):
    """A step's place in a plan, and its minutes there."""

    step: Id
    minutes: int = Field(ge=1, le=40)
