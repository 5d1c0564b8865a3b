"""What an answer to a causal map is made of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from ..spec import refuse_twins
from ..values import Value
from .graph import MOST_FACTORS, MOST_LINKS, Way, refuse_broken


class RunValue(Value):
    """A nudge tried, and what was expected to come back."""

    factor: str
    change: Literal["up", "down"]
    expected: Literal["same", "against", "both", "none", "skipped"]


class FactorValue(Value):
    """A factor of the learner's own map."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{0,59}$")
    name: str


class LinkValue(Value):
    """A link of the learner's own map."""

    cause: str
    effect: str
    way: Way
    delay: bool


class CausalMapValue(Value):
    """Nudges tried, or a map of the learner's own; and what the learner made of it."""

    runs: list[RunValue] = Field(max_length=2 * MOST_FACTORS)
    factors: list[FactorValue] = Field(max_length=MOST_FACTORS)
    links: list[LinkValue] = Field(max_length=MOST_LINKS)
    names: dict[str, str]  # of loops, by their factors joined with '>'
    debrief: list[str] = Field(max_length=3)

    @model_validator(mode="after")
    def _whole(self) -> CausalMapValue:
        refuse_twins(self.factors, "factors")
        refuse_broken([one.id for one in self.factors], [(one.cause, one.effect) for one in self.links])
        return self
