"""Safe-to-fail probes: one big plan, or learning from small trials."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from .bandit import BASE, EVIDENCE, MOSTLY, PLAN, SEED, TRIALS, missed, picked
from .model import Check, Control, Floats, Model, Series
from .tolerance import near


def plan_misses() -> bool:
    used, _ = picked(PLAN, 5, 0.2, runs=4000)
    return near(used[:, -1].mean(), 1 / 5, within=0.02) and bool(np.all(used == used[:, :1]))


def locks_on() -> bool:
    """Always the best so far, never another: share of runs stuck on a lesser idea, early and late."""
    used, _ = picked(MOSTLY, 5, 0.2, explore=0, people=2000)
    stuck = 1 - used[:, [999, 1999]].mean(axis=0)
    return bool(stuck[1] > 0.15) and near(stuck[0], stuck[1], within=0.05)


def straight() -> bool:
    regret = missed(MOSTLY, 4000)
    early, late = regret[2000] - regret[1000], regret[3999] - regret[2999]
    return near(late, early, share=0.25) and near(late / 1000, 0.10 * 0.8 * 0.2, share=0.2)


def flattening() -> bool:
    """Added in each doubling of the people: about the same, while the other rule's doubles."""
    regret = missed(EVIDENCE, 4000)
    added = np.diff(regret[[499, 999, 1999, 3999]])
    return bool(added[2] < 1.5 * added[0] and regret[3999] < 0.5 * missed(MOSTLY, 4000)[3999])


def order_of_ways() -> bool:
    end = {way: missed(way, 300, gap=0.3)[-1] for way in (PLAN, TRIALS, MOSTLY, EVIDENCE)}
    return bool(end[EVIDENCE] < end[PLAN] / 2 and end[TRIALS] < end[PLAN] / 2 and end[MOSTLY] < end[PLAN] / 2)


def trials_cost_and_pay() -> bool:
    used, _ = picked(TRIALS, 5, 0.2)
    during, after = used[:, :75].mean(), used[:, 75:].mean()
    return near(during, 0.2, within=1e-9) and bool(after > 0.6)


def counts() -> bool:
    """Helped people are those whose idea worked: as many as the chances say (to 1 point)."""
    good = True
    for way in (PLAN, TRIALS, MOSTLY, EVIDENCE):
        used, helped = picked(way, 4, 0.2, runs=2000)
        good &= near(helped.mean(), BASE + 0.2 * used.mean(), within=0.01)
    return good


def extremes() -> bool:
    no_gap = all(near(missed(way, 50, gap=0.0), 0) for way in (PLAN, TRIALS, MOSTLY, EVIDENCE))
    certain = picked(EVIDENCE, 2, 0.7)[0][:, 100:].mean()
    return no_gap and bool(certain > 0.99)


def seeds() -> bool:
    once, again, other = (picked(EVIDENCE, 5, 0.2, seed=seed)[1] for seed in (SEED, SEED, 7))
    return np.array_equal(once, again) and near(once.mean(), other.mean(), within=0.02)


class Probes(Model):
    """Merrowdale has several ideas against loneliness after hospital; which one helps nobody knows.

    Recalled, not read again: how what is missed grows under each rule, and Snowden's rules for probes.
    """

    name = "probes"
    title = "One big plan or small trials?"
    axis = ("People served", "people")
    controls = (
        Control(
            "way",
            "How Merrowdale goes about it",
            "way",
            (PLAN, TRIALS, MOSTLY, EVIDENCE),
            PLAN,
            PLAN,
            EVIDENCE,
            names=(
                "one big plan",
                "equal trials, then the best",
                "mostly the best so far",
                "as the evidence goes",
            ),
        ),
        Control("ideas", "Ideas to choose from", "ideas", (2, 5, 8), 5, 2, 12),
        Control("gap", "Better idea helps more, of 100 people", "people", (5, 10, 20), 20, 0, 60),
        Control("trial", "People in each equal trial", "people", (5, 15, 30), 15, 1, 50, False),
        Control("explore", "Tries kept for another idea", "percent", (0, 5, 10, 20), 10, 0, 100, False),
    )
    series = (
        Series("helped", "People helped, in a middling winter", "people", ("helped_low", "helped_high")),
        Series("missed", "Not helped, though the better idea would have, on average", "people"),
        Series("found", "Winters that end with the better idea in use", "percent"),
    )
    points = (1, 5, *range(10, 101, 5), *range(120, 301, 10))
    chart = "band"
    assumptions = (
        "300 people come home from hospital, one after another; each is offered one idea.",
        "One idea helps more than the others; nobody knows which.",
        "Whether it helped is known before the next person comes.",
        "One big plan picks one idea for all, by chance. Equal trials give each idea to some people first.",
        "Mostly the best so far: every tenth person or so is offered another idea by chance.",
        "As the evidence goes: the better an idea has done, the more often it is offered.",
        "400 winters are played with different luck; the band holds 8 of 10 of them.",
    )
    invented = ("All values are invented: the lesser ideas help 30 of 100 people.",)
    data = ()
    caveats = (
        "Real trials take months to show a result, and people are not alike.",
        "A probe should lose little when it fails; several should run at once; the signs to do more or to "
        "stop should be set beforehand.",
    )
    cannot_answer = "Is it fair to offer one person less than the next, in order to learn?"
    sources = ("march1991exploration", "snowden2007framework")

    checks = (
        Check(
            "plan",
            "One big plan meets the better of 5 ideas in 1 run of 5, and never learns (to 2 points).",
            plan_misses,
        ),
        Check(
            "locks-on",
            "Always the best so far, never another: a steady share of runs, more than 15%, stays with a "
            "lesser idea (to 5 points).",
            locks_on,
        ),
        Check(
            "straight",
            "With a fixed share of tries kept for others, what is missed grows in a straight line (to 25%).",
            straight,
        ),
        Check(
            "flattening",
            "Going by the evidence, each doubling of the people adds about the same.",
            flattening,
        ),
        Check(
            "order",
            "Where the better idea is much better, each way of learning misses less than half as many people "
            "as one big plan.",
            order_of_ways,
        ),
        Check(
            "trials",
            "Equal trials do no better than chance while they last; then most runs use the better idea.",
            trials_cost_and_pay,
        ),
        Check("counts", "As many people are helped as the chances say (to 1 point).", counts),
        Check("extremes", "Ideas that are alike: nothing is missed. A clear winner is found.", extremes),
        Check("seed", "The same seed gives the same run; another seed the same mean (to 2 points).", seeds),
    )

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
        middle, low, high = (self.at(run, column) for column in ("helped", "helped_low", "helped_high"))
        return (
            f"In a middling winter {middle:.0f} of 300 people are helped; in 8 winters of 10, {low:.0f} to {high:.0f}. "
            f"The better idea wins {self.at(run, 'found'):.0f} winters of 100."
        )


probes = Probes()
