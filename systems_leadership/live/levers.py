"""Roles, their levers and options, from ``decisions.yml``, and what decisions set in the equations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from workbook.data import read_yaml

from .equations import FOLDER, Floats, Ints

_DATA: dict[str, Any] = read_yaml(FOLDER / "decisions.yml")

ROLES: tuple[str, ...] = tuple(_DATA["roles"])
MONEY: dict[str, float] = {role: float(known["money"]) for role, known in _DATA["roles"].items()}
FLEXIBLE: dict[str, float] = {role: float(known["flexible"]) for role, known in _DATA["roles"].items()}
BED: float = _DATA["bed"]
RUNNING: float = _DATA["running"]
USES: tuple[str, ...] = tuple(_DATA["uses"])
SHARES: tuple[float, ...] = tuple(map(float, _DATA["shares"]))
OWNER: dict[str, str] = {lever: known["role"] for lever, known in _DATA["levers"].items()}
LEVERS: tuple[str, ...] = tuple(OWNER)
LABELS: dict[str, str] = {lever: known["words"] for lever, known in _DATA["levers"].items()}
WORDS: dict[str, tuple[str, ...]] = {
    lever: tuple(option["words"] for option in known["options"]) for lever, known in _DATA["levers"].items()
}
# What each lever sets, a row for each option.
SETS: dict[str, tuple[str, ...]] = {lever: tuple(known["sets"]) for lever, known in _DATA["levers"].items()}
OPTIONS: dict[str, Floats] = {
    lever: np.array([option["values"] for option in known["options"]], dtype=float)
    for lever, known in _DATA["levers"].items()
}


def dials(
    decided: Mapping[str, Ints], share: Floats, tokens: Floats, money: Mapping[str, Any], absent: bool
) -> dict[str, Floats]:
    """What the decisions of a quarter set.

    Args:
        decided: the option of each lever, counted from 0, shape (plays,).
        share: of flexible money that each body pools, 0 to 1, shape (plays,).
        tokens: shares of the pool for ``USES``, 0 to 1 each and 1 in all, shape (5, plays).
        money: of each role, £k a week.
        absent: the council pays nothing into the pool.

    Returns:
        A value for each of ``equations.DIALS``, shape (plays,).
    """
    at: dict[str, Floats] = {}
    for lever, names in SETS.items():
        at |= dict(zip(names, OPTIONS[lever][decided[lever]].T, strict=True))
    paid = {role: share * money[role] * FLEXIBLE[role] / MONEY[role] for role in ROLES if MONEY[role]}
    if absent:
        paid["council"] = 0 * share
    pool = sum(paid.values(), 0 * share) * (1 - RUNNING)
    left = {role: money[role] - part for role, part in paid.items()}
    beds, changes = at.pop("beds_share"), at.pop("changes_share")
    return at | {
        "beds": (left["hospital"] * beds + pool * tokens[0]) / BED,
        "therapy": left["hospital"] * (1 - beds) + pool * tokens[1],
        "money": left["council"] + pool * tokens[2],
        "changes": left["housing"] * changes + pool * tokens[3],
        "relet": left["housing"] * (1 - changes),
        "grant": left["community"] + pool * tokens[4],
    }
