"""Distributed search: how people copy, and whom they can see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from .agents import BEST, MAJORITY, search_paths
from .model import Check, Control, Floats, Model, Series
from .tolerance import near


def mean(tangle: int, links: int, rule: int = BEST) -> Floats:
    return np.asarray(search_paths(tangle, links, rule).mean(axis=0))


def reference() -> bool:
    full, ring = mean(5, 99), mean(5, 2)
    marks = [5, 20, 200]
    return near(full[marks], [0.469, 0.507, 0.507], within=0.08) and (
        near(ring[marks], [0.276, 0.702, 0.860], within=0.03)
    )


def crossing() -> bool:
    full, ring = mean(5, 99), mean(5, 2)
    ahead = int(np.argmax(ring[2:] > full[2:])) + 2
    return bool(10 <= ahead <= 18 and np.all(ring[ahead:] > full[ahead:]))


def simple_task() -> bool:
    return all(near(mean(0, links)[-1], 1, within=0.001) for links in (2, 8, 99))


def middle_wins() -> bool:
    at = {links: mean(5, links)[20] for links in (2, 4, 8, 16, 99)}
    return max(at, key=lambda links: at[links]) in (4, 8) and at[8] > max(at[2], at[99]) + 0.05


def copying_decides() -> bool:
    best = [mean(5, links, BEST)[-1] for links in (2, 8, 99)]
    many = [mean(5, links, MAJORITY)[-1] for links in (2, 8, 99)]
    return bool(np.all(np.diff(best) < -0.05) and np.all(np.diff(many) > 0.05))


def never_worse() -> bool:
    paths = [search_paths(5, links, rule) for links in (2, 99) for rule in (BEST, MAJORITY)]
    return all(bool(np.all(np.diff(p, axis=1) >= -1e-6) and p.min() >= 0 and p.max() <= 1) for p in paths)


def seeds() -> bool:
    again = search_paths.__wrapped__(5, 2)
    other = search_paths(5, 2, seed=1)
    return np.array_equal(again, search_paths(5, 2)) and near(other.mean(axis=0), mean(5, 2), within=0.02)


class Search(Model):
    """A hundred people look for a good combination of 15 choices; each sees some of the others.

    100 agents and about 200 rounds are Lazer and Friedman's values as recalled; 15 choices are Barkoczi
    and Galesic's.
    """

    name = "search"
    title = "Who should see whose work?"
    axis = ("Round", "rounds")
    controls = (
        Control("links", "Others whose work each one sees", "people", (2, 8, 32, 99), 2, 2, 99),
        Control("tangle", "Other choices that the worth of each depends on", "choices", (0, 5, 10), 5, 0, 10),
        Control(
            "rule",
            "What they copy",
            "rule",
            (BEST, MAJORITY),
            BEST,
            BEST,
            MAJORITY,
            names=("the best they see", "what two of three do"),
        ),
    )
    series = (Series("score", "Mean score of the people, middle group", "of 100", ("score_low", "score_high")),)
    points = (*range(0, 21), 22, 25, 28, 32, 36, 40, 45, 50, 60, 70, 80, 100, 125, 150, 175, 200)
    chart = "band"
    network: ClassVar[dict[str, Any] | None] = {"control": "links", "people": 20, "neighbours": [2, 4, 8, 19]}
    assumptions = (
        "100 people search; each holds one combination of 15 yes-or-no choices, and knows its score.",
        "In each round each one copies what the rule says, if that is better than his or her own.",
        "Who finds nothing to copy tries one change, picked by chance, and keeps it if it is better.",
        "People stand in a ring and see their nearest neighbours; 99 means that all see all.",
        "200 landscapes are drawn; the band holds 8 of 10 of them.",
    )
    invented = ("The ring and the landscapes are invented; the sizes are near those of the published models.",)
    data = (
        "The rules follow Lazer and Friedman (2007) for copying the best, and Barkoczi and Galesic (2016) "
        "for copying the majority of three.",
    )
    caveats = (
        "Lazer and Friedman (2007): on hard tasks sparse networks end better, dense ones faster at first.",
        "Mason and Watts (2012): in 256 trials on the web with groups of 16 people, efficient networks won.",
        "Barkoczi and Galesic (2016): copy the best favours sparse networks, copy the majority dense ones.",
        "Brackbill and Centola (2020): in 16 contests in data science the sparse networks won each.",
        "People search differently from the agents of this model (Vuculescu and others 2020).",
        "So how people copy matters; it does not follow that silos are good.",
    )
    cannot_answer = "How do people in your place decide whose example to follow?"
    sources = (
        "lazer2007network",
        "barkoczi2016social",
        "mason2012collaborative",
        "brackbill2020impact",
        "levinthal1997rugged",
        "kauffman1993origins",
    )
    checks = (
        Check(
            "reference",
            "Hard task, after 5, 20 and 200 rounds: all linked about .47, .51 and .51 (to .08), a ring .28, "
            ".70 and .86 (to .03).",
            reference,
        ),
        Check(
            "crossing",
            "All linked are ahead at first; from about round 10 to 18 on the ring is, for good.",
            crossing,
            ("lazer2007network",),
        ),
        Check("simple", "On a simple task nothing is lost: all networks find the best (to .001).", simple_task),
        Check("middle", "In between, a middle number of links is ahead.", middle_wins, ("lazer2007network",)),
        Check(
            "copying",
            "Who copies the best ends lower with more links, who copies the majority higher.",
            copying_decides,
            ("barkoczi2016social",),
        ),
        Check("never-worse", "Nobody takes up what is worse; scores stay from 0 to 1.", never_worse),
        Check("seed", "The same seed gives the same run; another seed the same mean (to .02).", seeds),
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
        early, late = self.at(run, "score", 5), self.at(run, "score")
        low, high = self.at(run, "score_low"), self.at(run, "score_high")
        ends = f"at {low:.0f}" if round(low) == round(high) else f"between {low:.0f} and {high:.0f}"
        return (
            f"The middle group scores {early:.0f} of 100 after 5 rounds and {late:.0f} in the end; "
            f"8 of 10 groups end {ends}."
        )


search = Search()
