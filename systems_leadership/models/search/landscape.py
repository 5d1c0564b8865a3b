"""Rugged landscapes: many ways to combine choices, few of them good (Kauffman's NK)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
CHOICES = 15
LANDSCAPES = 200
SEED = 2007
POWER = 8


@lru_cache(maxsize=4)
def landscapes(tangle: int, count: int = LANDSCAPES, seed: int = SEED) -> Scores:
    """Score every combination of 15 yes-or-no choices, on many landscapes.

    What a choice is worth depends on itself and on ``tangle`` others, picked by chance: a random table.
    A combination is worth the mean of its choices; its score is (worth / best worth) to the power of 8.

    Args:
        tangle: other choices that the worth of each depends on, 0 to 14.
        count: how many landscapes.
        seed: of the random numbers.

    Returns:
        Scores, 0 to 1, shape (count, 2**15); the place is the combination read as a binary number.

    Source: kauffman1993origins; the power of 8 as in lazer2007network, recalled, not read again.
    """
    rng = np.random.default_rng(seed)
    bits = ((np.arange(2**CHOICES) >> np.arange(CHOICES)[:, None]) & 1).astype(np.int16)
    scores = np.empty((count, 2**CHOICES), dtype=np.float32)
    for landscape in scores:
        tables = rng.random((CHOICES, 2 ** (tangle + 1)), dtype=np.float32)
        # A row's smallest of 14 random numbers point to which others, all different.
        picked = rng.random((CHOICES, CHOICES - 1)).argsort(axis=1)[:, :tangle]
        worth = np.zeros(2**CHOICES, dtype=np.float32)
        for choice in range(CHOICES):
            row = bits[choice].copy()
            for other in picked[choice]:
                row <<= 1
                row |= bits[other + (other >= choice)]
            worth += tables[choice].take(row)
        landscape[:] = (worth / worth.max()) ** POWER
    return scores
