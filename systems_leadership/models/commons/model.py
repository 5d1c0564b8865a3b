"""A shared pool that everyone may use, and what restrains its users: talk, a rule of their own, watching."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series, euler
from workbook.model.trace import Trace

from ..whole import whole_flows

GROWTH = 0.5  # a month
CAPACITY = 1000.0  # volunteers
CATCHABILITY = 0.001  # share of the volunteers whom one call wears out
VALUE = 1.0  # of the help that one volunteer gives
COST = 0.25  # of a call
REST = 2.0  # months that a volunteer who is worn out still counts as tired; at most 1 / GROWTH
HANDED, OWN = 1, 2  # who made the rule
PROMISE = 0.4  # what a promise weighs against a call, where calls are twice the limit and all have promised
FINE = 1.0  # what such a call costs its caller, where it is seen and the rule is the users' own
DODGED = 0.1  # share of that which is left where the rule was handed down
MEETING = 0.3 / 12  # share of those without a promise who give one, a month, for one meeting a year
FADING = {HANDED: 0.15, OWN: 0.03}  # share of the promises that fades in a month
RESENTED = 0.3  # more of them, where all are watched under a rule handed down
WATCHING = 20.0  # people's help a month that it takes to see every call beyond the limit
FIGURE = 10  # volunteers for each figure of a picture
SLIP = 10  # calls a month for each slip of a picture


class Pool(NamedTuple):
    """What became of many runs, each part of shape (runs, points); from ``called`` on, so far."""

    fresh: Floats
    inside: Floats
    outside: Floats
    promise: Floats
    tired: Floats
    called: Floats
    stopped: Floats
    joined: Floats


def pool(
    talk: ArrayLike = 0.0,
    rule: ArrayLike = HANDED,
    watching: ArrayLike = 0.0,
    outsiders: ArrayLike = 0.0,
    limit: ArrayLike = 190.0,
    *,
    calls: ArrayLike = 50.0,
    pace: ArrayLike = 0.1,
    volunteers: ArrayLike = CAPACITY,
    promise: float = PROMISE,
    resented: float = RESENTED,
    points: ArrayLike = (120,),
    dt: float = 0.1,
) -> Pool:
    """Follow a shared pool of volunteers and the calls made on it (Gordon and Schaefer's fishery, with promises).

    Volunteers join as the logistic curve says, and each call wears some of them out. Calls grow as long as they pay;
    beyond the limit they pay less, by what a promise weighs and what being seen costs. Promises are given when users
    meet, or when they make the rule, and they fade.

    Args:
        talk: meetings of the users a year, 0 or more; shape (runs,) or a number.
        rule: who made it, ``HANDED`` or ``OWN``; then all have promised at the start.
        watching: share of calls beyond the limit that is seen, 0 to 1.
        outsiders: share of the first calls that come from users outside the agreement, 0 to 1.
        limit: calls a month that the users are to keep to, above 0.
        calls: calls a month at the start, 0 or more.
        pace: how fast calls grow where they pay, a month; 0 keeps them as they are.
        volunteers: at the start, 0 to 1,000.
        promise: see ``PROMISE``.
        resented: see ``RESENTED``.
        points: months to report, rising.
        dt: time step in months.
    """
    meet, own, seen, out, lim, e, phi, n = np.broadcast_arrays(
        np.atleast_1d(talk), np.equal(rule, OWN), watching, outsiders, limit, calls, pace, volunteers
    )
    fading = np.where(own, FADING[OWN], FADING[HANDED] + resented * seen)
    fine = np.where(own, 1, DODGED) * FINE * seen

    def rates(stocks: Floats, time: float) -> Floats:
        fresh, inside, outside, given, tired = stocks[:5]
        gain = VALUE * CATCHABILITY * fresh - COST
        restraint = (promise * given + fine) * np.maximum(inside / lim - 1, 0)
        called = CATCHABILITY * fresh * (inside + outside)
        joined = GROWTH * fresh * (1 - fresh / CAPACITY)
        stopped = tired / REST
        return np.array(
            [
                joined - called,
                phi * (gain - restraint) * inside,
                phi * gain * outside,
                MEETING * meet * (1 - given) - fading * given,
                called - stopped,
                called,
                stopped,
                joined,
            ]
        )

    none = np.zeros(len(n))
    start = np.stack([n, e * (1 - out), e * out, np.where(own, 1.0, 0.0), none, none, none, none])
    return Pool(*euler(rates, start, np.asarray(points, dtype=float), dt))


def help_given(found: Pool, watching: ArrayLike = 0.0) -> Floats:
    """People a month who give help, less those whom watching takes, shape (runs, points)."""
    cost = WATCHING * np.atleast_1d(np.asarray(watching, dtype=float))[:, None]
    return np.maximum(CATCHABILITY * found.fresh * (found.inside + found.outside) - cost, 0)


class Commons(Model):
    """Many organisations call on one pool of volunteers: too much, unless they hold themselves back.

    Ostrom's conditions (ostrom1990governing) are from summaries of her book; of the experiments the abstracts were.
    """

    name = "commons"
    controls = (
        Control("talk", (0, 1, 4, 12), 0, 0, 24),
        Control("rule", (HANDED, OWN), OWN, HANDED, OWN, named=True),
        Control("watching", (0, 25, 50, 100), 0, 0, 100),
        Control("outsiders", (0, 10, 30), 0, 0, 100, page=False),
        Control("limit", (130, 190, 250, 310), 190, 50, 500, page=False),
    )
    series = (
        Series("volunteers"),
        Series("calls"),
        Series("given"),
    )
    points = (*range(0, 115, 4), 120)
    sources = (
        "gordon1954economic",
        "hardin1968tragedy",
        "ostrom1990governing",
        "ostrom1992covenants",
        "anderies_commons",
        "decaro2015voting",
        "cason2016swords",
    )

    @staticmethod
    def parts(settings: Mapping[str, Any]) -> dict[str, Any]:
        """What ``pool`` takes from the controls."""
        return {name: value / 100 if name in ("watching", "outsiders") else value for name, value in settings.items()}

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        given = self.parts(settings)
        found = pool(**given, points=points)
        return np.stack([found.fresh, found.inside + found.outside, help_given(found, given["watching"])], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        left = self.words.say("left", self.at(run, "volunteers"))
        return self.words.say("decade", left=left, given=round(self.at(run, "given")))

    def trace(self, **given: float) -> Trace:
        """The run in figures that stand for ten volunteers each: fresh, tired, or gone until somebody brings in
        another; slips that stand for ten calls a month each; and volunteers and calls one by one. ``more`` has how many
        of 100 users have promised, the limit, and the first month shown in which calls are beyond it (``broken``).

        Args:
            given: controls by name, as for ``run``.
        """
        settings = self.settings(**given)
        ticks = tuple(sorted({*map(float, self.points), *map(float, range(0, 61)), *map(float, range(60, 121, 2))}))
        found = pool(**self.parts(settings), points=ticks)
        figures = int(CAPACITY) // FIGURE
        fresh, tired = (np.rint(part[0] / FIGURE).astype(int) for part in (found.fresh, found.tired))
        tired = np.minimum(tired, figures - fresh)
        stocks = {
            "fresh": tuple(fresh.tolist()),
            "tired": tuple(tired.tolist()),
            "gone": tuple((figures - fresh - tired).tolist()),
        }
        calls = np.rint((found.inside + found.outside)[0]).astype(int)
        beyond = np.flatnonzero(calls > settings["limit"])
        ways = {"called": ("fresh", "tired"), "stopped": ("tired", "gone"), "joined": ("gone", "fresh")}
        flows = whole_flows(stocks, {name: getattr(found, name)[0] / FIGURE for name in ways}, ways)
        return Trace(
            ticks=ticks,
            stocks={
                **stocks,
                "slips": tuple(np.rint(calls / SLIP).astype(int).tolist()),
                "calls": tuple(calls.tolist()),
                "volunteers": tuple(np.rint(found.fresh[0]).astype(int).tolist()),
            },
            flows=flows,
            more={
                "figure": FIGURE,
                "limit": round(settings["limit"]),
                "limit_slips": round(settings["limit"] / SLIP),
                "broken": ticks[int(beyond[0])] if len(beyond) else None,
                "promised": np.rint(100 * found.promise[0]).astype(int).tolist(),
            },
        )
