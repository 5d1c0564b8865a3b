"""The loops of a causal map, found with networkx: shortest first, at most a stated number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import networkx as nx

from .graph import sign

LISTED = 40  # the page lists as many, and says so where there are more


class Signed(Protocol):
    """A link as the loops need it."""

    @property
    def cause(self) -> str: ...
    @property
    def effect(self) -> str: ...
    @property
    def way(self) -> str: ...


@dataclass(frozen=True)
class Loop:
    """A way round the map that meets no factor twice.

    Attributes:
        through: ids of its factors in order, from the one that stands first in the map.
        type: 'reinforcing' where a change comes back as more of the same, else 'balancing'.
    """

    through: tuple[str, ...]
    type: Literal["reinforcing", "balancing"]


def find_loops(factors: Sequence[str], links: Iterable[Signed], most: int | None = LISTED) -> tuple[list[Loop], bool]:
    """The loops of a map, shortest first, then in the order of its factors.

    Args:
        factors: ids, in the map's order.
        links: causes and effects among them, no pair twice.
        most: how many to list; None for all, which can be very many.

    Returns:
        The loops, and whether there are more of them than are listed.
    """
    ways = {(link.cause, link.effect): link.way for link in links}
    rank = {id: position for position, id in enumerate(factors)}
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(factors)
    graph.add_edges_from(ways)
    found: list[tuple[str, ...]] = []
    if most is None:
        found = [turned(cycle, rank) for cycle in nx.simple_cycles(graph)]
    else:
        # Growing bounds: all loops of a large map can be millions, its shortest are few.
        for bound in range(2, len(factors) + 1):
            found = [turned(cycle, rank) for cycle in nx.simple_cycles(graph, length_bound=bound)]
            if len(found) > most:
                break
    found.sort(key=lambda loop: (len(loop), [rank[id] for id in loop]))
    return [Loop(loop, _type(loop, ways)) for loop in found[:most]], most is not None and len(found) > most


def turned(cycle: Sequence[str], rank: dict[str, int]) -> tuple[str, ...]:
    """The same loop, told from the factor that stands first in the map."""
    first = min(range(len(cycle)), key=lambda position: rank[cycle[position]])
    return (*cycle[first:], *cycle[:first])


def _type(loop: tuple[str, ...], ways: dict[tuple[str, str], str]) -> Literal["reinforcing", "balancing"]:
    product = 1
    for step in pairs(loop):
        product *= sign(ways[step])
    return "reinforcing" if product > 0 else "balancing"


def pairs(loop: Sequence[str]) -> list[tuple[str, str]]:
    """Cause and effect of each of a loop's links."""
    return list(zip(loop, [*loop[1:], loop[0]], strict=True))
