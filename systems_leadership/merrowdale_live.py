"""Merrowdale Live in a notebook: every quarter as a table, and a slider for every decision.

::

    from systems_leadership import merrowdale_live

    merrowdale_live.play(1)                                # alone
    merrowdale_live.play(3, hold={"fee": 2, "pay": 3})     # together, with two decisions set
    merrowdale_live.columns()                              # what the columns mean, with their units
    merrowdale_live.two_years(3, seed=range(20))           # twenty plays, a row each
    merrowdale_live.explore(3)                             # sliders, in a live notebook
"""

from __future__ import annotations

from .live import OrderError, play, two_years
from .live.columns import columns
from .live.explorer import Explorer

__all__ = ["OrderError", "columns", "explore", "play", "two_years"]


def explore(round: int = 1) -> Explorer:
    """Sliders for every decision, over the quarters that follow.

    Args:
        round: 1 alone, 2 with shared data, 3 with a pool and a shared aim; a menu changes it.

    Raises:
        OrderError: there is no such round.
    """
    return Explorer(round)
