"""A shared pool that everyone may use, and rules that keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .model import Check, Control, Floats, Model, Series
from .steps import walk
from .tolerance import near
from .words import counted

GROWTH = 0.5  # a month
MOST = 1000.0  # volunteers
CATCH = 0.001  # share of the volunteers whom one call wears out
VALUE = 1.0  # of the help that one volunteer gives
COST = 0.25  # of a call
BEST = 187.5  # calls a month at which help less cost is largest


def pool(
    limit: ArrayLike = np.inf,
    watching: ArrayLike = 0.0,
    outsiders: ArrayLike = 0.0,
    firmness: ArrayLike = 3.0,
    calls: ArrayLike = 50.0,
    pace: ArrayLike = 0.1,
    volunteers: ArrayLike = MOST,
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
        gain = VALUE * CATCH * people - COST
        penalty = seen * firm * np.maximum(inside / lim - 1, 0)
        grown = GROWTH * people * (1 - people / MOST) - CATCH * people * (inside + outside)
        return np.array([grown, phi * (gain - penalty) * inside, phi * gain * outside])

    return walk(rates, np.stack([n, e * (1 - out), e * out]), np.asarray(points, dtype=float), dt)


def resting(calls: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Volunteers, help given and help less cost a month, in the end, with calls held fixed."""
    calls = np.atleast_1d(np.asarray(calls, dtype=float))
    people = pool(calls=calls, pace=0, points=[1000])[0, :, 0]
    help_given = CATCH * calls * people
    return people, help_given, VALUE * help_given - COST * calls


def best_use() -> bool:
    calls = np.arange(100, 400, 12.5)
    people, given, gain = resting(calls)
    most, best = given.argmax(), gain.argmax()
    return near([calls[most], people[most], given[most]], [250, 500, 125], share=0.001) and near(calls[best], BEST)


def open_access() -> bool:
    people, inside, _ = pool(points=[600])[:, 0, 0]
    gain = VALUE * CATCH * people * inside - COST * inside
    return (
        near([people, inside], [250, 375], share=0.005)
        and near(gain, 0, within=0.5)
        and near(inside, 2 * BEST, share=0.005)
    )


def rules_keep_it() -> bool:
    people, inside, _ = pool(limit=190, watching=1, points=[600])[:, 0, 0]
    return bool(people > 550 and inside < 220 and people * CATCH * inside - COST * inside > 65)


def each_part_is_needed() -> bool:
    """Volunteers in the end: rule and watching; rule unwatched; no boundary."""
    end = pool([190, 190, 190], [1, 0, 1], [0, 0, 0.3], points=[600])[0, :, 0]
    return bool(end[0] > 550) and near(end[1:], 250, within=5)


def conserved() -> bool:
    """With one step a month volunteers can be counted by hand."""
    months = np.arange(0, 121.0)
    people, inside, outside = pool(outsiders=0.3, points=months, dt=1.0)[:, 0]
    joined = GROWTH * people * (1 - people / MOST)
    gone = CATCH * people * (inside + outside)
    return near(np.diff(people), (joined - gone)[:-1], within=1e-9)


def extremes() -> bool:
    unused = pool(calls=0, volunteers=10, points=[200])[0, 0, 0]
    empty = pool(volunteers=0, points=[200])[0, 0, 0]
    worn = pool(calls=600, pace=0, points=[1000])[0, 0, 0]
    return near([unused, empty, worn], [MOST, 0, 0], within=0.01)


def same_with_half_steps() -> bool:
    months = np.arange(0, 121)
    whole, half = (pool([190, np.inf], 0.5, 0.1, points=months, dt=dt) for dt in (0.1, 0.05))
    return near(whole, half, within=0.5, share=0.01)


class Commons(Model):
    """Many organisations call on one pool of volunteers: too much, unless they agree and watch.

    Ostrom's conditions are recalled (ostrom1990governing), not read again.
    """

    name = "commons"
    title = "A pool that all may use"
    axis = ("Month", "months")
    controls = (
        Control("limit", "Agreed limit for calls", "calls a month", (130, 190, 250, 310), 190, 50, 500),
        Control("watching", "Calls beyond the limit that are noticed", "percent", (0, 25, 50, 100), 0, 0, 100),
        Control("outsiders", "First calls from users outside the agreement", "percent", (0, 10, 30), 0, 0, 100),
        Control("firmness", "Loss for each call at twice the limit", "pounds", (1, 3, 5), 3, 0, 10, False),
        Control(
            "pace",
            "Growth of calls for each pound they gain",
            "percent a month",
            (5, 10, 20),
            10,
            0,
            30,
            False,
        ),
    )
    series = (
        Series("volunteers", "Volunteers willing to help", "people"),
        Series("calls", "Calls on them", "calls a month"),
        Series("given", "Help given", "people a month"),
    )
    points = (*range(0, 115, 4), 120)
    assumptions = (
        "Volunteers bring in others; the district has room for 1,000.",
        "Each call brings help worth a pound from some of them, costs 25 pence, and wears those out.",
        "Organisations call more as long as a call brings more than it costs.",
        "Members of the agreement lose something for calls beyond the limit, if noticed: little for a "
        "small breach, more for a large one.",
        "Outsiders are bound by no rule.",
    )
    invented = ("All values are invented. The equations are those of a fishery, put to another use.",)
    data = ()
    caveats = (
        "Not every shared thing is used up. Ostrom described groups that kept theirs for long, by clear "
        "boundaries, rules made by the users, watching, graduated sanctions and quick settling of disputes.",
        "So the choice is not only between the state and the market.",
        "People in this model neither talk nor trust; in real groups both matter.",
    )
    cannot_answer = "Who should be allowed to make the rules?"
    sources = ("gordon1954economic", "hardin1968tragedy", "ostrom1990governing")
    checks = (
        Check(
            "best-use",
            "Most help lasts at half the volunteers: 125 a month from 250 calls; most gain at 187.5 calls (to 0.1%).",
            best_use,
            ("gordon1954economic",),
        ),
        Check(
            "open-access",
            "Left open, calls grow to 375, twice the best, 250 volunteers are left and the gain is nil (to 0.5%).",
            open_access,
            ("gordon1954economic",),
        ),
        Check(
            "rules",
            "A limit that is watched keeps the pool and most of the gain.",
            rules_keep_it,
            ("ostrom1990governing",),
        ),
        Check(
            "each-part",
            "A limit nobody watches, or one that outsiders need not keep, ends like no limit (to 5 volunteers).",
            each_part_is_needed,
            ("ostrom1990governing",),
        ),
        Check("conservation", "Volunteers change by those who join and those who are worn out.", conserved),
        Check(
            "extremes",
            "Unused, the pool fills; empty, it stays empty; called on too much, it dies.",
            extremes,
        ),
        Check("half-step", "Half the time step gives the same curves (to 1%).", same_with_half_steps),
    )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        parts: dict[str, Any] = {name: settings[name] / 100 for name in ("watching", "outsiders", "pace")}
        people, inside, outside = pool(settings["limit"], **parts, firmness=settings["firmness"], points=points)
        calls = inside + outside
        return np.stack([people, calls, CATCH * calls * people], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        people, given = self.at(run, "volunteers"), self.at(run, "given")
        return (
            f"After 10 years {counted(people, 'volunteer is', 'volunteers are')} left, and "
            f"{given:.0f} a month give help; the most that can last is 125."
        )


commons = Commons()
