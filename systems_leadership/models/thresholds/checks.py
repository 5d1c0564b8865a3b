"""What the model 'thresholds' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from workbook.model import Check, is_close

from .model import DRAWN, GAP, GROUP, LADDER, SEED, endless_group, joined, people, sampled

SEEDS = range(100)


def end(thresholds: ArrayLike) -> float:
    return float(joined(thresholds, 200)[0, -1])


def granovetter() -> bool:
    row = np.arange(100)
    changed = np.where(row == 1, 2, row)
    return end(row) == 100 and end(changed) == 1


def one_mind_on_the_page() -> bool:
    """The page's ladder is his row; with two who start, the gap is bridged."""
    ends = [sampled(25, 12, starters, 100, group)[0, -1] for group in (LADDER, GAP) for starters in (0, 2)]
    return ends == [100, 100, 1, 100]


def jump() -> bool:
    low, high = endless_group(25, [12.0, 12.3], 1000)[:, -1]
    return is_close(low, 4.0, within=0.05) and is_close(high, 100, within=0.05)


def scatter() -> bool:
    """Groups in which more than half joined, percent, at and around the jump."""
    most = [100 * np.mean(sampled(25, spread, 0)[:, -1] > 50) for spread in (8, 12.2, 18)]
    return bool(most[0] < 5 and 15 < most[1] < 85 and most[2] > 90)


def apart_by_watching() -> bool:
    """Near-equal groups end far apart in 95 seeds of 100, and only because they look at each other.

    For each seed 100 groups at the jump: some hardly begin, some take off, few are in between. The same people, each
    joining on a coin of their own that comes down as often as the groups joined on average, end near one another.
    """
    apart = alike = 0
    for seed in SEEDS:
        ends = joined(people(25, 12.3, 0, DRAWN, seed)[:100], 100)[:, -1]
        alone = np.random.default_rng(seed).binomial(GROUP, ends.mean() / GROUP, 100)
        middle = np.mean((ends > 25) & (ends < 75))
        apart += bool(np.mean(ends <= 25) > 0.1 and np.mean(ends >= 75) > 0.1 and middle < 0.2)
        alike += bool(np.ptp(np.percentile(alone, [10, 90])) < 25)
    return apart >= 95 and alike >= 95


def starters_carry() -> bool:
    """Five who start anyway: more groups take off, in 95 seeds of 100; where people hardly differ, none does."""
    more, most = 0, 0.0
    for seed in SEEDS:
        few, many = (np.mean(joined(people(25, 12, n, DRAWN, seed)[:100], 60)[:, -1] > 50) for n in (0, 5))
        more += bool(many > few + 0.3)
        most = max(most, float(np.mean(joined(people(25, 4, 5, DRAWN, seed)[:100], 60)[:, -1] > 50)))
    return more >= 95 and most == 0


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
    Check("one-mind", one_mind_on_the_page, ("granovetter1978threshold",)),
    Check("jump", jump, ("granovetter1978threshold",)),
    Check("scatter", scatter),
    Check("apart", apart_by_watching),
    Check("starters", starters_carry),
    Check("extremes", extremes),
    Check("one-way", never_leave),
    Check("large", large_group_is_endless),
    Check("seed", same_seed),
)
