"""Distributed search: how people copy, and whom they can see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from workbook.model import Control, Floats, Model, Series
from workbook.model.trace import Trace

from .agents import AGENTS, ALL, ALONE, BEST, MAJORITY, ROUNDS, Paths, search_paths, tell

FINE = 1000  # a picture's score for the best way there is


class Search(Model):
    """A hundred people look for a good combination of 15 choices; each sees some of the others.

    100 agents and the score to the power of 8 are Lazer and Friedman's as recalled; 15 choices are Barkoczi and
    Galesic's.
    """

    name = "search"
    controls = (
        Control("links", (4, 8, 32, ALL), ALL, 4, ALL),
        Control("tangle", (0, 5, 10), 5, 0, 10),
        Control("rule", (ALONE, BEST, MAJORITY), BEST, ALONE, MAJORITY, named=True),
    )
    series = (Series("score", band=("score_low", "score_high")), Series("ways"), Series("power"))
    points = (*range(0, 21), 22, 25, 28, 32, 36, 40, 45, 50, 60, 70, 80, ROUNDS)
    chart = "band"
    network: ClassVar[dict[str, Any] | None] = {"control": "links", "people": 20, "neighbours": [4, 8, 12, 19]}
    #: Rounds that a picture shows: each one to 40, when little moves any more, then those of the axis.
    ticks = (*range(0, 41), *(point for point in points if point > 40))
    sources = (
        "lazer2007network",
        "barkoczi2016social",
        "mason2012collaborative",
        "brackbill2020impact",
        "vuculescu2020human",
        "levinthal1997rugged",
        "kauffman1993origins",
    )

    def paths(self, links: float, tangle: float, rule: float) -> tuple[Paths, tuple[int, int, int]]:
        """The searches at one setting; and tangle, links and rule as whole numbers that the agents know."""
        even = ALL if links >= ALL - 2 else 2 * round(links / 2)
        # Who copies nobody does the same whomever he or she sees.
        known = (round(tangle), 4 if rule == ALONE else even, int(rule))
        return search_paths(*known), known

    def simulate(self, settings: Mapping[str, Floats], points: Floats) -> Floats:
        marks = np.rint(points).astype(int)
        runs = []
        for links, tangle, rule in zip(settings["links"], settings["tangle"], settings["rule"], strict=True):
            found, _ = self.paths(links, tangle, rule)
            score = 100 * np.percentile(found.score[:, marks], [50, 10, 90], axis=0)
            ways = np.percentile(found.ways[:, marks], 50, axis=0, method="lower")  # a whole number
            power = 100 * np.median(found.power[:, marks], axis=0)
            runs.append(np.stack([*score, ways, power], axis=1))
        return np.array(runs)

    def sentence(self, run: pd.DataFrame) -> str:
        early, late = round(self.at(run, "score", 10)), round(self.at(run, "score"))
        low, high = round(self.at(run, "score_low")), round(self.at(run, "score_high"))
        ways = self.words.say("ways", self.at(run, "ways", 10))
        return self.words.say(
            "alike" if low == high else "apart", ways=ways, early=early, late=late, low=low, high=high
        )

    def told(self, **given: float) -> tuple[int, tuple[int, int, int]]:
        """The landscape that stands for a setting: inside the band at the end, nearest to the median there, and
        of those that are equally near the one nearest to it all the way.
        """
        found, known = self.paths(**self.settings(**given))
        middle = np.median(found.score, axis=0)
        away = np.abs(found.score - middle)
        # Lexical order: the last key counts first. A millionth is no difference.
        return int(np.lexsort((away.sum(axis=1), np.rint(away[:, -1] * 1e6)))[0]), known

    def trace(self, **given: float) -> Trace:
        """One search, person by person.

        Returns:
            ``more`` holds for each combination, numbered by when it was first held, its score from 0 to 1000; the
            number of the one that each person starts with; and for each tick who leapt where, as pairs of person
            and number, by copying and by trying.
        """
        landscape, known = self.told(**given)
        search = tell(*known, landscape)
        numbers: dict[int, int] = {}
        scores: list[int] = []
        for combos, own in zip(search.combos, search.own, strict=True):
            for combo, score in zip(combos.tolist(), own.tolist(), strict=True):
                if numbers.setdefault(combo, len(numbers)) == len(scores):
                    scores.append(round(FINE * score))
        held = np.vectorize(numbers.__getitem__)(search.combos)
        top = (search.own == 1).sum(axis=1)
        copied: list[list[int]] = [[]]
        tried: list[list[int]] = [[]]
        for before, now in zip(self.ticks, self.ticks[1:], strict=False):
            copied.append([])
            tried.append([])
            for person in np.flatnonzero(held[now] != held[before]).tolist():
                changed = np.flatnonzero(np.diff(held[before : now + 1, person]))[-1] + before + 1
                leaps = copied if search.copied[changed, person] else tried
                leaps[-1] += [person, int(held[now, person])]
        reached = [int(top[tick]) for tick in self.ticks]
        worth = [round(100 * float(search.own[tick].mean())) for tick in self.ticks]
        said = self.words.say("run", end=worth[-1])
        return Trace(
            ticks=tuple(float(tick) for tick in self.ticks),
            stocks={
                "below": tuple(AGENTS - one for one in reached),
                "top": tuple(reached),
                "ways": tuple(len(set(held[tick].tolist())) for tick in self.ticks),
                "worth": tuple(worth),
            },
            flows={
                "reached": (0, *(int(one) for one in np.diff(reached))),
                "copied": tuple(len(one) // 2 for one in copied),
                "tried": tuple(len(one) // 2 for one in tried),
            },
            more={"score": scores, "start": held[0].tolist(), "copied": copied, "tried": tried, "sentence": said},
            seed=landscape,
        )
