"""What one nudge sets off: link by link, in the order in which the change arrives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Literal

from .graph import Link, sign
from .loops import Loop, pairs

SOON = 1
LATE = 4  # how many ordinary links a delayed one lags behind; only the order depends on it


@dataclass(frozen=True)
class Step:
    """A change has gone along one link.

    Attributes:
        link: its place in the map.
        cause: 1 if its cause moved as the nudge did, -1 if against it.
        meets: what it finds: the 'first' change there, one like it ('again'), or one 'against' it.
        closes: places of the loops whose links have now all been followed.
    """

    link: int
    cause: int
    meets: Literal["first", "again", "against"]
    closes: tuple[int, ...]


def ripple(links: Sequence[Link], loops: Sequence[Loop], start: str) -> list[Step]:
    """Follow every link that a nudge reaches, each once.

    A map holds no strengths. So where two changes meet, the first goes on and the other is only reported.

    Args:
        links: of the map.
        loops: of the map.
        start: id of the factor nudged.
    """
    moved = {start: 1}
    coming: list[tuple[int, int]] = []
    followed: set[tuple[str, str]] = set()
    open_loops = {place: set(pairs(loop.through)) for place, loop in enumerate(loops)}
    steps = []

    def leave(factor: str, time: int) -> None:
        for place, link in enumerate(links):
            if link.cause == factor:
                heappush(coming, (time + (LATE if link.delay else SOON), place))

    leave(start, 0)
    while coming:
        time, place = heappop(coming)
        link = links[place]
        change = moved[link.cause] * sign(link.way)
        meets: Literal["first", "again", "against"] = "first"
        if link.effect in moved:
            meets = "again" if moved[link.effect] == change else "against"
        else:
            moved[link.effect] = change
            leave(link.effect, time)
        followed.add((link.cause, link.effect))
        closes = tuple(which for which, needed in open_loops.items() if needed <= followed)
        for which in closes:
            del open_loops[which]
        steps.append(Step(place, moved[link.cause], meets, closes))
    return steps
