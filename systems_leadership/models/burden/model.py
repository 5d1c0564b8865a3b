"""Shifting the burden: crisis help that wears down the team for lasting help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series, euler

DECISION = 100.0  # week
LASTING = 0.2  # cases of each 1 closed a week by a team at full strength


def crises(
    erosion: ArrayLike,
    quick: ArrayLike = 0.5,
    cut: ArrayLike = 0.0,
    over: ArrayLike = 0.0,
    training: ArrayLike = 0.02,
    new: ArrayLike = 4.0,
    points: ArrayLike = (100,),
    dt: float = 0.1,
) -> Floats:
    """Follow open crises and the strength of the team for lasting help, many runs at once.

    Args:
        erosion: strength lost, as a share, for each case of crisis help, 0 to 0.2; shape (runs,) or a number.
        quick: share of open cases that crisis help closes each week, 0 to 1.
        cut: how much of crisis help is taken away from week 100 on, 0 to 1.
        over: weeks over which it is taken away, 0 or more.
        training: share of the team's missing strength rebuilt each week from week 100 on;
            before that 0.02.
        new: new cases a week, 0 or more.
        points: weeks to report, rising.
        dt: time step in weeks.

    Returns:
        Shape (3, runs, points): open cases, the team's strength (0 to 1), and crisis help's share
        of all help (0 to 1; nought where there is no help).
    """
    e, a, cut, over, train, u = np.broadcast_arrays(np.atleast_1d(erosion), quick, cut, over, training, new)
    weeks, slow = np.asarray(points, dtype=float), np.maximum(over, 1e-9)

    def help_at(time: float) -> Floats:
        passed = np.minimum(np.maximum((time - DECISION + 1e-9) / slow, 0), 1)
        return np.asarray(a * (1 - cut * passed))

    def rates(stocks: Floats, time: float) -> Floats:
        cases, strength = stocks
        crisis = help_at(time) * cases
        rebuilt = (0.02 if time < DECISION - 1e-9 else train) * (1 - strength)
        return np.array([u - crisis - LASTING * strength * cases, rebuilt - e * crisis * strength])

    start = np.stack([np.full(len(e), 10.0), np.ones(len(e))])
    stocks = euler(rates, start, weeks, dt)
    crisis = np.stack([help_at(week - 1e-6) for week in weeks], axis=1)
    total = crisis + LASTING * stocks[1]
    return np.concatenate([stocks, (crisis / np.maximum(total, 1e-12))[None]])


class Burden(Model):
    """Households in crisis are helped quickly or lastingly; the quick way wears down the other."""

    name = "burden"
    controls = (
        Control("erosion", (0, 1, 3, 6), 3, 0, 10),
        Control("cut", (0, 50, 100), 0, 0, 100),
        Control("training", (2, 5, 10), 2, 0, 30),
        Control("over", (0, 20, 40), 0, 0, 100, page=False),
        Control("quick", (25, 50, 75), 50, 0, 80, page=False),
    )
    series = (
        Series("cases"),
        Series("strength"),
        Series("share"),
    )
    points = (*range(0, 96, 5), *range(100, 201, 6), 200)
    sources = ("senge1990fifth", "braun2002archetypes")

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        parts: dict[str, Any] = {name: settings[name] / 100 for name in ("erosion", "cut", "training", "quick")}
        cases, strength, share = crises(**parts, over=settings["over"], points=points)
        return np.stack([cases, 100 * strength, 100 * share], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        now, end = self.at(run, "cases", 100), self.at(run, "cases", 200)
        most = float(run["cases"].to_numpy()[list(run.index).index(100) :].max())
        return self.words.say("crises", now=self.words.say("now", now), most=round(most), end=round(end))
