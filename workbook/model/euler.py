"""Small equal steps of time, for models whose stocks change all the time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .model import Floats


def euler(rates: Callable[[Floats, float], Floats], start: Floats, points: Floats, dt: float) -> Floats:
    """Follow stocks over time by Euler's rule.

    Args:
        rates: change of each stock in one unit of time, from the stocks, shape (stocks, runs),
            and the time.
        start: the stocks at time 0, shape (stocks, runs).
        points: times to report, rising, 0 or more.
        dt: the longest step; it is shortened so that every point falls on a step.

    Returns:
        The stocks at each point, shape (stocks, runs, points).
    """
    state, now = np.array(start, dtype=float), 0.0
    kept = np.empty((*state.shape, len(points)))
    for place, point in enumerate(points):
        count = max(int(np.ceil((point - now) / dt - 1e-9)), 0)
        step = (point - now) / count if count else 0.0
        for i in range(count):
            state = state + step * rates(state, now + i * step)
        kept[:, :, place], now = state, float(point)
    return kept
