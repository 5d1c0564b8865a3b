"""Referral chain: how a small change in need swells on its way up (the beer game)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from workbook.model import Control, Floats, Model, Series
from workbook.model.trace import Trace

from .chain import BEFORE, CHANGE, DESKS, MAIL, WEEKS, Chain, aim, follow

DESK_NAMES = ("ward", "team", "council", "agency")


class Referrals(Model):
    """Requests for help at home go from the ward to the discharge team, the council and the agency."""

    name = "referrals"
    controls = (
        Control("counted", (0, 34, 70, 100), 34, 0, 100),
        Control("react", (10, 26, 50), 26, 0, 100),
        Control("shared", (0, 50, 100), 0, 0, 100),
        Control("smooth", (20, 36, 60), 36, 0, 100, page=False),
        Control("wanted", (7, 13, 19), 13, 0, 60, page=False),
    )
    series = (
        Series("agency"),
        Series("waiting"),
        Series("cost"),
    )
    points = tuple(range(1, WEEKS + 1))
    sources = ("sterman1989modeling", "sterman2000business", "edali2014mathematical", "isixsigma_beergame")

    @staticmethod
    def chain(settings: Mapping[str, Floats]) -> Chain:
        """Play some settings at once, each an array of shape (runs,)."""
        rule: dict[str, Any] = {name: settings[name] / 100 for name in ("counted", "react", "shared", "smooth")}
        return follow(**rule, target=aim(settings["wanted"], rule["counted"]))

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        chain = self.chain(settings)
        values = np.stack([chain.orders[:, -1], chain.owed[:, 0], chain.spent], axis=2)
        return np.asarray(values[:, np.rint(points).astype(int)])

    def sentence(self, run: pd.DataFrame) -> str:
        agency = run["agency"].loc[CHANGE:]
        return self.words.say(
            "swing",
            low=f"{round(agency.min()):,}",
            high=f"{round(agency.max()):,}",
            waiting=self.words.say("waiting", run["waiting"].max()),
            cost=f"{round(self.at(run, 'cost')):,}",
        )

    def trace(self, **given: float) -> Trace:
        """The four desks week by week; week 0 is how they start.

        Returns:
            For each desk the requests that ``wait`` there, the places ``ready`` and those ``coming``, and the
            ``slips`` that it has sent up and nobody has read; and what was ``asked`` of it in each week, ``came`` to
            it, was ``sent`` by it and ``ordered`` by it.  ``cost`` is that of all four so far. ``more`` has the week in
            which the agency orders most (``peak``).
        """
        settings = {name: np.array([value]) for name, value in self.settings(**given).items()}
        chain = self.chain(settings)
        unread = BEFORE * MAIL + np.cumsum(chain.orders[0, :-1] - chain.asked[0, 1:], axis=1)

        def told(name: str, rows: Floats) -> dict[str, tuple[int, ...]]:
            whole = np.rint(rows).astype(int).tolist()
            return {f"{desk}_{name}": tuple(row) for desk, row in zip(DESK_NAMES, whole, strict=False)}

        return Trace(
            ticks=tuple(float(week) for week in range(WEEKS + 1)),
            stocks={
                **told("wait", chain.owed[0]),
                **told("ready", chain.stock[0]),
                **told("coming", chain.on_way[0]),
                **told("slips", unread[: DESKS - 1]),
                "cost": tuple(np.rint(chain.spent[0]).astype(int).tolist()),
            },
            flows={
                **told("asked", chain.asked[0]),
                **told("came", chain.came[0]),
                **told("sent", chain.sent[0]),
                **told("ordered", chain.orders[0]),
            },
            more={"desks": list(DESK_NAMES), "peak": float(chain.orders[0, -1].argmax())},
        )
