"""Rugged landscapes: many ways to combine choices, few of them good (Kauffman's NK)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
CHOICES = 15
LANDSCAPES = 200
SEED = 2007


@lru_cache(maxsize=4)
def landscapes(tangle: int, count: int = LANDSCAPES, seed: int = SEED) -> Scores:
    """Score every combination of 15 yes-or-no choices, on many landscapes.

    What a choice is worth depends on itself and on ``tangle`` others, picked by chance: a random table.
    A combination is worth the mean of its choices; its score is its worth as a share of the best worth there is.

    Args:
        tangle: other choices that the worth of each depends on, 0 to 14.
        count: how many landscapes.
        seed: of the random numbers.

    Returns:
        Scores, 0 to 1, shape (count, 2**15); the place is the combination read as a binary number.

    Source: kauffman1993origins.
    """
    rng = np.random.default_rng(seed)
    # A combination is read in two halves, so that its place in a table is the sum of two short rows of numbers.
    low, high = (_bits(CHOICES // 2), _bits(CHOICES - CHOICES // 2))
    scores = np.empty((count, 2**CHOICES), dtype=np.float32)
    for landscape in scores:
        tables = rng.random((CHOICES, 2 ** (tangle + 1)), dtype=np.float32)
        # A row's smallest of 14 random numbers point to which others, all different.
        picked = rng.random((CHOICES, CHOICES - 1)).argsort(axis=1)[:, :tangle]
        worth = np.zeros(2**CHOICES, dtype=np.float32)
        for choice in range(CHOICES):
            others = picked[choice]
            digit = np.zeros(CHOICES, dtype=np.intp)
            digit[[choice, *(others + (others >= choice))]] = 2 ** np.arange(tangle, -1, -1)
            place = (high @ digit[len(low[0]) :])[:, None] + low @ digit[: len(low[0])]
            worth += tables[choice].take(place.ravel())
        landscape[:] = worth / worth.max()
    return scores


def _bits(count: int) -> NDArray[np.intp]:
    """Every combination of some choices, a row each, shape (2**count, count)."""
    return np.asarray((np.arange(2**count)[:, None] >> np.arange(count)) & 1, dtype=np.intp)
