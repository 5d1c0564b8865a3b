"""Thresholds: who joins once enough others have joined."""

from __future__ import annotations

from collections.abc import Mapping
from math import erf

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .model import Check, Control, Floats, Model, Series
from .tolerance import near

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


def end(thresholds: ArrayLike) -> float:
    return float(joined(thresholds, 200)[0, -1])


def granovetter() -> bool:
    row = np.arange(100)
    changed = np.where(row == 1, 2, row)
    return end(row) == 100 and end(changed) == 1


def jump() -> bool:
    low, high = endless_group(25, [12.0, 12.3], 1000)[:, -1]
    return near(low, 4.0, within=0.05) and near(high, 100, within=0.05)


def scatter() -> bool:
    """Groups in which more than half joined, percent, at and around the jump."""
    most = [100 * np.mean(sampled(25, spread, 0)[:, -1] > 50) for spread in (8, 12.2, 18)]
    return bool(most[0] < 5 and 15 < most[1] < 85 and most[2] > 90)


def extremes() -> bool:
    nobody = end(np.full(100, 1)) == 0
    return nobody and end(np.zeros(100)) == 100 and near(endless_group(25, 1e-9)[:, -1], 0)


def never_leave() -> bool:
    return bool(np.all(np.diff(sampled(25, 12.2, 2), axis=1) >= 0))


def large_group_is_endless() -> bool:
    """Very large drawn groups end where the group without end does, either side of the jump."""
    drawn = np.random.default_rng(SEED).standard_normal(100_000)
    ends = [joined((25 + spread * drawn) * 1000, 60)[0, -1] / 1000 for spread in (10, 14)]
    return near(ends, endless_group(25, [10, 14], 60)[:, -1], within=0.5)


def same_seed() -> bool:
    return bool(np.array_equal(sampled(25, 12, 0), sampled(25, 12, 0)))


class Thresholds(Model):
    """Each of 100 people joins a movement once enough others are in."""

    name = "thresholds"
    title = "How a movement starts"
    axis = ("Round", "rounds")
    controls = (
        Control("spread", "How much people differ", "people (standard deviation)", (8, 10, 12, 14, 16), 12, 1, 30),
        Control("mean", "Others a middling person waits for", "people", (20, 25, 30), 25, 5, 60),
        Control("starters", "People who start whatever others do", "people", (0, 2, 5), 0, 0, 30),
    )
    series = (
        Series("joined", "Joined, middle group", "of 100 people", ("joined_low", "joined_high")),
        Series("most", "Groups in which over half have joined", "percent"),
        Series("endless", "Joined, if the group were endless and nobody started", "percent"),
    )
    points = (*range(0, 21), 22, 24, 26, 28, 30, 35, 40, 50, 60)
    chart = "band"
    assumptions = (
        "Each person has a threshold: how many must have joined before he or she does.",
        "Thresholds are drawn by chance around a middle value; who has joined stays in.",
        "How much people differ is a standard deviation: two in three wait for a number no further than that "
        "from the middle.",
        "A tie counts: who waits for 3 joins when exactly 3 have joined.",
        "Everybody sees everybody; there are no closer and more distant people.",
        "400 groups of 100 are drawn; the band holds 8 of 10 of them.",
    )
    invented = ("The thresholds and the starters are invented.",)
    data = ("The rule, and the case of 100 people with thresholds 0 to 99, are Granovetter's (1978).",)
    caveats = (
        "Small differences in the rule matter. Here a tie counts. If it did not, nobody in Granovetter's own row of "
        "100 would ever begin.",
        "Nearly equal groups can end very differently, so do not read people's motives from the result.",
    )
    cannot_answer = "Is the movement a good thing?"
    sources = ("granovetter1978threshold",)
    checks = (
        Check(
            "granovetter",
            "Thresholds 0 to 99: all 100 join; change the 1 to a 2, and one joins.",
            granovetter,
            ("granovetter1978threshold",),
        ),
        Check(
            "jump",
            "In a group without end, mean 25, 4.0% join at spread 12.0 and 100% at 12.3 (to 0.05).",
            jump,
            ("granovetter1978threshold",),
        ),
        Check("scatter", "Drawn groups of 100 scatter widely at the jump, and agree far from it.", scatter),
        Check("extremes", "Nobody starts: nobody joins. All thresholds nought: all join.", extremes),
        Check("one-way", "Who has joined stays in.", never_leave),
        Check(
            "large",
            "A very large drawn group ends where the group without end does (to 0.5 points).",
            large_group_is_endless,
        ),
        Check("seed", "The same seed gives the same groups.", same_seed),
    )

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
        low, high, most = (self.at(run, column) for column in ("joined_low", "joined_high", "most"))
        ends = f"{low:.0f}" if round(low) == round(high) else f"between {low:.0f} and {high:.0f}"
        return f"In {most:.0f} of 100 groups over half join; in 8 groups of 10, {ends} of the 100 people join."


thresholds = Thresholds()
