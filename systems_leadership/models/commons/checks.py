"""What the model 'commons' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from workbook.model import Check, Floats, is_close

from .model import CAPACITY, CATCHABILITY, COST, GROWTH, VALUE, pool

BEST = 187.5  # calls a month at which help less cost is largest


def resting(calls: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Volunteers, help given and help less cost a month, in the end, with calls held fixed."""
    calls = np.atleast_1d(np.asarray(calls, dtype=float))
    people = pool(calls=calls, pace=0, points=[1000])[0, :, 0]
    help_given = CATCHABILITY * calls * people
    return people, help_given, VALUE * help_given - COST * calls


def best_use() -> bool:
    calls = np.arange(100, 400, 12.5)
    people, given, gain = resting(calls)
    most, best = given.argmax(), gain.argmax()
    figures = is_close([calls[most], people[most], given[most]], [250, 500, 125], share=0.001)
    return figures and is_close(calls[best], BEST)


def open_access() -> bool:
    people, inside, _ = pool(points=[600])[:, 0, 0]
    gain = VALUE * CATCHABILITY * people * inside - COST * inside
    return (
        is_close([people, inside], [250, 375], share=0.005)
        and is_close(gain, 0, within=0.5)
        and is_close(inside, 2 * BEST, share=0.005)
    )


def rules_keep_it() -> bool:
    people, inside, _ = pool(limit=190, watching=1, points=[600])[:, 0, 0]
    return bool(people > 550 and inside < 220 and people * CATCHABILITY * inside - COST * inside > 65)


def each_part_is_needed() -> bool:
    """Volunteers in the end: rule and watching; rule unwatched; no boundary."""
    end = pool([190, 190, 190], [1, 0, 1], [0, 0, 0.3], points=[600])[0, :, 0]
    return bool(end[0] > 550) and is_close(end[1:], 250, within=5)


def conserved() -> bool:
    """With one step a month volunteers can be counted by hand."""
    months = np.arange(0, 121.0)
    people, inside, outside = pool(outsiders=0.3, points=months, dt=1.0)[:, 0]
    joined = GROWTH * people * (1 - people / CAPACITY)
    gone = CATCHABILITY * people * (inside + outside)
    return is_close(np.diff(people), (joined - gone)[:-1], within=1e-9)


def extremes() -> bool:
    unused = pool(calls=0, volunteers=10, points=[200])[0, 0, 0]
    empty = pool(volunteers=0, points=[200])[0, 0, 0]
    worn = pool(calls=600, pace=0, points=[1000])[0, 0, 0]
    return is_close([unused, empty, worn], [CAPACITY, 0, 0], within=0.01)


def same_with_half_steps() -> bool:
    months = np.arange(0, 121)
    whole, half = (pool([190, np.inf], 0.5, 0.1, points=months, dt=dt) for dt in (0.1, 0.05))
    return is_close(whole, half, within=0.5, share=0.01)


CHECKS: tuple[Check, ...] = (
    Check("best-use", best_use, ("gordon1954economic",)),
    Check("open-access", open_access, ("gordon1954economic",)),
    Check("rules", rules_keep_it, ("ostrom1990governing",)),
    Check("each-part", each_part_is_needed, ("ostrom1990governing",)),
    Check("conservation", conserved),
    Check("extremes", extremes),
    Check("half-step", same_with_half_steps),
)
