"""What the model 'thresholds' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from workbook.model import Check, is_close

from .model import SEED, endless_group, joined, sampled


def end(thresholds: ArrayLike) -> float:
    return float(joined(thresholds, 200)[0, -1])


def granovetter() -> bool:
    row = np.arange(100)
    changed = np.where(row == 1, 2, row)
    return end(row) == 100 and end(changed) == 1


def jump() -> bool:
    low, high = endless_group(25, [12.0, 12.3], 1000)[:, -1]
    return is_close(low, 4.0, within=0.05) and is_close(high, 100, within=0.05)


def scatter() -> bool:
    """Groups in which more than half joined, percent, at and around the jump."""
    most = [100 * np.mean(sampled(25, spread, 0)[:, -1] > 50) for spread in (8, 12.2, 18)]
    return bool(most[0] < 5 and 15 < most[1] < 85 and most[2] > 90)


def extremes() -> bool:
    nobody = end(np.full(100, 1)) == 0
    return nobody and end(np.zeros(100)) == 100 and is_close(endless_group(25, 1e-9)[:, -1], 0)


def never_leave() -> bool:
    return bool(np.all(np.diff(sampled(25, 12.2, 2), axis=1) >= 0))


def large_group_is_endless() -> bool:
    """Very large drawn groups end where the group without end does, either side of the jump."""
    drawn = np.random.default_rng(SEED).standard_normal(100_000)
    ends = [joined((25 + spread * drawn) * 1000, 60)[0, -1] / 1000 for spread in (10, 14)]
    return is_close(ends, endless_group(25, [10, 14], 60)[:, -1], within=0.5)


def same_seed() -> bool:
    return bool(np.array_equal(sampled(25, 12, 0), sampled(25, 12, 0)))


CHECKS: tuple[Check, ...] = (
    Check("granovetter", granovetter, ("granovetter1978threshold",)),
    Check("jump", jump, ("granovetter1978threshold",)),
    Check("scatter", scatter),
    Check("extremes", extremes),
    Check("one-way", never_leave),
    Check("large", large_group_is_endless),
    Check("seed", same_seed),
)
