"""The forms of a prediction: a level, a direction, or a curve drawn with sliders."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from ...spec import StrictModel, Text


class _Asked(StrictModel):
    """What every form asks about: one series of the model."""

    question: Text
    series: str


class _Bounded(_Asked):
    """A form that is answered with numbers from ``low`` to ``high`` in steps of ``step``."""

    low: float
    high: float
    step: float = Field(gt=0)

    @model_validator(mode="after")
    def _rising(self) -> _Bounded:
        if self.low >= self.high:
            raise ValueError("predict: low is not below high. Correct them")
        return self


class Level(_Bounded):
    """A number: how much at one point of the axis."""

    form: Literal["level"]
    at: float

    def points(self) -> list[float]:
        return [self.at]


class Direction(_Asked):
    """Higher, lower or about the same at one point than at another before it.

    Args:
        since: the point compared with.
        within: a difference of at most this share of the larger value counts as the same.
    """

    form: Literal["direction"]
    at: float
    since: float
    within: float = Field(default=0.05, ge=0, le=0.5)

    @model_validator(mode="after")
    def _later(self) -> Direction:
        if self.since >= self.at:
            raise ValueError("predict: since is not before at. Correct them")
        return self

    def points(self) -> list[float]:
        return [self.since, self.at]


class Curve(_Bounded):
    """A curve, drawn by setting a level at each of a few points."""

    form: Literal["curve"]
    at: list[float] = Field(min_length=3, max_length=7)

    @model_validator(mode="after")
    def _in_order(self) -> Curve:
        if sorted(set(self.at)) != self.at:
            raise ValueError("predict: the points of at do not rise. Put them in order")
        return self

    def points(self) -> list[float]:
        return self.at


def _with_form(given: Any) -> Any:
    """A prediction that does not name its form asks for a level, the plainest one."""
    return {"form": "level", **given} if isinstance(given, dict) else given


Prediction = Annotated[Annotated[Level | Direction | Curve, Field(discriminator="form")], BeforeValidator(_with_form)]
