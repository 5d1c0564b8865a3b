"""Distributed search: how people copy, and whom they can see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from workbook.model import Control, Floats, Model, Series

from .agents import BEST, MAJORITY, search_paths


class Search(Model):
    """A hundred people look for a good combination of 15 choices; each sees some of the others.

    100 agents and about 200 rounds are Lazer and Friedman's values as recalled; 15 choices are Barkoczi
    and Galesic's.
    """

    name = "search"
    controls = (
        Control("links", (2, 8, 32, 99), 2, 2, 99),
        Control("tangle", (0, 5, 10), 5, 0, 10),
        Control("rule", (BEST, MAJORITY), BEST, BEST, MAJORITY, named=True),
    )
    series = (Series("score", band=("score_low", "score_high")),)
    points = (*range(0, 21), 22, 25, 28, 32, 36, 40, 45, 50, 60, 70, 80, 100, 125, 150, 175, 200)
    chart = "band"
    network: ClassVar[dict[str, Any] | None] = {"control": "links", "people": 20, "neighbours": [2, 4, 8, 19]}
    sources = (
        "lazer2007network",
        "barkoczi2016social",
        "mason2012collaborative",
        "brackbill2020impact",
        "levinthal1997rugged",
        "kauffman1993origins",
    )

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        marks = np.rint(points).astype(int)
        runs = []
        for links, tangle, rule in zip(settings["links"], settings["tangle"], settings["rule"], strict=True):
            even = 99 if links >= 97 else max(2, 2 * round(links / 2))
            paths = search_paths(round(tangle), even, int(rule))[:, marks]
            runs.append(100 * np.percentile(paths, [50, 10, 90], axis=0).T)
        return np.array(runs)

    def sentence(self, run: pd.DataFrame) -> str:
        early, late = round(self.at(run, "score", 5)), round(self.at(run, "score"))
        low, high = round(self.at(run, "score_low")), round(self.at(run, "score_high"))
        return self.words.say("alike" if low == high else "apart", early=early, late=late, low=low, high=high)
