"""People on their way through hospital and into care at home, by chance or as if there were none."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from workbook.model import Floats, is_close

from . import draws

SEED = 1999
SEEDS = 200  # runs of each setting, which differ by chance alone
CARE, ENDS = 2, 3  # two kinds of draw


class Flow(NamedTuple):
    """People in each place, and how many have gone each way so far; each of shape (runs, seeds, days)."""

    waiting: Floats
    treated: Floats
    delayed: Floats  # well enough to go, and without care at home
    cared_for: Floats
    arrived: Floats
    admitted: Floats
    left: Floats  # home without care
    ready: Floats  # well, and in need of care at home
    started: Floats  # home with care
    ended: Floats  # whose care has ended


def flows(
    beds: ArrayLike,
    packages: ArrayLike,
    stay: ArrayLike = 5.0,
    *,
    arrivals: float = 20.0,
    share: float = 0.05,
    months: float = 24.0,
    waiting: ArrayLike = 0,
    treated: ArrayLike = 100,
    delayed: ArrayLike = 0,
    cared_for: ArrayLike = 730,
    hold: bool = True,
    chance: bool = True,
    days: ArrayLike = (365,),
    dt: float = 1.0,
    seeds: int = SEEDS,
    seed: int = SEED,
) -> Flow:
    """Follow people through hospital and home care, many runs at once.

    In each step some get well, some care packages end, and some people come. Whoever is well and needs care takes a
    free package, or keeps the bed. Then whoever waits takes a free bed. All this is free again at once.

    Args:
        beds: hospital beds, shape (runs,) or one number, 0 or more.
        packages: home-care packages, likewise.
        stay: days of treatment on average, more than ``dt``, likewise.
        arrivals: people a day who need a bed, on average.
        share: part of those treated who need home care, 0 to 1.
        months: how long home care lasts on average, more than 0.
        waiting, treated, delayed, cared_for: people at the start, shape (runs,) or one number; no more are
            treated than there are beds, and no more have care than there are packages.
        hold: whether those who wait for care keep their bed meanwhile.
        chance: whether people come, get well and end their care by chance, with days and months spread like a
            coin tossed each step; if not, everything is at its average in every step.
        days: days to report, rising multiples of ``dt``.
        dt: time step in days.
        seeds: runs that differ by chance alone; 1 where there is no chance.
        seed: where chance starts; the same for every setting.

    Raises:
        ValueError: ``days`` are not rising multiples of ``dt``.

    Source: the structure and values are those of a public model (symmetriclab_discharge); chance is ours.
    """
    days = np.asarray(days, dtype=float)
    marks = np.rint(days / dt).astype(int)
    if not is_close(marks * dt, days, within=1e-9) or np.any(np.diff(marks) <= 0) or marks[0] < 0:
        raise ValueError(f"flows: days must be rising multiples of dt={dt:g}; got {days!r}")
    given = np.broadcast_arrays(np.atleast_1d(beds), packages, stay, waiting, treated, delayed, cared_for)
    kind: Any = np.int64 if chance else np.float64
    lanes = [np.repeat(part[:, None], seeds if chance else 1, axis=1) for part in given]
    room, care, stays = lanes[0].astype(kind), lanes[1].astype(kind), given[2].astype(float)
    wait, treat, stuck, cared = (part.astype(kind) for part in lanes[3:])
    treat, cared = np.minimum(treat, room), np.minimum(cared, care)

    step: Any
    ends = dt / (months * 365 / 12)
    if chance:
        step = _ByChance(room, care, stays, arrivals, share, ends, int(marks[-1]), dt, seed)
    else:
        step = _OnPaper(stays, arrivals, share, ends, dt)
    gone = np.zeros((6, *room.shape), dtype=kind)
    kept = np.empty((10, *room.shape, len(days)))
    place = 0
    for now in range(marks[-1] + 1):
        if now == marks[place]:
            kept[..., place] = [wait, treat, stuck, cared, *gone]
            place += 1
        if place == len(marks):
            break
        came, well, needy, over = step(now, treat, cared)
        begun = np.maximum(np.minimum(stuck + needy, care - cared + over), 0)
        treat, stuck, cared = treat - well, stuck + needy - begun, cared - over + begun
        free = np.maximum(room - treat - (stuck if hold else 0), 0)
        taken = np.minimum(wait + came, free)
        wait, treat = wait + came - taken, treat + taken
        for total, people in zip(gone, (came, taken, well - needy, needy, begun, over), strict=True):
            total += people
    return Flow(*kept)


class _OnPaper:
    """Every day is the average day."""

    def __init__(self, stays: Floats, arrivals: float, share: float, ends: float, dt: float) -> None:
        self.leaving = (dt / stays)[:, None]
        self.came, self.share, self.ends = arrivals * dt, share, ends

    def __call__(self, now: int, treated: Floats, cared: Floats) -> tuple[Any, ...]:
        """People who come, get well, need care, and whose care ends, in one step."""
        well = treated * self.leaving
        return self.came, well, well * self.share, cared * self.ends


class _ByChance:
    """Every day is drawn."""

    def __init__(
        self,
        room: draws.Whole,
        care: draws.Whole,
        stays: Floats,
        arrivals: float,
        share: float,
        ends: float,
        steps: int,
        dt: float,
        seed: int,
    ) -> None:
        seeds = room.shape[1]
        blocks = -(-max(int(room.max()), 1) // draws.BLOCK)
        # Rows of runs with the same stay share one table of draws.
        self.wards = [
            (stays == stay, draws.well(seed, steps, seeds, dt / stay, blocks)) for stay in np.unique(stays).tolist()
        ]
        most = max((int(table[..., -1].max()) for _, table in self.wards if table.size), default=0)
        self.came = draws.arrivals(seed, steps, seeds, arrivals * dt)
        self.needy = draws.chosen(seed, steps, seeds, share, most, CARE)
        self.over = draws.chosen(seed, steps, seeds, ends, int(care.max()), ENDS)
        self.seeds = np.arange(seeds)

    def __call__(self, now: int, treated: draws.Whole, cared: draws.Whole) -> tuple[Any, ...]:
        """People who come, get well, need care, and whose care ends, in one step."""
        well = np.empty_like(treated)
        for rows, table in self.wards:
            well[rows] = table[now][self.seeds, treated[rows]]
        needy = draws.among(self.needy[now], well)
        return self.came[now], well, needy, draws.among(self.over[now], cared)
