"""Referral chain: how a small change in need swells on its way up (the beer game)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from .chain import SECTORS, WEEKS, follow
from .model import Check, Control, Floats, Model, Series
from .tolerance import near
from .words import counted

# React, counted, smooth, target: the cheapest settings our search found, sector by sector.
CHEAPEST = (
    (0.0, 0.687, 1.0, 1.485),
    (0.486, 0.997, 0.0, 24.178),
    (0.0, 0.908, 1.0, 55.467),
    (1.0, 0.978, 1.0, 7.825),
)


def peaks() -> bool:
    return near(follow().orders.max(axis=2)[0], [10.0, 12.5, 16.0, 18.7], within=0.05)


def later_upstream() -> bool:
    weeks = follow().orders.argmax(axis=2)[0]
    return bool(np.all(np.diff(weeks) > 0))


def uncounted() -> bool:
    costs = follow(counted=[0.0, 0.34, 1.0]).cost
    return near(costs[:2], [1128, 875], share=0.005) and bool(np.all(np.diff(costs) < 0))


def sharing() -> bool:
    told = follow(shared=1)
    return near(told.cost, 673, share=0.005) and bool(told.orders[0, -1].max() < 1.15 * told.orders[0, 0].max())


def cheapest() -> bool:
    passed_on = follow(react=0, smooth=1).cost[0]
    alone = follow(*np.array(CHEAPEST).T[:, None, :]).cost[0]
    mean = follow().cost[0]
    found = passed_on <= 278 and alone <= 166
    return near([passed_on, alone], [210, 142], within=1) and found and 3 <= mean / 278 <= mean / 166 <= 5.5


def mean_of_costs() -> bool:
    """Two thousand teams, each with its own rule, and one team with the mean rule."""
    rng = np.random.default_rng(1989)
    react, count, smooth = rng.random((3, 2000))
    target = rng.uniform(0, 40, 2000)
    costs = follow(react, count, smooth, target).cost
    middle = follow(*(part.mean() for part in (react, count, smooth, target))).cost[0]
    return bool(costs.mean() > 2 * middle) and near(costs.max(), 47_000, share=0.5)


def conserved() -> bool:
    """Places made and not given out are in stock or on the way; what is owed was asked and not given."""
    chain = follow()
    held = (chain.stock + chain.on_way).sum(axis=1)
    made = np.cumsum(chain.orders[:, -1], axis=1)
    start = SECTORS * (12 + 2 * 4)
    asked = np.cumsum(np.where(np.arange(1, WEEKS + 1) >= 5, 8, 4))
    owed = near(chain.owed[:, 0], asked - np.cumsum(chain.served, axis=1), within=1e-9)
    return owed and near(held, start + made - np.cumsum(chain.served, axis=1), within=1e-9)


def extremes() -> bool:
    nothing = follow(before=0, after=0, weeks=200)
    endless = follow(target=1e6, react=1)
    still = follow(react=0, smooth=1, after=4)
    return (
        near(nothing.owed[:, :, -1], 0)
        and near(nothing.orders[:, :, -1], 0, within=1e-6)
        and near(endless.owed[:, :, -1], 0)
        and near(still.orders, 4)
        and near(still.stock, 12)
    )


class Referrals(Model):
    """Requests for help at home go from the ward to the discharge team, the council and the agency."""

    name = "referrals"
    title = "A request passed along a chain"
    axis = ("Week", "weeks")
    controls = (
        Control(
            "counted",
            "Places asked for and not yet there that are counted",
            "percent",
            (0, 34, 70, 100),
            34,
            0,
            100,
        ),
        Control("react", "Part of a shortfall ordered at once", "percent", (10, 26, 50), 26, 0, 100),
        Control("shared", "Everyone goes by the need on the ward", "percent", (0, 50, 100), 0, 0, 100),
        Control(
            "smooth",
            "Weight of the newest week in what is expected",
            "percent",
            (20, 36, 60),
            36,
            0,
            100,
            False,
        ),
        Control("target", "Free places aimed at", "places", (10, 17, 24), 17, 0, 60, False),
    )
    series = (
        Series("ward", "Asked for by the ward", "places a week"),
        Series("agency", "Set up by the agency", "places a week"),
        Series("owed", "Asked for and not given, all four together", "places"),
    )
    points = tuple(range(1, WEEKS + 1))
    assumptions = (
        "The ward asks the discharge team for home-care places, the team asks the council, the council the "
        "agency; the agency recruits.",
        "Need on the ward is 4 places a week and 8 from week 5 on; nothing else ever changes.",
        "A request is read a week later; what is sent arrives two weeks after.",
        "Each sees only its own requests and its own free places, and wants some in hand.",
        "All four order by the same rule.",
    )
    invented = ("The ward, the team, the council and the agency are our dress for Sterman's beer game.",)
    data = ("The rule and its mean values (.26, .34, .36 and 17) are Sterman's (1989), from many played games.",)
    caveats = (
        "The cost of a run with mean values is far below the mean cost of real teams.",
        "Who counts all that is on the way but still aims at 17 ends with fewer free places; the aim must rise too.",
        "Real referrals can be refused, changed or lost on the way; here each is kept until it is served.",
    )
    cannot_answer = "Who in the chain would be willing to show the others what is needed?"
    sources = ("sterman1989modeling", "sterman2000business")
    checks = (
        Check(
            "peaks",
            "Orders peak at 10.0, 12.5, 16.0 and 18.7 from the first sector to the last (to 0.05).",
            peaks,
            ("sterman1989modeling",),
        ),
        Check("later", "Each peak comes later than the one before it in the chain.", later_upstream),
        Check(
            "uncounted",
            "Nothing on the way counted costs 1,128 instead of 875; the more is counted the less (to 0.5%).",
            uncounted,
            ("sterman1989modeling",),
        ),
        Check("sharing", "Demand shared along the chain: cost 673 (to 0.5%) and hardly any swelling.", sharing),
        Check(
            "cheapest",
            "One shared setting costs 278 or less (ours, passing each order on, 210), settings by sector "
            "166 or less (ours 142): the mean values cost 3 to 5 times as much.",
            cheapest,
        ),
        Check(
            "mean-of-costs",
            "2,000 teams with rules drawn by chance cost more than twice one team with their mean rule; the "
            "worst about 47,000 (to half).",
            mean_of_costs,
        ),
        Check(
            "conservation",
            "Every place made is in stock, on the way or given out; every request is given or owed.",
            conserved,
        ),
        Check(
            "extremes",
            "No demand, no orders in the end; with endless stock nothing is owed; no change, and nothing moves.",
            extremes,
        ),
    )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        week = np.rint(points).astype(int) - 1
        rule: dict[str, Any] = {name: settings[name] / 100 for name in ("counted", "react", "shared", "smooth")}
        chain = follow(**rule, target=settings["target"])
        values = [chain.orders[:, 0], chain.orders[:, -1], chain.owed.sum(axis=1)]
        return np.stack(values, axis=2)[:, week]

    def sentence(self, run: pd.DataFrame) -> str:
        ward, agency, owed = (float(run[column].max()) for column in ("ward", "agency", "owed"))
        return (
            f"Need doubles from 4 to 8 a week; the ward's requests peak at {ward:.0f}, the agency's places "
            f"at {agency:.0f}; at worst {counted(owed, 'place is', 'places are')} owed."
        )


referrals = Referrals()
