"""One run of a model, told person by person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Trace:
    """One run told person by person, for a picture: whole numbers only.

    Args:
        ticks: times of the axis at which the picture changes, rising; every point of the model's axis is among them.
        stocks: how many stand in each place at each tick.
        flows: how many went each way since the tick before (0 at the first).
        more: what a picture of its own kind needs, as JSON holds it; ``end``, if it is there, is the tick at which the
            picture ends, as nothing changes after it.
        seed: which of the drawn runs this is; None for a model without chance.
    """

    ticks: tuple[float, ...]
    stocks: dict[str, tuple[int, ...]]
    flows: dict[str, tuple[int, ...]]
    more: dict[str, Any]
    seed: int | None = None


def standstill(ticks: Sequence[float], *stocks: Sequence[int]) -> float:
    """The tick of the last change: from it on all stand still."""
    return ticks[max((at for one in stocks for at in range(1, len(ticks)) if one[at] != one[at - 1]), default=0)]
