"""Fixes that fail: a quick fix whose side effect comes back later."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .model import Check, Control, Floats, Model, Series
from .steps import walk
from .tolerance import near
from .words import people

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
    return walk(rates, start, np.asarray(points, dtype=float), dt)


def reference() -> bool:
    got = waiting([0, 0.9])[0]
    return near(got, [[9.9, 5.6, 5.0, 5.0], [9.9, 8.3, 15.0, 28.3]], within=0.1)


def endless() -> bool:
    got = waiting(1.1, points=[200, 400, 800])[0, 0]
    return bool(got[1] > 1.5 * got[0] and got[2] > 1.5 * got[1])


def rests() -> bool:
    """At rest the problem is arrivals / (strength x (relief - comeback))."""
    back, strength = np.array([0, 0.3, 0.6, 0.9]), np.array([0.1, 0.2, 0.3, 0.2])
    got = waiting(back, strength, points=[3000])[0, :, 0]
    return near(got, 1 / (strength * (1 - back)), share=0.001)


def better_then_worse() -> bool:
    path = waiting([0, 0.9], points=np.arange(0, 121))[0]
    return bool(path[1].min() < 0.85 * START and path[1, -1] > 2 * START and path[0, -1] < START)


def slow_fools_longer() -> bool:
    """Weeks until the problem is back at its start, by delay of the side effect."""
    path = waiting(0.9, delay=[4, 12, 24], points=np.arange(0, 121))[0]
    back = np.argmax(path[:, 1:] > START, axis=1)
    return bool(np.all(np.diff(back) > 5) and np.all(np.diff(path.min(axis=1)) < 0))


def conserved() -> bool:
    """With one step a week each flow can be added up by hand: come in, sent home, still away, come back."""
    weeks = np.arange(0, 121.0)
    stocks = waiting(0.9, strength=0.1, points=weeks, dt=1.0)[:, 0]
    sent, returned = (np.concatenate([[0], np.cumsum(flow[:-1])]) for flow in (0.1 * stocks[0], stocks[1]))
    at_home = near(12 * stocks[1], sent - returned, within=1e-9)
    return at_home and near(stocks[0] - START, weeks + 0.9 * returned - sent, within=1e-9)


def extremes() -> bool:
    nothing = waiting(0.9, arrivals=0, points=[3000])
    no_fix = waiting(0.9, strength=0, points=[50])
    return near(nothing, 0, within=0.01) and near(no_fix[0], START + 50, within=1e-6)


def same_with_half_steps() -> bool:
    weeks = np.arange(0, 121)
    return near(waiting([0, 0.9, 1.1], points=weeks), waiting([0, 0.9, 1.1], points=weeks, dt=0.05), share=0.01)


class Fixes(Model):
    """People are sent home early to clear a list; some come back, later."""

    name = "fixes"
    title = "The quick fix that comes back"
    axis = ("Week", "weeks")
    controls = (
        Control("comeback", "Come back later for every 10 sent home early", "people", (0, 3, 6, 9, 11), 9, 0, 12),
        Control("strength", "Of those waiting, sent home early each week", "percent", (0, 10, 20, 30), 20, 0, 50),
        Control("delay", "Time until they come back", "weeks", (4, 12, 24), 12, 1, 52),
        Control("arrivals", "New people", "people a week", (0, 1, 2), 1, 0, 5, False),
    )
    series = (
        Series("waiting", "Waiting for a bed", "people"),
        Series("sent", "Sent home early", "people a week"),
        Series("returned", "Come back", "people a week"),
    )
    points = (*range(0, 31, 2), *range(35, 121, 5))
    assumptions = (
        "Each week a fixed share of those who wait for a bed is served by sending patients home early.",
        "For each one sent home early some people come back, after a while.",
        "11 of 10 means that each one who comes back needs more than before.",
        "Nobody changes the rule while the list grows; real people would.",
    )
    invented = (
        "All values are invented: 10 people wait at the start and 1 comes new each week.",
        "The pattern is the archetype 'fixes that fail'; sending home early is our example.",
    )
    data = ()
    caveats = (
        "Books mostly draw this pattern and do not compute it; other equations fit the same drawing.",
        "Early discharge does not always lead to coming back; how often it does is an open question here.",
    )
    cannot_answer = "Which of those who come back would have come anyway?"
    sources = ("senge1990fifth", "braun2002archetypes")
    checks = (
        Check(
            "reference",
            "Nobody comes back: 9.9, 5.6, 5.0 and 5.0 wait after 0.1, 10, 40 and 120 weeks; 9 of 10 come "
            "back: 9.9, 8.3, 15.0 and 28.3 (to 0.1).",
            reference,
        ),
        Check("endless", "If more come back than were sent, the list grows without end.", endless),
        Check("rest", "Otherwise it comes to rest where arrivals and net relief balance (to 0.1%).", rests),
        Check(
            "better-then-worse",
            "With much coming back the list first falls, then passes its start.",
            better_then_worse,
            ("senge1990fifth",),
        ),
        Check("slow", "The slower the side effect, the longer and the deeper it fools.", slow_fools_longer),
        Check("conservation", "Everyone who came is waiting or at home; none is lost between.", conserved),
        Check(
            "extremes",
            "No arrivals empty the list in the end; no fix, and it grows by the arrivals.",
            extremes,
        ),
        Check("half-step", "Half the time step gives the same curves (to 1%).", same_with_half_steps),
    )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        back, strength = settings["comeback"] / 10, settings["strength"] / 100
        stocks = waiting(back, strength, settings["delay"], settings["arrivals"], points=points)
        sent, returned = strength[:, None] * stocks[0], back[:, None] * stocks[1]
        return np.stack([stocks[0], sent, returned], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        early, late = self.at(run, "waiting", 10), self.at(run, "waiting", 120)
        return (
            f"At the start 10 people wait, after 10 weeks {people(early, 'waits', 'wait')} and "
            f"after 120 weeks {people(late, 'waits', 'wait')}."
        )


fixes = Fixes()
