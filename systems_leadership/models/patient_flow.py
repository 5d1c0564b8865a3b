"""The flow of patients through hospital and into care at home."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .model import Floats
from .tolerance import near


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
    if not near(marks * dt, days, within=1e-9) or np.any(np.diff(marks) <= 0) or marks[0] < 0:
        raise ValueError(f"flows: days must be rising multiples of dt={dt:g}; got {days!r}")
    beds, packages, arrivals, stay, share, care = np.broadcast_arrays(
        np.atleast_1d(beds), packages, arrivals, stay, share, np.asarray(months) * 365 / 12
    )
    if before is None:
        waiting, delayed, left = np.zeros((3, len(beds)))
        treated, cared = np.minimum(beds, 100.0), np.minimum(packages, 730.0)
    else:
        waiting, treated, delayed, cared, left = (part[:, -1] for part in before)
    kept = np.empty((5, len(beds), len(days)))
    place = 0
    for step in range(marks[-1] + 1):
        if step == marks[place]:
            kept[:, :, place] = waiting, treated, delayed, cared, left
            place += 1
        ready, ending = treated / stay, cared / care
        # Whoever is ready takes a free package; a package that ends is free at once, and so is a bed.
        start = np.minimum((packages - cared) / dt + ending, delayed / dt + share * ready)
        start = np.maximum(start, 0)
        free = (beds - treated - delayed) / dt + (1 - share) * ready + start
        admitted = np.maximum(np.minimum(arrivals + waiting / dt, free), 0)
        # Rounding may leave a stock a hair below nothing; people come in whole, so call it nothing.
        waiting = np.maximum(waiting + dt * (arrivals - admitted), 0)
        treated = np.maximum(treated + dt * (admitted - ready), 0)
        delayed = np.maximum(delayed + dt * (share * ready - start), 0)
        cared = cared + dt * (start - ending)
        left = left + dt * ((1 - share) * ready + ending)
    return Flow(*kept)
