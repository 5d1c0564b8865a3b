"""The equations of the district, from ``equations.yml`` and ``parameters.yml``, made into a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from workbook.data import read_yaml

from .expression import Expression

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Values: TypeAlias = Mapping[str, Any]  # of each name a number, or one for each play
Counted: TypeAlias = tuple[dict[str, Floats], dict[str, Floats]]
Advance: TypeAlias = Callable[[Values, Values, Values, Any, int, float], Counted]

FOLDER = Path(__file__).parent
_DATA: dict[str, Any] = read_yaml(FOLDER / "equations.yml")
_SIZES: dict[str, Any] = read_yaml(FOLDER / "parameters.yml")

STEPS_A_WEEK = 7  # a step is a day
WEEKS: int = _DATA["weeks"]  # in a quarter
QUARTERS: int = _DATA["quarters"]
SEASONS: tuple[float, ...] = tuple(_DATA["seasons"])

PARAMETERS: dict[str, float] = {name: float(size["value"]) for name, size in _SIZES.items()}
START: dict[str, float] = {name: float(stock["start"]) for name, stock in _DATA["stocks"].items()}
FLOWS: dict[str, Expression] = {name: Expression(flow["is"]) for name, flow in _DATA["flows"].items()}
CHANGES: dict[str, Expression] = {name: Expression(stock["change"]) for name, stock in _DATA["stocks"].items()}
COUNTS: dict[str, Expression] = {name: Expression(text) for name, text in _DATA["counts"].items()}
PEOPLE: tuple[str, ...] = tuple(_DATA["people"])

# What the decisions set for a quarter.
DIALS = (
    *("beds", "therapy", "sending", "fee", "money", "ward_weight", "home_weight", "pay", "full", "changes", "relet"),
    *("cafe", "visits", "breaks", "calls", "grant", "saying", "asking"),
)


def check_equations() -> None:
    """Refuse a name that nothing has, and a flow that uses one below it.

    Raises:
        ExpressionError: the file, the entry, the name, and what there is.
    """
    known = {*PARAMETERS, *START, *DIALS, "season"}
    for name, flow in FLOWS.items():
        flow.check(known, f"equations.yml, flow {name}")
        known.add(name)
    for kind, entries in (("stock", CHANGES), ("count", COUNTS)):
        for name, entry in entries.items():
            entry.check(known, f"equations.yml, {kind} {name}")


def source() -> str:
    """The text of ``advance``, in Python, for arrays."""
    lines = ["def advance(stocks, dials, parameters, season, steps, dt):"]
    for room, names in (("stocks", START), ("dials", DIALS), ("parameters", PARAMETERS)):
        lines += [f"    {name} = {room}['{name}']" for name in names]
    lines += [f"    c_{name} = 0.0" for name in COUNTS]
    lines += ["    for _ in range(steps):"]
    lines += [f"        {name} = {flow.numpy()}" for name, flow in FLOWS.items()]
    lines += [f"        c_{name} = c_{name} + {count.numpy()}" for name, count in COUNTS.items()]
    changes = ", ".join(f"{name} + dt*{change.numpy()}" for name, change in CHANGES.items())
    lines += [f"        {', '.join(CHANGES)} = {changes}"]
    stocks = ", ".join(f"'{name}': {name}" for name in START)
    counts = ", ".join(f"'{name}': dt*c_{name}" for name in COUNTS)
    return "\n".join([*lines, f"    return {{{stocks}}}, {{{counts}}}"])


def compiled(minimum: Callable[..., Any], maximum: Callable[..., Any]) -> Advance:
    """The equations as a function; see ``advance``."""
    check_equations()
    space: dict[str, Any] = {"minimum": minimum, "maximum": maximum}
    exec(source(), space)  # only what `Expression` knows can stand in it
    made: Advance = space["advance"]
    return made


_many = compiled(np.minimum, np.maximum)
_one = compiled(min, max)  # the same with plain numbers: for a single play twenty times as fast


def advance(stocks: Values, dials: Values, parameters: Values, season: Any, steps: int, dt: float) -> Counted:
    """Go some steps on.

    Args:
        stocks, dials, parameters: for each of ``START``, ``DIALS``, ``PARAMETERS`` a number, or shape (plays,).
        season: a factor on arrivals.
        steps: how many.
        dt: the length of one, in weeks.

    Returns:
        The stocks after that, and the counts summed, each of shape (plays,); no number where something is divided
        by nothing.
    """
    rooms = (stocks, dials, parameters)
    if np.size(season) == 1 and all(np.size(value) == 1 for room in rooms for value in room.values()):
        one, two, three = ({name: np.asarray(value).item() for name, value in room.items()} for room in rooms)
        try:
            after, counts = _one(one, two, three, np.asarray(season).item(), steps, dt)
        except ZeroDivisionError:
            pass  # NumPy goes on, and gives what is no number
        else:
            stood, summed = ({name: np.array([value]) for name, value in room.items()} for room in (after, counts))
            return stood, summed
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return _many(stocks, dials, parameters, season, steps, dt)
