"""Shifting the burden: crisis help that wears down the team for lasting help."""

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
    stocks = walk(rates, start, weeks, dt)
    crisis = np.stack([help_at(week - 1e-6) for week in weeks], axis=1)
    total = crisis + LASTING * stocks[1]
    return np.concatenate([stocks, (crisis / np.maximum(total, 1e-12))[None]])


def reference() -> bool:
    cases, strength, share = crises([0, 0.03])[:, :, 0]
    return (
        near(strength, [1.00, 0.15], within=0.005)
        and near(share, [0.71, 0.94], within=0.005)
        and (near(cases, [5.71, 7.55], within=0.01))
    )


def climbs() -> bool:
    _, strength, share = crises([0, 0.03], points=np.arange(0, 101))
    steady = near(share[0], share[0, 0], within=1e-9) and near(strength[0], 1)
    return steady and bool(np.all(np.diff(share[1]) > 0) and np.all(np.diff(strength[1]) < 0))


def worse_before_better() -> bool:
    cases, strength, _ = crises(0.03, cut=1, points=np.arange(100, 401))[:, 0]
    peak = cases.argmax()
    fell = cases[-1] < 0.6 * cases[peak]
    return bool(5 < peak < 60 and cases[peak] > 4 * cases[0] and fell and strength[-1] > 0.9)


def training_softens() -> bool:
    path = crises(0.03, cut=1, training=[0.02, 0.05, 0.10], points=np.arange(100, 201))[0]
    return bool(np.all(np.diff(path.max(axis=1)) < 0))


def slow_cut_alone_is_no_help() -> bool:
    path = crises(0.03, cut=1, over=[0, 40], points=np.arange(100, 301))[0]
    return near(path[0].max(), path[1].max(), share=0.1)


def conserved() -> bool:
    """With one step a week the cases can be counted by hand."""
    weeks = np.arange(0, 101.0)
    cases, strength, _ = crises(0.03, points=weeks, dt=1.0)[:, 0]
    closed = (0.5 + LASTING * strength[:-1]) * cases[:-1]
    return near(np.diff(cases), 4 - closed, within=1e-9)


def extremes() -> bool:
    calm = crises(0.03, new=0, points=[600])[:2, 0, 0]
    alone = crises(0.03, quick=0, points=[600])[:2, 0, 0]
    return near(calm, [0, 1], within=0.01) and near(alone, [4 / LASTING, 1], within=0.01)


def same_with_half_steps() -> bool:
    whole, half = (crises([0, 0.03], cut=0.5, points=np.arange(0, 201), dt=dt) for dt in (0.1, 0.05))
    return near(whole, half, within=0.01, share=0.01)


class Burden(Model):
    """Households in crisis are helped quickly or lastingly; the quick way wears down the other."""

    name = "burden"
    title = "Crisis help or lasting help?"
    axis = ("Week", "weeks")
    controls = (
        Control("erosion", "Team's strength lost with each crisis helped", "percent", (0, 1, 3, 6), 3, 0, 10),
        Control("cut", "From week 100, crisis help cut by", "percent", (0, 50, 100), 0, 0, 100),
        Control("training", "From week 100, missing strength rebuilt a week", "percent", (2, 5, 10), 2, 0, 30),
        Control("over", "Weeks over which crisis help is cut", "weeks", (0, 20, 40), 0, 0, 100, False),
        Control("quick", "Open cases closed by crisis help a week", "percent", (25, 50, 75), 50, 0, 80, False),
    )
    series = (
        Series("cases", "Households in crisis", "households"),
        Series("strength", "Strength of the team for lasting help", "percent"),
        Series("share", "Share of help that is crisis help", "percent"),
    )
    points = (*range(0, 96, 5), *range(100, 201, 6), 200)
    assumptions = (
        "4 households a week come into crisis; crisis help closes half of the open cases each week.",
        "A team for lasting help closes up to a fifth of the open cases a week, when at full strength.",
        "Each case of crisis help pulls people away from that team, so that it loses strength.",
        "In week 100 Merrowdale may cut crisis help and train the team.",
    )
    invented = ("All values are invented; the pattern is the archetype 'shifting the burden'.",)
    data = ()
    caveats = (
        "In this model crisis help always keeps the number of cases lower than no crisis help. "
        "Its harm is that one can no longer do without it.",
        "Books mostly draw this pattern and do not compute it; other equations fit the same drawing.",
    )
    cannot_answer = "What does it mean for a household to wait in crisis until the team is strong again?"
    sources = ("senge1990fifth", "braun2002archetypes")
    checks = (
        Check(
            "reference",
            "After 100 weeks without erosion the team's strength is 1.00 and crisis help's share .71; with "
            "erosion .03 they are .15 and .94, and more cases are open (to .005).",
            reference,
        ),
        Check(
            "climbs",
            "With erosion crisis help's share climbs and the team decays.",
            climbs,
            ("senge1990fifth",),
        ),
        Check(
            "worse-before-better",
            "Crisis help stopped at once makes things worse for weeks before they get better.",
            worse_before_better,
        ),
        Check("training", "The more the team is trained at the same time, the lower the peak.", training_softens),
        Check("slow-cut", "A slow cut alone only delays the peak (height to 10%).", slow_cut_alone_is_no_help),
        Check("conservation", "Open cases change by those that come and those that are closed.", conserved),
        Check(
            "extremes",
            "No new cases: none are left. No crisis help: the team stays at full strength.",
            extremes,
        ),
        Check("half-step", "Half the time step gives the same curves (to 1%).", same_with_half_steps),
    )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        parts: dict[str, Any] = {name: settings[name] / 100 for name in ("erosion", "cut", "training", "quick")}
        cases, strength, share = crises(**parts, over=settings["over"], points=points)
        return np.stack([cases, 100 * strength, 100 * share], axis=2)

    def sentence(self, run: pd.DataFrame) -> str:
        now, end = self.at(run, "cases", 100), self.at(run, "cases", 200)
        most = float(run["cases"].to_numpy()[list(run.index).index(100) :].max())
        return (
            f"In week 100, {counted(now, 'household is', 'households are')} in crisis, then at most "
            f"{most:.0f}, and {end:.0f} in week 200."
        )


burden = Burden()
