"""Referral chain: how a small change in need swells on its way up (the beer game)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from workbook.model import Control, Floats, Model, Series

from .chain import WEEKS, follow


class Referrals(Model):
    """Requests for help at home go from the ward to the discharge team, the council and the agency."""

    name = "referrals"
    controls = (
        Control("counted", (0, 34, 70, 100), 34, 0, 100),
        Control("react", (10, 26, 50), 26, 0, 100),
        Control("shared", (0, 50, 100), 0, 0, 100),
        Control("smooth", (20, 36, 60), 36, 0, 100, page=False),
        Control("target", (10, 17, 24), 17, 0, 60, page=False),
    )
    series = (
        Series("ward"),
        Series("agency"),
        Series("owed"),
    )
    points = tuple(range(1, WEEKS + 1))
    sources = ("sterman1989modeling", "sterman2000business")

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        week = np.rint(points).astype(int) - 1
        rule: dict[str, Any] = {name: settings[name] / 100 for name in ("counted", "react", "shared", "smooth")}
        chain = follow(**rule, target=settings["target"])
        values = [chain.orders[:, 0], chain.orders[:, -1], chain.owed.sum(axis=1)]
        return np.stack(values, axis=2)[:, week]

    def sentence(self, run: pd.DataFrame) -> str:
        ward, agency, owed = (float(run[column].max()) for column in ("ward", "agency", "owed"))
        places = self.words.say("owed", owed)
        return self.words.say("peaks", ward=round(ward), agency=round(agency), owed=places)
