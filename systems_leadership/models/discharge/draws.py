"""What chance brings: who comes, who gets well, who needs care, whose care ends; the same for every setting.

Each bed and each care package has its own draw on each day. So two runs with the same seed differ by their setting
alone, and who has more beds or packages in use has at least as many that fall free.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
BLOCK = 64  # beds drawn together: a larger hospital draws more blocks, and the first ones stay as they were


@lru_cache(maxsize=4)
def arrivals(seed: int, steps: int, seeds: int, mean: float) -> Whole:
    """People who come in each step, shape (steps, seeds)."""
    return np.random.default_rng([seed, 0]).poisson(mean, (steps, seeds))


@lru_cache(maxsize=4)
def well(seed: int, steps: int, seeds: int, chance: float, blocks: int) -> NDArray[np.unsignedinteger[Any]]:
    """How many of the first 0, 1, 2, ... patients get well in each step, each with this ``chance``.

    Returns:
        Shape (steps, seeds, ``BLOCK * blocks + 1``), never falling along the last axis.
    """
    small = np.uint8 if BLOCK * blocks < 256 else np.uint16
    count = np.zeros((steps, seeds, BLOCK * blocks + 1), dtype=small)
    for block in range(blocks):
        drawn = np.random.default_rng([seed, 1, block]).random((steps, seeds, BLOCK), dtype=np.float32)
        np.less(drawn, chance, out=count[:, :, 1 + BLOCK * block : 1 + BLOCK * (block + 1)])
    return np.cumsum(count, axis=2, dtype=small, out=count)


@lru_cache(maxsize=8)
def chosen(seed: int, steps: int, seeds: int, chance: float, most: int, what: int) -> NDArray[np.int32]:
    """Which of a row of people are chosen in each step, each with this ``chance``: their places in the row.

    Args:
        most: the longest row.
        what: tells one kind of choice from another.

    Returns:
        Shape (steps, places, seeds), places from 1, rising along their axis; those above ``most`` are none.
    """
    places: list[NDArray[np.int32]] = []
    last = np.zeros((steps, seeds), dtype=np.int64)
    while chance > 0 and last.min() <= most:
        # The gap from one chosen person to the next: as many draws as there are people chosen, and not one for each.
        gap = np.random.default_rng([seed, what, len(places)]).geometric(chance, (steps, seeds))
        last = last + np.minimum(gap, most + 1)
        places.append(last.astype(np.int32))
    return np.stack(places, axis=1) if places else np.full((steps, 1, seeds), most + 1, dtype=np.int32)


def among(places: NDArray[np.int32], rows: Whole) -> Whole:
    """How many of those chosen stand within each row of people.

    Args:
        places: of one step of ``chosen``, shape (places, seeds).
        rows: how long each row is, shape (runs, seeds).
    """
    count, longest = np.zeros(rows.shape, dtype=np.int64), rows.max(initial=0)
    for place in places:
        if place.min() > longest:
            break
        count += place <= rows
    return count
