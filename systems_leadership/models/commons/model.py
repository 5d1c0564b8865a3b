"""A shared pool that everyone may use, and rules that keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series, euler

GROWTH = 0.5  # a month
CAPACITY = 1000.0  # volunteers
CATCHABILITY = 0.001  # share of the volunteers whom one call wears out
VALUE = 1.0  # of the help that one volunteer gives
COST = 0.25  # of a call


def pool(
    limit: ArrayLike = np.inf,
    watching: ArrayLike = 0.0,
    outsiders: ArrayLike = 0.0,
    firmness: ArrayLike = 3.0,
    calls: ArrayLike = 50.0,
    pace: ArrayLike = 0.1,
    volunteers: ArrayLike = CAPACITY,
    points: ArrayLike = (120,),
    dt: float = 0.1,
) -> Floats:
    """Follow a shared pool of volunteers and the calls made on it (Gordon and Schaefer's fishery).

    Args:
        limit: calls a month that the users have agreed, above 0; shape (runs,) or a number.
        watching: share of breaches that is seen, 0 to 1.
        outsiders: share of the first calls that come from users outside the agreement, 0 to 1.
        firmness: loss for each call when all calls together are twice the limit and all are seen; less
            where the breach is smaller (graduated).
        calls: calls a month at the start, 0 or more.
        pace: how fast calls grow where they pay, a month; 0 keeps them as they are.
        volunteers: at the start, 0 to 1,000.
        points: months to report, rising.
        dt: time step in months.

    Returns:
        Shape (3, runs, points): volunteers, calls a month of members, calls a month of outsiders.
    """
    lim, seen, out, firm, e, phi, n = np.broadcast_arrays(
        np.atleast_1d(limit), watching, outsiders, firmness, calls, pace, volunteers
    )

    def rates(stocks: Floats, time: float) -> Floats:
        people, inside, outside = stocks
        gain = VALUE * CATCHABILITY * people - COST
        penalty = seen * firm * np.maximum(inside / lim - 1, 0)
        grown = GROWTH * people * (1 - people / CAPACITY) - CATCHABILITY * people * (inside + outside)
        return np.array([grown, phi * (gain - penalty) * inside, phi * gain * outside])

    return euler(rates, np.stack([n, e * (1 - out), e * out]), np.asarray(points, dtype=float), dt)


class Commons(Model):
    """Many organisations call on one pool of volunteers: too much, unless they agree and watch.

    Ostrom's conditions are recalled (ostrom1990governing), not read again.
    """

    name = "commons"
    controls = (
        Control("limit", (130, 190, 250, 310), 190, 50, 500),
        Control("watching", (0, 25, 50, 100), 0, 0, 100),
        Control("outsiders", (0, 10, 30), 0, 0, 100),
        Control("firmness", (1, 3, 5), 3, 0, 10, page=False),
        Control("pace", (5, 10, 20), 10, 0, 30, page=False),
    )
    series = (
        Series("volunteers"),
        Series("calls"),
        Series("given"),
    )
    points = (*range(0, 115, 4), 120)
    sources = ("gordon1954economic", "hardin1968tragedy", "ostrom1990governing")

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        parts: dict[str, Any] = {name: settings[name] / 100 for name in ("watching", "outsiders", "pace")}
        people, inside, outside = pool(settings["limit"], **parts, firmness=settings["firmness"], points=points)
        calls = inside + outside
        return np.stack([people, calls, CATCHABILITY * calls * people], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        left = self.words.say("left", self.at(run, "volunteers"))
        return self.words.say("decade", left=left, given=round(self.at(run, "given")))
