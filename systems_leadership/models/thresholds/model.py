"""Thresholds: who joins once enough others have joined."""

from __future__ import annotations

from collections.abc import Mapping
from math import erf

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series

SEED = 1978
GROUPS = 400
GROUP = 100  # people in a group
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


def sampled(mean: float, spread: float, starters: float, rounds: int = 100) -> Floats:
    """Real groups of 100, drawn by chance: people joined, shape (groups, rounds + 1).

    Every setting draws the same chances, so that a change of setting is all that differs.
    """
    drawn = np.random.default_rng(SEED).standard_normal((GROUPS, GROUP))
    thresholds = mean + spread * drawn
    thresholds[:, : round(starters)] = 0
    return joined(thresholds, rounds)


class Thresholds(Model):
    """Each of 100 people joins a movement once enough others are in."""

    name = "thresholds"
    controls = (
        Control("spread", (8, 10, 12, 14, 16), 12, 1, 30),
        Control("mean", (20, 25, 30), 25, 5, 60),
        Control("starters", (0, 2, 5), 0, 0, 30),
    )
    series = (
        Series("joined", band=("joined_low", "joined_high")),
        Series("most"),
        Series("endless"),
    )
    points = (*range(0, 21), 22, 24, 26, 28, 30, 35, 40, 50, 60)
    chart = "band"
    sources = ("granovetter1978threshold",)

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        marks = np.rint(points).astype(int)
        rounds = int(marks[-1])
        endless = endless_group(settings["mean"], settings["spread"], rounds)[:, marks]
        runs = []
        for mean, spread, starters in zip(settings["mean"], settings["spread"], settings["starters"], strict=True):
            groups = sampled(mean, spread, starters, rounds)[:, marks]
            middle, low, high = np.percentile(groups, [50, 10, 90], axis=0)
            runs.append([middle, low, high, 100 * (groups > GROUP / 2).mean(axis=0)])
        return np.concatenate([np.array(runs).transpose(0, 2, 1), endless[:, :, None]], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        low, high, most = (round(self.at(run, column)) for column in ("joined_low", "joined_high", "most"))
        return self.words.say("alike" if low == high else "apart", low=low, high=high, most=most)
