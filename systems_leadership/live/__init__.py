"""Merrowdale Live: six roles, one district, two winters; invented, and no forecast.

In a notebook::

    from systems_leadership import merrowdale_live

    merrowdale_live.play(1)                      # alone: every quarter, as a table
    merrowdale_live.two_years(3, seed=range(20)) # with a pool and an aim: twenty plays, a row each

The equations stand once, in ``equations.yml``; sizes, levers, people and the boundary in the files beside it.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from .district import District, Quarter
from .orders import OrderError, Orders, orders
from .outcome import outcome, table

__all__ = ["District", "OrderError", "Orders", "Quarter", "orders", "outcome", "play", "table", "two_years"]


def play(round: int = 1, **ordered: Any) -> pd.DataFrame:
    """Play two years and look at every quarter.

    Args:
        round: 1 alone, 2 with shared data, 3 with a pool and a shared aim.
        ordered: any of these.
            hold: of each lever that somebody decides, an option counted from 0; or eight, one a quarter, with None
            where it is left to the script; or an array of shape (8, plays), with -1 for None.
            share: of flexible money in the pool, 0 to 0.45; or eight; or shape (8, plays). Round 3 only.
            aim: of round 3: ``ready``, ``stay`` or ``company``.
            tokens: shares of the pool for beds, therapy, rounds, homes, company, 1 in all, in place of the aim's;
            or shape (8, 5), or (8, 5, plays).
            requests: in round 2, eight of None or ``[lever, 1 or -1]``, with True as a third if the player does in
            return what was asked.
            read_out: in round 2, the figure that residents have read out: ``ready``, ``back`` or ``lonely``.
            boundary: ``council``, ``cluster`` or ``none``.
            seed: for chance, or a sequence of them, played side by side.
            parameters, money: other values by name, a number or one for each play.

    Returns:
        A row for each quarter, indexed by play and quarter, both counted from 1; ``columns`` has their
        units.

    Raises:
        OrderError: what cannot be played, where it stands and how to mend it.
    """
    return table(District(orders(round, **ordered)).run())


def two_years(round: int = 1, **ordered: Any) -> pd.DataFrame:
    """Play two years and look at what they came to; the arguments are those of ``play``.

    Returns:
        A row for each play, counted from 1; see ``outcome``.

    Raises:
        OrderError: what cannot be played, where it stands and how to mend it.
    """
    return outcome(District(orders(round, **ordered)).run())
