"""Distributed search: how people copy, and whom they can see."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from workbook.model import Control, Floats, Model, Series
from workbook.model.trace import Trace, standstill

from .agents import AGENTS, ALL, ALONE, BEST, MAJORITY, ROUNDS, Paths, search_paths, tell
from .landscape import CHOICES, LANDSCAPES, Scores, landscapes

FINE = 1000  # a picture's score for the best way there is
PEAKS = 8  # of a landscape, which a picture shows whether anybody stands there or not
LINKS = (8, 32, ALL)  # besides 4: those that a page offers
HAIR = 0.001
FAR = 999  # more than any sum of distances


class Search(Model):
    """A hundred people look for a good combination of 15 choices; each sees some of the others.

    The score to the power of 8 is Lazer and Friedman's, at second hand; 15 choices are Barkoczi and Galesic's.
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
        """The landscape that stands for a setting, the same one whomever people see: inside the band at the end for
        each number of links that a page offers, and of those the one nearest to the medians.
        """
        settings = self.settings(**given)
        _, known = self.paths(**settings)
        return _landscape(known[0], known[2]), known

    def trace(self, **given: float) -> Trace:
        """One search, person by person.

        Returns:
            ``more`` holds for each combination, numbered by when it was first held, its score from 0 to 1000; the
            number of the one that each person starts with; and for each tick who leapt where, as pairs of person
            and number, by copying and by trying. After those that people start with come the best combinations of the
            landscape (``peaks``, so many), whether anybody holds them or not: so landscapes stay alike when only the
            links change. ``one`` is the tick from which all hold the same, or ``None``; ``end``
            the one from which nobody changes any more.
        """
        landscape, known = self.told(**given)
        search = tell(*known, landscape)
        numbers: dict[int, int] = {}
        scores: list[int] = []
        peaks, worths = _peaks(known[0], landscape)
        early = [(search.combos[0], search.own[0]), (peaks, worths)]
        for combos, own in (*early, *zip(search.combos, search.own, strict=True)):
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
        used = [len(set(held[tick].tolist())) for tick in self.ticks]
        apart = max((at for at, ways in enumerate(used) if ways > 1), default=-1) + 1
        ticks = tuple(float(tick) for tick in self.ticks)
        leapt = np.cumsum([len(one) + len(two) for one, two in zip(copied, tried, strict=True)])
        return Trace(
            ticks=ticks,
            stocks={
                "below": tuple(AGENTS - one for one in reached),
                "top": tuple(reached),
                "ways": tuple(used),
                "worth": tuple(worth),
            },
            flows={
                "reached": (0, *(int(one) for one in np.diff(reached))),
                "copied": tuple(len(one) // 2 for one in copied),
                "tried": tuple(len(one) // 2 for one in tried),
            },
            more={
                "peaks": [numbers[int(peak)] for peak in peaks],
                "end": standstill(ticks, leapt.tolist()),
                "one": self.ticks[apart] if apart < len(self.ticks) else None,
                "score": scores,
                "start": held[0].tolist(),
                "copied": copied,
                "tried": tried,
                "sentence": said,
            },
            seed=landscape,
        )


@cache
def _landscape(tangle: int, rule: int) -> int:
    """See ``Search.told``."""
    off = np.zeros(LANDSCAPES)
    for links in (4, *(LINKS if rule != ALONE else ())):
        score = search_paths(tangle, links, rule).score
        end = score[:, -1]
        low, middle, high = np.percentile(end, [10, 50, 90])
        outside = (end < low - HAIR) | (end > high + HAIR)
        # Where ends are equally near, the way there decides.
        off += 100 * (end - middle) ** 2 + FAR * outside + HAIR * np.abs(score - np.median(score, axis=0)).mean(axis=1)
    return int(off.argmin())


def _peaks(tangle: int, landscape: int) -> tuple[NDArray[np.intp], Scores]:
    """The best combinations that no single change makes better, the best first, and their scores."""
    score = landscapes(tangle)[landscape]
    every = np.arange(len(score))
    top = np.all([score >= score[every ^ (1 << choice)] for choice in range(CHOICES)], axis=0)
    found = every[top]
    best = found[np.argsort(-score[found], kind="stable")][:PEAKS]
    return best, score[best]
