"""Safe-to-fail probes: one big plan, or learning from small trials."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from workbook.model import Control, Floats, Model, Series
from workbook.model.trace import Trace

from .bandit import BASE, EPSILON_GREEDY, NOTHING, PLAN, THOMPSON, TRIALS, Whole, Winters, chosen, played


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

    @staticmethod
    def play(settings: Mapping[str, float], marks: Whole) -> tuple[Winters, Whole]:
        """The winters of one setting, and the idea chosen by each of the marks, shape (runs, points)."""
        way, ideas, trial = int(settings["way"]), round(settings["ideas"]), round(settings["trial"])
        found = played(way, ideas, settings["gap"] / 100, settings["explore"] / 100, trial, int(marks[-1]))
        return found, chosen(found, way, ideas, marks, trial)

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        marks = np.rint(points).astype(int)
        runs = []
        for values in zip(*settings.values(), strict=True):
            setting = dict(zip(settings, values, strict=True))
            winters, leader = self.play(setting, marks)
            helped = np.cumsum(winters.helped, axis=1)[:, marks - 1]
            middle, low, high = np.percentile(helped, [50, 10, 90], axis=0)
            used = winters.offered == winters.better[:, None]
            lost = setting["gap"] / 100 * np.cumsum(~used, axis=1).mean(axis=0)[marks - 1]
            runs.append([middle, low, high, lost, 100 * (leader == winters.better[:, None]).mean(axis=0)])
        return np.array(runs).transpose(0, 2, 1)

    def sentence(self, run: pd.DataFrame) -> str:
        middle, low, high = (round(self.at(run, column)) for column in ("helped", "helped_low", "helped_high"))
        found = round(self.at(run, "found"))
        end = self.words.say("chosen", found=found) if self.at(run, "found") > 0 else self.words.say("nothing")
        return self.words.say("winters", middle=middle, low=low, high=high, end=end)

    def trace(self, **given: float) -> Trace:
        """One winter person by person. It ends as most winters do, with the better idea kept or with another; of those
        it is the one in which nearest to the median of all are helped.

        ``more`` has how many ``ideas`` there are and, for that winter, the idea each of 300 people was offered and
        whether it helped (a digit each, in the order in which they came), the better idea and the chosen one
        (``None`` for none); of all winters the percentage in which the better one was chosen (``found``, as the
        sentence has it), in which a wrong one was (``wrong``) and in which none was (``nothing``); and of 100 people
        how many an idea helps in truth, the better one and each other (``truth``).

        Args:
            given: controls by name, as for ``run``.
        """
        settings = self.settings(**given)
        people = int(self.points[-1])
        ticks = np.array(sorted({0, *map(int, self.points), *range(5, people + 1, 5)}))
        winters, leaders = self.play(settings, np.array([people]))
        leader, right = leaders[:, 0], leaders[:, 0] == winters.better
        ends = winters.helped.sum(axis=1)
        found, wrong, nothing = (
            int(np.rint(100 * ended.mean())) for ended in (right, ~right & (leader != NOTHING), leader == NOTHING)
        )
        # Which idea is kept is what the picture is looked at for: so it is one of the many there, not of the few.
        usual = right if right.mean() >= 0.5 else ~right
        which = int(np.where(usual, np.abs(ends - np.median(ends)), np.inf).argmin())
        helped = np.concatenate([[0], np.cumsum(winters.helped[which])])[ticks]
        not_helped = ticks - helped
        end = "run_nothing" if nothing == 100 else "run_right" if right[which] else "run_wrong"
        return Trace(
            ticks=tuple(ticks.astype(float).tolist()),
            stocks={
                "waiting": tuple((people - ticks).tolist()),
                "helped": tuple(helped.tolist()),
                "not_helped": tuple(not_helped.tolist()),
            },
            flows={
                "helped": (0, *np.diff(helped).tolist()),
                "not_helped": (0, *np.diff(not_helped).tolist()),
            },
            more={
                **_told(winters, leader, which),
                "ideas": int(settings["ideas"]),
                "sentence": self.words.say(end, helped=int(ends[which]), found=found, wrong=wrong),
                "wrong": wrong,
                "nothing": nothing,
                "found": found,
                "truth": [round(100 * BASE + settings["gap"]), round(100 * BASE)],
            },
            seed=which,
        )


def _told(winters: Winters, leader: Whole, which: int) -> dict[str, Any]:
    """One winter, as a picture needs it: a letter or digit for each person."""
    return {
        "offered": "".join(np.base_repr(idea, 16) for idea in winters.offered[which]),
        "helped": "".join("1" if helped else "0" for helped in winters.helped[which]),
        "better": int(winters.better[which]),
        "chosen": None if leader[which] == NOTHING else int(leader[which]),
    }
