"""Fixes that fail: a quick fix whose side effect comes back later."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from workbook.model import Control, Floats, Model, Series, euler
from workbook.model.trace import Trace

START = 10.0  # people waiting at the start
JUDGED = 6  # weeks after which a trial is judged
FREE = 10.0  # beds that fall free each week; as many new people come, unless said otherwise
STAY = 10.0  # days in a bed
STAGES = 3  # steps in which people get worse before they come back


def follow(
    comeback: ArrayLike,
    strength: ArrayLike = 0.2,
    delay: ArrayLike = 12.0,
    *,
    relief: ArrayLike = 0.3,
    surplus: ArrayLike = 0.0,
    stages: int = STAGES,
    most: float = FREE,
    points: ArrayLike = (10, 40, 120),
    dt: float = 0.1,
) -> Floats:
    """Follow a list and the delayed side effect of its quick fix, many runs at once.

    Each week ``strength`` times the list are sent home early, and each of them makes room for ``relief`` people from
    the list. For each one sent home early, ``comeback`` people come back to the list, after ``stages`` stages of
    equal mean length.

    Args:
        comeback: people who come back for each one sent home early, 0 or more, shape (runs,) or a number.
        strength: people sent home early each week for each one on the list, 0 to 1.
        delay: weeks until they come back, on average, more than ``stages * dt``.
        relief: people taken off the list by each one sent home early.
        surplus: new people a week beyond the beds that fall free, 0 or more.
        stages: 1 or more; the more, the less the time until they come back varies.
        most: people who can be sent home early in a week: no more than go home at all.
        points: weeks to report, rising.
        dt: time step in weeks.

    Returns:
        Shape (4, runs, points): people waiting; people on the way back; people sent home early so far; people
        who have come back so far.
    """
    back, a, tau, c, u = np.broadcast_arrays(np.atleast_1d(comeback), strength, delay, relief, surplus)

    def rates(stocks: Floats, time: float) -> Floats:
        waiting, away = stocks[0], stocks[1 : stages + 1]
        sent = np.minimum(a * waiting, most)
        out = away * stages / tau
        into = np.concatenate([[back * sent], out[:-1]])
        return np.concatenate([[u + out[-1] - c * sent], into - out, [sent, out[-1]]])

    start = np.zeros((stages + 3, len(back)))
    start[0] = START
    found = euler(rates, start, np.asarray(points, dtype=float), dt)
    return np.stack([found[0], found[1 : stages + 1].sum(axis=0), *found[stages + 1 :]])


class Fixes(Model):
    """People are sent home early to clear a list; some come back, later."""

    name = "fixes"
    controls = (
        Control("comeback", (0, 2, 3, 4, 5), 5, 0, 10),
        Control("strength", (0, 10, 20, 30), 20, 0, 50),
        Control("delay", (4, 12, 24), 12, 1, 52),
        Control("early", (1, 2, 3, 4, 5), 3, 0, 10, page=False),
    )
    series = (
        Series("waiting"),
        Series("away"),
        Series("returned"),
    )
    points = (*range(0, 31, 2), *range(35, 121, 5))
    sources = ("senge1990fifth", "braun2002archetypes")

    def follow(self, settings: Mapping[str, Floats], points: ArrayLike) -> Floats:
        """The four stocks of ``follow``; arguments as for ``simulate``."""
        return follow(
            settings["comeback"] / 10,
            settings["strength"] / 100,
            settings["delay"],
            relief=settings["early"] / STAY,
            points=points,
        )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        waiting, away, _, back = self.follow(settings, points)
        # People who have come back since the week before: in the first week no one yet.
        before = self.follow(settings, np.maximum(points - 1, 0))[3]
        return np.stack([waiting, away, back - before], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        if (run["waiting"] == START).all():
            return self.words.say("none")
        early, late = (self.words.say("waiting", self.at(run, "waiting", week)) for week in (10, 120))
        return self.words.say("list", early=early, late=late)

    def trace(self, **given: float) -> Trace:
        """The run week by week in whole people: stocks are rounded, and flows are what turns one into the next.

        ``more`` has the week in which a trial would be called a success, if the list is shorter by then (``judged``),
        and how many at most are on the way back (``most_away``).

        Args:
            given: controls by name, as for ``run``.
        """
        settings = self.settings(**given)
        weeks = np.arange(self.points[-1] + 1.0)
        found = self.follow({name: np.array([value]) for name, value in settings.items()}, weeks)[:, 0]
        # By way of the decimal that chart and table show: the sentence is made of it, and picture and sentence agree.
        waiting, away, sent_so_far, back_so_far = np.rint(np.round(found, 1)).astype(int).tolist()
        come_so_far = np.rint(FREE * weeks).astype(int).tolist()
        flows: dict[str, list[int]] = {name: [0] for name in ("come", "admit", "sent", "stay_well", "back")}
        for now in range(1, len(weeks)):
            fewer, more = waiting[now - 1] - waiting[now], away[now] - away[now - 1]
            # Rounded stocks may ask for a person more than a rounded flow has; the weeks after make up for it.
            back = max(back_so_far[now] - sum(flows["back"]), -more, 0)
            sent = max(sent_so_far[now] - sum(flows["sent"]), back + more)
            come = max(come_so_far[now] - sum(flows["come"]), -fewer - back, 0)
            went = (come, come + back + fewer, sent, sent - back - more, back)
            for way, people in zip(flows.values(), went, strict=True):
                way.append(people)
        return Trace(
            ticks=tuple(weeks.tolist()),
            stocks={"waiting": tuple(waiting), "away": tuple(away)},
            flows={name: tuple(way) for name, way in flows.items()},
            more={
                "judged": JUDGED if waiting[JUDGED] < waiting[0] else None,
                "most_away": round(settings["comeback"] / 10 * FREE * settings["delay"]),
            },
        )
