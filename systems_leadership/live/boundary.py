"""Half-way the boundary moves: what changes then, from ``boundary.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.data import read_yaml

from .equations import FOLDER

MOVES_IN = 5  # the quarter, counted from 1


@dataclass(frozen=True)
class Boundary:
    """One way in which it moves; quarters are counted from 1.

    Args:
        words: what people are told.
        money: a factor on the money of a role.
        add: what is added to a parameter.
        times: a factor on a parameter, after that.
        fixed: levers that are nobody's to decide in ``fixed_in``, and their option.
        fixed_in: quarters.
        absent_in: quarters in which the council pays nothing into the pool.
    """

    words: str
    money: Mapping[str, float] = field(default_factory=dict)
    add: Mapping[str, float] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    fixed: Mapping[str, int] = field(default_factory=dict)
    fixed_in: tuple[int, ...] = ()
    absent_in: tuple[int, ...] = ()

    def held(self, quarter: int) -> Mapping[str, int]:
        """Levers that are fixed in a quarter, and their option."""
        return self.fixed if quarter in self.fixed_in else {}

    def purse(self, money: Mapping[str, Any], quarter: int) -> dict[str, Any]:
        """The money of each role in a quarter, £k a week, from that at the start."""
        moved = quarter >= MOVES_IN
        return {role: value * (self.money.get(role, 1) if moved else 1) for role, value in money.items()}

    def sizes(self, parameters: Mapping[str, Any], quarter: int) -> dict[str, Any]:
        """The parameters in a quarter, from those at the start."""
        if quarter < MOVES_IN:
            return dict(parameters)
        return {name: (value + self.add.get(name, 0)) * self.times.get(name, 1) for name, value in parameters.items()}


def _read(known: dict[str, Any]) -> Boundary:
    quarters = {key: tuple(known.get(key, ())) for key in ("fixed_in", "absent_in")}
    return Boundary(**{**known, **quarters})


BOUNDARIES: dict[str, Boundary] = {name: _read(known) for name, known in read_yaml(FOLDER / "boundary.yml").items()}
