"""Random causal maps, a blunt search for their loops, and the page's own code to compare with."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.node import Replies


@dataclass(frozen=True)
class RandomLink:
    """A link as maps and values have it."""

    cause: str
    effect: str
    way: str
    delay: bool


def random_map(seed: int, most_factors: int = 10, most_links: int = 25) -> tuple[list[str], list[RandomLink]]:
    """Factors and links by chance, the same for the same seed."""
    chance = random.Random(seed)
    # Ids whose order is not that of the map, so that mixing the two up shows.
    size, many = (
        max(chance.randint(low, most), chance.randint(low, most)) for low, most in ((1, most_factors), (0, most_links))
    )
    factors = chance.sample([f"f{n}" for n in range(1, 60)], size)
    pairs = [(a, b) for a in factors for b in factors if a != b]
    chosen = chance.sample(pairs, min(len(pairs), many))
    return factors, [RandomLink(a, b, chance.choice(["same", "opposite"]), chance.random() < 0.3) for a, b in chosen]


def brute_force(factors: list[str], links: list[RandomLink]) -> list[tuple[tuple[str, ...], str]]:
    """Every loop: walk every path from every factor, with no thought at all, and throw out what comes twice.

    Returns:
        Factors and type of each, shortest first, then in the order of the map.
    """
    ways = {(link.cause, link.effect): link.way for link in links}
    found: set[tuple[str, ...]] = set()

    def walk(path: tuple[str, ...]) -> None:
        for factor in factors:
            if (path[-1], factor) not in ways:
                continue
            if factor == path[0]:
                found.add(
                    min((path[turn:] + path[:turn] for turn in range(len(path))), key=lambda p: factors.index(p[0]))
                )
            elif factor not in path:
                walk((*path, factor))

    for factor in factors:
        walk((factor,))
    typed = []
    for loop in sorted(found, key=lambda one: (len(one), [factors.index(factor) for factor in one])):
        against = [ways[pair] for pair in zip(loop, (*loop[1:], loop[0]), strict=True)].count("opposite")
        typed.append((loop, "balancing" if against % 2 else "reinforcing"))
    return typed


class Page(Replies):
    """The page's own code, in a Node process that keeps answering."""

    def __init__(self) -> None:
        super().__init__(Path(__file__).with_suffix(".mjs"))

    def what(self, what: str, **fields: Any) -> Any:
        """What the page makes of a map: its ``loops``, how it is ``drawn`` and ``read``, whether it is ``valid``."""
        return self.ask({"ask": what, **fields})
