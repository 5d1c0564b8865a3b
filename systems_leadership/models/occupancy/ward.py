"""A ward person by person: people come by chance, stay for different times, and find a bed or none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np

SEED = 1999
DRAWN = 60  # fortnights, of which the most ordinary is shown
MANY = 1000  # beds from which half of these do: the larger, the more alike they are
STAY = 5.0  # days, on average
PARTS = 4  # of a day
TICKS = tuple(tick / PARTS for tick in range(14 * PARTS + 1))  # days


class Ward(NamedTuple):
    """Beds in use at each tick, and how many went each way since the tick before."""

    in_use: tuple[int, ...]
    come: tuple[int, ...]
    bounced: tuple[int, ...]
    left: tuple[int, ...]


def follow(beds: int, load: float, chance: np.random.Generator, ticks: tuple[float, ...] = TICKS) -> Ward:
    """Follow one ward from an ordinary moment on.

    Args:
        beds: whole number, 1 or more.
        load: arrivals in the time of one stay, on average, 0 or more.
        chance: where it draws from.
        ticks: days to report, rising from 0.
    """
    # How many are there at the first moment: Erlang's own distribution, so that the ward has no beginning.
    logs = np.cumsum(np.log(max(load, 1e-300)) - np.log(np.arange(1, beds + 1)))
    weights = np.exp(np.concatenate([[0.0], logs]) - max(0.0, float(logs.max())))
    there = int(chance.choice(beds + 1, p=weights / weights.sum()))
    leaving = sorted(chance.exponential(STAY, there).tolist())
    come = np.sort(chance.uniform(0, ticks[-1], chance.poisson(load / STAY * ticks[-1]))).tolist()
    stays = chance.exponential(STAY, len(come)).tolist()
    in_use, counts, now = [there], [(0, 0, 0)], 0
    for tick in ticks[1:]:
        came, bounced, left = 0, 0, 0
        while now < len(come) and come[now] <= tick:
            while leaving and leaving[0] <= come[now]:
                heappop(leaving)
                left += 1
            if len(leaving) < beds:
                heappush(leaving, come[now] + stays[now])
            else:
                bounced += 1
            came, now = came + 1, now + 1
        while leaving and leaving[0] <= tick:
            heappop(leaving)
            left += 1
        in_use.append(len(leaving))
        counts.append((came, bounced, left))
    return Ward(tuple(in_use), *zip(*counts, strict=True))


@cache
def _drawn(beds: int, load: float, seed: int, ward: int) -> Ward:
    return follow(beds, load, np.random.default_rng([SEED, seed, ward]))


def together(parts: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """The sum of several wards, tick by tick."""
    return tuple(map(sum, zip(*parts, strict=True)))


def fortnight(beds: int, wards: int, load: float, bounced: float, in_use: float) -> tuple[int, list[Ward]]:
    """An ordinary fortnight in some wards on their own.

    Args:
        beds: of one ward.
        wards: how many.
        load: arrivals in the time of one stay, for one ward.
        bounced: people who find no bed in a fortnight on average, in all wards.
        in_use: beds in use on average, in all wards.

    Returns:
        Which draw it is, and each ward: of all fortnights drawn the one that is nearest to these averages.
    """
    drawn = DRAWN if beds * wards < MANY else DRAWN // 2
    draws = [[_drawn(beds, load, seed, ward) for ward in range(wards)] for seed in range(drawn)]
    figures = np.array(
        [
            [sum(sum(part) for part in parts) for parts in zip(*((w.bounced, w.in_use) for w in draw), strict=True)]
            for draw in draws
        ]
    )
    off = np.abs(figures - [bounced, in_use * len(TICKS)]) / np.maximum(figures.std(axis=0), 1e-9)
    seed = int((off @ [3.0, 1.0]).argmin())  # people without a bed are what the picture is about
    return seed, draws[seed]
