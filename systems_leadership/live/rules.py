"""What the scripted people do, from ``people.yml``: rules, grants, requests, and where the pool's last token goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import CodeType
from typing import Any, TypeAlias

import numpy as np

from workbook.data import read_yaml

from .equations import FOLDER, Floats, Ints
from .expression import Expression

Rule: TypeAlias = Mapping[str, Any]

_DATA: dict[str, Any] = read_yaml(FOLDER / "people.yml")

OWN: dict[str, tuple[str, ...]] = {role: tuple(figures) for role, figures in _DATA["own"].items()}
CALENDAR = ("winter",)
TARGETS: dict[str, list[dict[str, Any]]] = _DATA["targets"]
RULES: dict[int, dict[str, Rule]] = {number: _DATA["rules"][name] for number, name in enumerate(_DATA["rules"], 1)}
GRANTS: dict[str, dict[str, str]] = _DATA["grants"]
ASKS: list[dict[str, Any]] = _DATA["asks"]
READ_OUT: dict[str, dict[str, Any]] = _DATA["read_out"]
AIMS: dict[str, tuple[int, ...]] = {name: tuple(aim["tokens"]) for name, aim in _DATA["aims"].items()}
FOURTH: Rule = _DATA["fourth"]
TOKENS = 4


@cache
def _code(condition: str) -> CodeType:
    return compile(Expression(condition).numpy(), condition, "eval")


def holds(condition: str, seen: Mapping[str, Any]) -> Any:
    """Whether a condition holds for what is seen; of shape (plays,), or one truth for all."""
    return eval(_code(condition), {"minimum": np.minimum, "maximum": np.maximum}, dict(seen))


def conditions(rule: Rule) -> list[str]:
    """The conditions of a rule, in the order in which they are tried."""
    return [case["if"] for case in rule["cases"]] if "cases" in rule else [rule["up"], rule["down"]]


def choose(rule: Rule, mine: Ints, seen: Mapping[str, Any]) -> Ints:
    """The option that a rule leads to.

    Args:
        rule: steps up and down, or cases.
        mine: the option of last quarter, shape (plays,).
        seen: the figures of last quarter, each of shape (plays,).

    Returns:
        The option, counted from 0, shape (plays,).
    """
    if "cases" in rule:
        found = np.full_like(mine, rule["else"])
        for case in reversed(rule["cases"]):
            found = np.where(holds(case["if"], seen), case["then"], found)
        return found
    rise, fall = (np.asarray(holds(rule[way], seen)) for way in ("up", "down"))
    stepped: Ints = np.clip(mine + rise - (fall & ~rise), rule["from"], rule["to"])
    return stepped


def placed(aim: str, seen: Mapping[str, Any] | None, plays: int) -> Floats:
    """Where the pool's four tokens go: three by the aim, the fourth where it is tightest.

    Args:
        aim: one of ``AIMS``.
        seen: the figures of last quarter; None in the first.
        plays: how many.

    Returns:
        Shares of the pool, shape (5, plays), 1 in all for each play.
    """
    first = np.full(plays, FOURTH["first"])
    use = first if seen is None else choose(FOURTH, first, seen)
    tokens = np.repeat(np.array(AIMS[aim], dtype=float)[:, None], plays, axis=1)
    tokens[use, np.arange(plays)] += 1
    return tokens / TOKENS


def asks_of(levers: tuple[str, ...], seen: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the others ask of the player with these levers: the first that holds, or None. For a single play."""
    return next((one for one in ASKS if one["lever"] in levers and bool(np.all(holds(one["if"], seen)))), None)
