"""Safe-to-fail probes: one big plan, or learning from small trials."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from workbook.model import Control, Floats, Model, Series

from .bandit import EPSILON_GREEDY, PLAN, THOMPSON, TRIALS, picked


class Probes(Model):
    """Merrowdale has several ideas against loneliness after hospital; which one helps nobody knows.

    Recalled, not read again: how what is missed grows under each rule, and Snowden's rules for probes.
    """

    name = "probes"
    controls = (
        Control("way", (PLAN, TRIALS, EPSILON_GREEDY, THOMPSON), PLAN, PLAN, THOMPSON, named=True),
        Control("ideas", (2, 5, 8), 5, 2, 12),
        Control("gap", (5, 10, 20), 20, 0, 60),
        Control("trial", (5, 15, 30), 15, 1, 50, page=False),
        Control("explore", (0, 5, 10, 20), 10, 0, 100, page=False),
    )
    series = (
        Series("helped", band=("helped_low", "helped_high")),
        Series("missed"),
        Series("found"),
    )
    points = (1, 5, *range(10, 101, 5), *range(120, 301, 10))
    chart = "band"
    sources = ("march1991exploration", "snowden2007framework")

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        marks = np.rint(points).astype(int) - 1
        names = ("way", "ideas", "gap", "explore", "trial")
        runs = []
        for way, ideas, gap, explore, trial in zip(*(settings[name] for name in names), strict=True):
            used, helped = picked(int(way), round(ideas), gap / 100, explore / 100, round(trial), int(marks[-1]) + 1)
            middle, low, high = np.percentile(np.cumsum(helped, axis=1)[:, marks], [50, 10, 90], axis=0)
            lost = gap / 100 * np.cumsum(~used, axis=1).mean(axis=0)[marks]
            runs.append([middle, low, high, lost, 100 * used.mean(axis=0)[marks]])
        return np.array(runs).transpose(0, 2, 1)

    def sentence(self, run: pd.DataFrame) -> str:
        middle, low, high = (round(self.at(run, column)) for column in ("helped", "helped_low", "helped_high"))
        found = round(self.at(run, "found"))
        return self.words.say("winters", middle=middle, low=low, high=high, found=found)
