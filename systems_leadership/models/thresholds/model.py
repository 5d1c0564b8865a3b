"""Thresholds: who joins once enough others have joined."""

from __future__ import annotations

from collections.abc import Mapping
from math import erf

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from workbook.model import Control, Floats, Model, Series
from workbook.model.trace import Trace, standstill

SEED = 1978
GROUPS = 400
GROUP = 100  # people in a group
DRAWN, LADDER, GAP = 1, 2, 3  # groups: drawn by chance; thresholds 0 to 99; the same, where the 1 has become a 2
STEP = 5  # people: in such steps a picture shows how many join
share_below = np.vectorize(lambda z: 0.5 * (1 + erf(z / 2**0.5)), otypes=[float])  # normal distribution


def joined(thresholds: ArrayLike, rounds: int = 100) -> Floats:
    """Let people join, round by round: each joins when as many have joined as their threshold says.

    A tie counts: who needs 3 joins when exactly 3 have. Who has joined stays.

    Args:
        thresholds: people who must have joined first, shape (groups, people) or (people,).
        rounds: how many rounds.

    Returns:
        People who have joined after each round, shape (groups, rounds + 1); round 0 is before all.
    """
    ordered = np.sort(np.atleast_2d(np.asarray(thresholds, dtype=float)), axis=1)
    count = np.zeros((len(ordered), rounds + 1))
    for now in range(rounds):
        count[:, now + 1] = (ordered <= count[:, [now]]).sum(axis=1)
    return count


def endless_group(mean: ArrayLike, spread: ArrayLike, rounds: int = 100) -> Floats:
    """The same for a group without end, thresholds normal: share joined in percent, (runs, rounds + 1)."""
    mean, spread = np.broadcast_arrays(np.atleast_1d(mean), np.asarray(spread, dtype=float))
    share = np.zeros((len(mean), rounds + 1))
    for now in range(rounds):
        share[:, now + 1] = 100 * share_below((share[:, now] - mean) / spread)
    return share


def people(mean: float, spread: float, starters: float, group: int = DRAWN, seed: int = SEED) -> Floats:
    """The thresholds of groups of 100, shape (groups, people); one group, where there is no chance in it.

    Every setting draws the same chances, so that a change of setting is all that differs.

    Args:
        mean, spread: middle and standard deviation of the thresholds, where they are drawn.
        starters: people whose threshold is nought, whatever it was.
        group: ``DRAWN``, ``LADDER`` or ``GAP``.
        seed: of the chances.
    """
    if group == DRAWN:
        thresholds = mean + spread * np.random.default_rng(seed).standard_normal((GROUPS, GROUP))
        thresholds[:, : round(starters)] = 0
        return thresholds
    row = np.arange(float(GROUP))[None, :]
    if group == GAP:
        row = np.where(row == 1, 2.0, row)
    # On the ladder those in the middle are asked to start, so that nobody mends the gap by taking its place.
    row[:, GROUP // 2 : GROUP // 2 + round(starters)] = 0
    return row


def sampled(mean: float, spread: float, starters: float, rounds: int = 100, group: int = DRAWN) -> Floats:
    """People joined in each of these groups, shape (groups, rounds + 1)."""
    return joined(people(mean, spread, starters, group), rounds)


def nearest_middle(ends: Floats) -> int:
    """Which of many ends, shape (groups,), is nearest to their median; the first of them."""
    return int(np.abs(ends - np.median(ends)).argmin())


def round_of_each(thresholds: Floats, count: Floats) -> NDArray[np.int64]:
    """The round in which each person joins, -1 for never.

    Args:
        thresholds: of one group, shape (people,).
        count: people joined after each round, shape (rounds + 1,), from ``joined``.
    """
    enough = thresholds[:, None] <= count[None, :-1]
    return np.where(enough.any(axis=1), enough.argmax(axis=1) + 1, -1)


class Thresholds(Model):
    """Each of 100 people joins a movement once enough others are in."""

    name = "thresholds"
    controls = (
        Control("group", (DRAWN, LADDER, GAP), DRAWN, DRAWN, GAP, named=True),
        Control("spread", (8, 10, 12, 14, 16), 12, 1, 30),
        Control("mean", (20, 25, 30), 25, 5, 60, page=False),
        Control("starters", (0, 2, 5), 0, 0, 30),
    )
    series = (
        Series("joined", band=("joined_low", "joined_high")),
        Series("most"),
        Series("endless"),
    )
    points = (*range(0, 21), 22, 24, 26, 28, 30, 35, 40, 50, 60, 80, 100)
    chart = "band"
    sources = ("granovetter1978threshold",)

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        marks = np.rint(points).astype(int)
        rounds = int(marks[-1])
        endless = endless_group(settings["mean"], settings["spread"], rounds)[:, marks]
        # A ladder without end has a step for everyone, so small that nobody's is reached: it never begins.
        endless[settings["group"] != DRAWN] = 0
        runs = []
        names = ("mean", "spread", "starters", "group")
        for mean, spread, starters, group in zip(*(settings[name] for name in names), strict=True):
            groups = sampled(mean, spread, starters, rounds, int(group))[:, marks]
            middle, low, high = np.percentile(groups, [50, 10, 90], axis=0)
            runs.append([middle, low, high, 100 * (groups > GROUP / 2).mean(axis=0)])
        return np.concatenate([np.array(runs).transpose(0, 2, 1), endless[:, :, None]], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        low, high, most = (round(self.at(run, column)) for column in ("joined_low", "joined_high", "most"))
        if low == high:
            return self.words.say("alike", low, most=most)
        return self.words.say("apart", low=low, high=high, most=most)

    def trace(self, **given: float) -> Trace:
        """One group person by person: the one whose end is nearest to the median; and how many came in another one
        (``other``): of those drawn the one that ended furthest from it, of the two ladders the other.

        ``more`` has for each person how many others must have joined (``waits_for``), who starts whatever others do
        (``starters``) and the round of joining (``joins``, -1 for never); the first round in which nobody more
        joins, where some never do (``stop``); that from which on nobody joins in either group (``end``); of all groups,
        in how many 0 to 4 joined, 5 to 9 and so on up to 100 (``ends``); and, on the ladder as it is, how many would
        join if person k waited for one more (``one_mind``).

        Args:
            given: controls by name, as for ``run``.
        """
        settings = self.settings(**given)
        rounds, group = int(self.points[-1]), int(settings["group"])
        groups = people(settings["mean"], settings["spread"], settings["starters"], group)
        counts = joined(groups, rounds)
        which = nearest_middle(counts[:, -1])
        # Who waits for 7.3 others joins when there are 8; who waits for fewer than none, at once.
        waits = np.maximum(np.ceil(groups[which]), 0).astype(int)
        joins = round_of_each(groups[which], counts[which])
        count = counts[which].astype(int)
        if group == DRAWN:
            other = counts[np.abs(counts[:, -1] - count[-1]).argmax()].astype(int)
        else:
            beside = people(settings["mean"], settings["spread"], settings["starters"], LADDER + GAP - group)
            other = joined(beside, rounds)[0].astype(int)
        ticks = tuple(map(float, range(rounds + 1)))
        more = {
            "waits_for": waits.tolist(),
            "starters": [int(k) for k in _starters(round(settings["starters"]), group)],
            "joins": joins.tolist(),
            "ends": np.bincount((counts[:, -1] // STEP).astype(int), minlength=GROUP // STEP + 1).tolist(),
            "stop": _stop(count),
            "end": max(standstill(ticks, count.tolist(), other.tolist()), _stop(count) or 0),
            "sentence": self.words.say("run", int(count[-1])) if group == DRAWN else "",
        }
        if group == LADDER and not round(settings["starters"]):
            more["one_mind"] = [int(joined(np.where(waits == k, k + 1, waits), rounds)[0, -1]) for k in range(GROUP)]
        return Trace(
            ticks=ticks,
            stocks={
                "joined": tuple(count.tolist()),
                "waiting": tuple((GROUP - count).tolist()),
                "other": tuple(other.tolist()),
            },
            flows={"joins": (0, *np.diff(count).tolist())},
            more=more,
            seed=which if group == DRAWN else None,
        )


def _stop(count: NDArray[np.int64]) -> int | None:
    """The first round in which nobody more joins, where some never do."""
    if count[-1] == GROUP:
        return None
    return int(np.flatnonzero(np.diff(count) == 0)[0]) + 1


def _starters(many: int, group: int) -> range:
    """The places of those who start whatever others do, as ``people`` seats them."""
    first = 0 if group == DRAWN else GROUP // 2
    return range(first, first + many)
