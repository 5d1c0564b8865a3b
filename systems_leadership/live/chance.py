"""Seeded chance: a flu in the door's arrivals, sickness among care workers. The page draws the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .equations import QUARTERS, WEEKS, Floats

LARGEST_SEED = 0xFFFFFFFF
STAYS = 0.85  # of last week's wave
FLU, SICK, ANY_WEEK = 0.03, 0.015, 0.10  # deviations of a week's push
FEWEST = 0.3  # arrivals, as a share of the mean
FIT = (0.8, 1.1)  # care workers, as a share of the usual


def uniform(seed: int) -> Iterator[float]:
    """mulberry32: numbers from 0 up to 1, without end, the same in JavaScript.

    Args:
        seed: 0 to 2**32 - 1.
    """
    state = seed
    while True:
        state = (state + 0x6D2B79F5) & LARGEST_SEED
        mixed = ((state ^ (state >> 15)) * (state | 1)) & LARGEST_SEED
        mixed ^= (mixed + (((mixed ^ (mixed >> 7)) * (mixed | 61)) & LARGEST_SEED)) & LARGEST_SEED
        yield ((mixed ^ (mixed >> 14)) & LARGEST_SEED) / (LARGEST_SEED + 1)


def factors(seed: int) -> Floats:
    """For each week of the two years, factors on arrivals and on how full rounds can be.

    Args:
        seed: 0 to 2**32 - 1.

    Returns:
        Shape (104, 2).
    """
    drawn = uniform(seed)

    def normal() -> float:
        """Near enough: mean 0, deviation 1, never beyond 3.5."""
        return (next(drawn) + next(drawn) + next(drawn) + next(drawn) - 2) * 1.7320508

    weeks, flu, sick = [], 0.0, 0.0
    for _ in range(WEEKS * QUARTERS):
        flu = STAYS * flu + FLU * normal()
        sick = STAYS * sick + SICK * normal()
        weeks.append((max(1 + flu + ANY_WEEK * normal(), FEWEST), min(max(1 + sick, FIT[0]), FIT[1])))
    return np.array(weeks)
