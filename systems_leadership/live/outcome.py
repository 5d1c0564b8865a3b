"""What two years came to, and every quarter of them, as tables. None of it is a score."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from .district import District
from .equations import QUARTERS, WEEKS
from .levers import MONEY, USES

MEANS = (
    *("queue", "unready", "unserved", "home", "tired", "lonely", "spent", "staff", "margin", "empty", "cafe_hours"),
    *("volunteers", "rounds", "strained", "agency"),
)
TOTALS = ("back", "early_back", "diverted", "unplanned")
AT_THE_END = ("lonely", "staff", "volunteers", "tired")
PLANNED = ("hospital", "housing", "community")  # spend what they have, alone or through the pool


def table(district: District) -> pd.DataFrame:
    """Every quarter of every play.

    Args:
        district: in play, or played.

    Returns:
        A row for each quarter, indexed by play and quarter, both counted from 1. Columns: the figures, means over
        the quarter; ``decided_`` and the lever, options counted from 0; ``share`` and ``token_`` and the use.
    """
    frames = []
    for number, quarter in enumerate(district.quarters, 1):
        values: dict[str, Any] = dict(quarter.figures)
        values |= {f"decided_{lever}": option for lever, option in quarter.decided.items()}
        values |= {"share": quarter.share}
        values |= {f"token_{use}": part for use, part in zip(USES, quarter.tokens, strict=True)}
        plays = range(1, district.orders.plays + 1)
        index = pd.MultiIndex.from_product([plays, [number]], names=["play", "quarter"])
        frames.append(pd.DataFrame(values, index))
    return pd.concat(frames).sort_index()


def outcome(district: District) -> pd.DataFrame:
    """What the two years came to.

    Args:
        district: played to the end.

    Returns:
        A row for each play, counted from 1: means, of ``waiting`` (people in four places) and ``lonely`` and more;
        totals, of ``back`` (people) and ``unplanned`` (£k) and more; ``money`` (£k in all); ``lonely_end`` and more.
    """
    weeks = WEEKS * QUARTERS
    total = district.total
    found: dict[str, Any] = {name: total[name] / weeks for name in MEANS}
    found["ready"] = found["unready"] + found["unserved"]
    found["waiting"] = found["queue"] + found["ready"] + found["home"]
    found |= {name: total[name] for name in TOTALS}
    planned = weeks * sum(np.asarray(MONEY[role]) for role in PLANNED)
    found["money"] = planned + total["spent"] + total["unplanned"]
    found |= {f"{name}_end": district.stocks[name] for name in AT_THE_END}
    return pd.DataFrame(found, pd.RangeIndex(1, district.orders.plays + 1, name="play"))
