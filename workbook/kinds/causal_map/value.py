"""What an answer to a causal map is made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from ...spec import Answer, refuse_duplicates
from .graph import MAX_FACTORS, MAX_LINKS, Way, refuse_broken

#: Thousandths of the drawing's width and height; a drawing may grow downwards.
Place = Annotated[list[Annotated[int, Field(ge=0, le=1500)]], Field(min_length=2, max_length=2)]


class RunAnswer(Answer):
    """A nudge tried, and what was expected to come back."""

    factor: str
    change: Literal["up", "down"]
    expected: Literal["same", "against", "both", "none", "skipped"]


class FactorAnswer(Answer):
    """A factor of the learner's own map."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{0,59}$")
    name: str


class LinkAnswer(Answer):
    """A link of the learner's own map."""

    cause: str
    effect: str
    way: Way
    delay: bool


class CausalMapAnswer(Answer):
    """Nudges tried, or a map of the learner's own; and what the learner made of it."""

    runs: list[RunAnswer] = Field(max_length=2 * MAX_FACTORS)
    factors: list[FactorAnswer] = Field(max_length=MAX_FACTORS)
    links: list[LinkAnswer] = Field(max_length=MAX_LINKS)
    names: dict[str, str]  # of loops, by their factors joined with '>'
    debrief: list[str] = Field(max_length=3)
    places: dict[str, Place] = Field(default={})  # of factors that were moved by hand; none in edition 0.1

    @model_validator(mode="after")
    def _whole(self) -> CausalMapAnswer:
        refuse_duplicates(self.factors, "factors")
        refuse_broken([one.id for one in self.factors], [(one.cause, one.effect) for one in self.links])
        return self
