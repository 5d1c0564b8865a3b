"""Fixes that fail: a quick fix whose side effect comes back later."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series, euler

START = 10.0  # people waiting at the start


def waiting(
    comeback: ArrayLike,
    strength: ArrayLike = 0.2,
    delay: ArrayLike = 12.0,
    arrivals: ArrayLike = 1.0,
    relief: ArrayLike = 1.0,
    points: ArrayLike = (0.1, 10, 40, 120),
    dt: float = 0.1,
) -> Floats:
    """Follow a problem and the delayed side effect of its quick fix, many runs at once.

    Args:
        comeback: people who come back for each one sent home early, 0 or more, shape (runs,) or a number.
        strength: share of those waiting sent home early each week, 0 to 1.
        delay: weeks until they come back, more than ``dt``.
        arrivals: new people a week, 0 or more.
        relief: people taken off the list by each one sent home early.
        points: weeks to report, rising.
        dt: time step in weeks.

    Returns:
        Stocks at each point, shape (2, runs, points): people waiting, and people coming back a week
        for each ``comeback`` of 1.
    """
    back, a, tau, u, c = np.broadcast_arrays(np.atleast_1d(comeback), strength, delay, arrivals, relief)

    def rates(stocks: Floats, time: float) -> Floats:
        fix = a * stocks[0]
        return np.array([u + back * stocks[1] - c * fix, (fix - stocks[1]) / tau])

    start = np.stack([np.full(len(back), START), np.zeros(len(back))])
    return euler(rates, start, np.asarray(points, dtype=float), dt)


class Fixes(Model):
    """People are sent home early to clear a list; some come back, later."""

    name = "fixes"
    controls = (
        Control("comeback", (0, 3, 6, 9, 11), 9, 0, 12),
        Control("strength", (0, 10, 20, 30), 20, 0, 50),
        Control("delay", (4, 12, 24), 12, 1, 52),
        Control("arrivals", (0, 1, 2), 1, 0, 5, page=False),
    )
    series = (
        Series("waiting"),
        Series("sent"),
        Series("returned"),
    )
    points = (*range(0, 31, 2), *range(35, 121, 5))
    sources = ("senge1990fifth", "braun2002archetypes")

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        back, strength = settings["comeback"] / 10, settings["strength"] / 100
        stocks = waiting(back, strength, settings["delay"], settings["arrivals"], points=points)
        sent, returned = strength[:, None] * stocks[0], back[:, None] * stocks[1]
        return np.stack([stocks[0], sent, returned], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        early, late = (self.words.say("waiting", self.at(run, "waiting", week)) for week in (10, 120))
        return self.words.say("list", early=early, late=late)
