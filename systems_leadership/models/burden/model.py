"""Shifting the burden: crisis help that wears down the team for lasting help."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series, euler
from workbook.model.trace import Trace

from ..whole import OUTSIDE, whole_flows

NEW = 3.0  # households that come into crisis for the first time, a week
VANS = 1.0  # of the households in crisis, the share that vans visit in a week
ALONE = 0.04  # the same for the lasting team, which looks in on them, vans or none
CALM = 6.0  # weeks that a household visited stays out of crisis, on average
EACH = 0.5  # households that one of the lasting team helps for good in a week, at most
ENOUGH = 5.0  # households, in crisis or just calmed, that keep half of that going
TEAM = 10.0  # people of the lasting team
RETURN = 0.03  # share of those pulled off who return to it each week
START = (9.0, 3.0, 9.0)  # households in crisis, households calmed, people at lasting work
ROUND = 5.0  # households that one van visits in a week
LATER = 208.0  # weeks after the vans stop at which one looks whether it was too late


class Paths(NamedTuple):
    """What became of many runs, each part of shape (runs, points); from ``visits`` on, so far."""

    crisis: Floats
    calm: Floats
    team: Floats
    visits: Floats
    ends: Floats
    crisis_settled: Floats
    calm_settled: Floats


def households(
    kept: ArrayLike = 200.0,
    erosion: ArrayLike = 0.1,
    rebuilt: ArrayLike = RETURN,
    comeback: ArrayLike = 0.9,
    lasts: ArrayLike = 1.0,
    *,
    team: float = TEAM,
    new: float = NEW,
    start: tuple[float, float, float] = START,
    points: ArrayLike = (200,),
    dt: float = 0.1,
) -> Paths:
    """Follow households in crisis and the team for lasting help, many runs at once.

    In crisis: +``new`` + those who come back - visits - helped for good. Calmed: + visits - those whose calm ends
    - helped for good. Team: + ``rebuilt`` of those pulled off - ``erosion`` for each visit, in proportion to the
    people left. Visits: (``ALONE`` + ``VANS`` while there are vans) of those in crisis. Helped for good: ``EACH`` for
    each person at lasting work, less where households are few.

    Args:
        kept: weeks for which there are crisis vans, 0 or more; shape (runs,) or a number.
        erosion: people pulled off the full lasting team for each visit, 0 to 1.
        rebuilt: share of those pulled off who return each week once the vans are gone; before that ``RETURN``.
        comeback: share of calmed households that fall back into crisis when their calm ends, 0 to 1.
        lasts: share of lasting help that lasts, 0 to 1; what does not changes nothing.
        team: people of the lasting team.
        new: new households a week, 0 or more.
        start: households in crisis, households calmed, people at lasting work.
        points: weeks to report, rising.
        dt: time step in weeks.
    """
    until, pull, back, again, last = np.broadcast_arrays(np.atleast_1d(kept), erosion, rebuilt, comeback, lasts)

    def rates(stocks: Floats, time: float) -> Floats:
        crisis, calm, here = stocks[:3]
        vans = time < until - 1e-9
        visits = (ALONE + VANS * vans) * crisis
        known = crisis + calm
        settled = last * EACH * here / (known + ENOUGH)  # of each household
        ends = calm / CALM
        pulled = pull * visits * here / TEAM
        returned = np.where(vans, RETURN, back) * (team - here)
        return np.array(
            [
                new + again * ends - visits - settled * crisis,
                visits - ends - settled * calm,
                returned - pulled,
                visits,
                ends,
                settled * crisis,
                settled * calm,
            ]
        )

    first = np.zeros((7, len(until)))
    first[:3] = np.array(start)[:, None]
    return Paths(*euler(rates, first, np.asarray(points, dtype=float), dt))


def years_on(weeks: ArrayLike, dt: float = 0.1, **given: Any) -> Floats:
    """Households in crisis ``LATER`` weeks after the vans stop, for each week in which they might.

    Args:
        weeks: in which the vans stop, shape (points,), rising.
        dt: time step in weeks.
        given: as for ``households``, each of shape (runs,) or a number, but for ``kept`` and ``points``.

    Returns:
        Shape (runs, points).
    """
    stop = np.asarray(weeks, dtype=float)
    parts: dict[str, Any] = {name: np.atleast_1d(np.asarray(value, dtype=float)) for name, value in given.items()}
    runs = max((len(value) for value in parts.values()), default=1)
    each: dict[str, Any] = {name: np.repeat(np.broadcast_to(value, runs), len(stop)) for name, value in parts.items()}
    looked = households(np.tile(stop, runs), **each, points=stop + LATER, dt=dt).crisis
    return np.diagonal(looked.reshape(runs, len(stop), len(stop)), axis1=1, axis2=2)


class Burden(Model):
    """Households in crisis are calmed by vans or helped for good by a team; the vans wear down the team."""

    name = "burden"
    controls = (
        Control("kept", (0, 20, 40, 80, 200), 200, 0, 200),
        Control("erosion", (0, 5, 10), 10, 0, 20),
        Control("rebuilt", (3, 6, 12), 3, 0, 30),
        Control("comeback", (0, 50, 90), 90, 0, 95, page=False),
        Control("lasts", (0, 50, 100), 100, 0, 100, page=False),
    )
    series = (
        Series("crisis"),
        Series("team"),
        Series("later"),
    )
    points = (0, 1, 2, 3, *range(5, 101, 5), *range(110, 201, 10))
    sources = ("senge1990fifth", "braun2002archetypes")

    @staticmethod
    def parts(settings: Mapping[str, Any]) -> dict[str, Any]:
        """What ``households`` takes, without ``kept``, from the controls in percent."""
        return {name: settings[name] / 100 for name in ("erosion", "rebuilt", "comeback", "lasts")}

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        given = self.parts(settings)
        found = households(settings["kept"], **given, points=points)
        # How long the vans run in fact plays no part in it: many runs share one such curve.
        kinds, which = np.unique(np.stack(list(given.values())), axis=1, return_inverse=True)
        later = years_on(points, dt=0.25, **dict(zip(given, kinds, strict=True)))[which.ravel()]
        return np.stack([found.crisis, found.team, later], axis=2)

    @staticmethod
    def too_late(run: pd.DataFrame) -> float | None:
        """The first week shown from which stopping comes too late: in the end twice the list of the start."""
        late = run["later"] > 2 * START[0]
        return float(run.index[int(late.to_numpy().argmax())]) if late.any() else None

    @classmethod
    @cache
    def _shown_late(cls, **given: float) -> float | None:
        """The same for a setting; many runs share it."""
        return cls.too_late(pd.DataFrame({"later": years_on(cls.points, dt=0.25, **given)[0]}, cls.points))

    def sentence(self, run: pd.DataFrame) -> str:
        crisis = self.words.say("crisis", self.at(run, "crisis"))
        team = self.words.say("team", self.at(run, "team"))
        week = self.too_late(run)
        late = self.words.say("never") if week is None else self.words.say("late", week=f"{week:.0f}")
        return self.words.say("end", crisis=crisis, team=team, late=late)

    def trace(self, **given: float) -> Trace:
        """The run in whole households and people; ``more`` has the first week that is too late, the same if there are
        still vans then (``warned``), and the week in which the vans stop, where they do: in time (``stop``) or not
        (``late``).

        Args:
            given: controls by name, as for ``run``.
        """
        settings = self.settings(**given)
        one = {name: np.array([value]) for name, value in settings.items()}
        ticks = tuple(sorted({*map(float, self.points), *map(float, range(0, 201, 2))}))
        found = households(one["kept"], **self.parts(one), points=ticks)
        crisis, calm, team = (np.rint(part[0]).astype(int).tolist() for part in found[:3])
        back = settings["comeback"] / 100
        # People pulled off and returned only show as the difference: nobody swaps places in a picture of ten.
        change = np.diff(team, prepend=team[0])
        so_far = {
            "new": NEW * np.array(ticks),
            "visited": found.visits[0],
            "back": back * found.ends[0],
            "recovered": (1 - back) * found.ends[0],
            "crisis_settled": found.crisis_settled[0],
            "calm_settled": found.calm_settled[0],
        }
        ways = {
            "new": (OUTSIDE, "crisis"),
            "visited": ("crisis", "calm"),
            "back": ("calm", "crisis"),
            "recovered": ("calm", OUTSIDE),
            "crisis_settled": ("crisis", OUTSIDE),
            "calm_settled": ("calm", OUTSIDE),
        }
        flows = whole_flows({"crisis": crisis, "calm": calm}, so_far, ways)
        gone = [np.cumsum(np.add(flows["crisis_settled"], flows["calm_settled"])), np.cumsum(flows["recovered"])]
        vans = [
            int(np.ceil(VANS * people / ROUND)) if week < settings["kept"] or settings["kept"] == ticks[-1] else 0
            for week, people in zip(ticks, crisis, strict=True)
        ]
        late = self._shown_late(**{k: float(v[0]) for k, v in self.parts(one).items()})
        kept = settings["kept"]
        stops, in_time = 0 < kept < ticks[-1], late is None or kept < late
        return Trace(
            ticks=ticks,
            stocks={
                "crisis": tuple(crisis),
                "calm": tuple(calm),
                "settled": tuple(gone[0].tolist()),
                "recovered": tuple(gone[1].tolist()),
                "at_work": tuple(team),
                "pulled_off": tuple(int(TEAM) - here for here in team),
                "vans": tuple(vans),
            },
            flows=flows
            | {
                "pulled": tuple(np.maximum(-change, 0).tolist()),
                "returned": tuple(np.maximum(change, 0).tolist()),
            },
            more={
                "too_late": late,
                "warned": late if late is not None and late < kept else None,
                "team": int(TEAM),
                "stop": kept if stops and in_time else None,
                "late": kept if stops and not in_time else None,
            },
        )
