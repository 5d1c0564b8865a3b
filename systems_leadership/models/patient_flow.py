"""The flow of patients through hospital and into care at home."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from workbook.model import Floats, is_close

Whole = NDArray[np.int64]


class Flow(NamedTuple):
    """People in each place, one row for each run and one column for each day: (runs, days)."""

    waiting: Floats
    treated: Floats
    delayed: Floats
    cared_for: Floats
    left: Floats  # all who have gone home without care, or whose care has ended, so far


def flows(
    beds: ArrayLike,
    packages: ArrayLike,
    arrivals: ArrayLike = 20.0,
    stay: ArrayLike = 5.0,
    share: ArrayLike = 0.05,
    months: ArrayLike = 24.0,
    days: ArrayLike | None = None,
    dt: float = 0.25,
    before: Flow | None = None,
) -> Flow:
    """Follow people through hospital and home care, many runs at once.

    Args:
        beds: hospital beds, shape (runs,) or one number, 0 or more; infinity means no limit.
        packages: home-care packages, likewise.
        arrivals: people a day who need a bed, 0 or more.
        stay: days of treatment, more than ``dt``.
        share: part of those treated who need home care, 0 to 1.
        months: how long home care lasts, more than 0.
        days: days to report, rising multiples of ``dt``; left out, 0 to 730.
        dt: time step in days.
        before: the end of this run is the start; left out, a hospital of 100 patients
            and 730 people with home care, or as many as there is room for.

    Raises:
        ValueError: ``days`` are not rising multiples of ``dt``.

    Source: the structure and values are those of a public model (symmetriclab_discharge).
    """
    days = np.arange(731.0) if days is None else np.asarray(days, dtype=float)
    marks = np.rint(days / dt).astype(int)
    if not is_close(marks * dt, days, within=1e-9) or np.any(np.diff(marks) <= 0) or marks[0] < 0:
        raise ValueError(f"flows: days must be rising multiples of dt={dt:g}; got {days!r}")
    limits: list[Any] = list(
        np.broadcast_arrays(np.atleast_1d(beds), packages, arrivals, stay, share, np.asarray(months) * 365 / 12)
    )
    if before is None:
        waiting, delayed, left = np.zeros((3, len(limits[0])))
        start: list[Any] = [waiting, np.minimum(limits[0], 100.0), delayed, np.minimum(limits[1], 730.0), left]
    else:
        start = [before.waiting, before.treated, before.delayed, before.cared_for, before.left]
        start = [part[:, -1] for part in start]
    kept = np.empty((5, len(limits[0]), len(days)))
    if len(limits[0]) == 1:
        # One run: the same steps with plain numbers are ten times as fast as with arrays of one.
        limits, start = [one.item() for one in limits], [one.item() for one in start]
        found = _follow(limits, start, marks, dt, min, max)
    else:
        found = _follow(limits, start, marks, dt, np.minimum, np.maximum)
    for place, stocks in enumerate(found):
        kept[:, :, place] = np.reshape(stocks, (5, -1))
    return Flow(*kept)


def _follow(
    limits: list[Any], start: list[Any], marks: Whole, dt: float, low: Callable[..., Any], high: Callable[..., Any]
) -> Iterator[tuple[Any, ...]]:
    """The stocks at each of ``marks``, counted in steps; ``low`` and ``high`` are min and max of what they are."""
    beds, packages, arrivals, stay, share, care = limits
    waiting, treated, delayed, cared, left = start
    wanted = set(marks.tolist())
    for step in range(marks[-1] + 1):
        if step in wanted:
            yield waiting, treated, delayed, cared, left
        ready, ending = treated / stay, cared / care
        # Whoever is ready takes a free package; a package that ends is free at once, and so is a bed.
        begun = low((packages - cared) / dt + ending, delayed / dt + share * ready)
        begun = high(begun, 0.0)
        free = (beds - treated - delayed) / dt + (1 - share) * ready + begun
        admitted = high(low(arrivals + waiting / dt, free), 0.0)
        # Rounding may leave a stock a hair below nothing; people come in whole, so call it nothing.
        waiting = high(waiting + dt * (arrivals - admitted), 0.0)
        treated = high(treated + dt * (admitted - ready), 0.0)
        delayed = high(delayed + dt * (share * ready - begun), 0.0)
        cared = cared + dt * (begun - ending)
        left = left + dt * ((1 - share) * ready + ending)
