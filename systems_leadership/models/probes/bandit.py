"""Which idea to try next, while learning which one is better (a bandit, as the books call it)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbook.model import Floats

SEED = 91
RUNS = 400
BASE = 0.30  # chance that one of the other ideas helps a person
PLAN, TRIALS, EPSILON_GREEDY, THOMPSON = 1, 2, 3, 4
NOTHING = -1  # in place of an idea, where none was chosen
Whole = NDArray[np.int64]


class Winters(NamedTuple):
    """Many winters person by person.

    Args:
        offered: the idea that each person was offered, shape (runs, people).
        helped: whether it did, shape (runs, people).
        better: the idea that is better, shape (runs,).
    """

    offered: Whole
    helped: NDArray[np.bool_]
    better: Whole


def played(
    way: int,
    ideas: int,
    gap: float,
    explore: float = 0.10,
    trial: int = 15,
    people: int = 300,
    runs: int = RUNS,
    seed: int = SEED,
) -> Winters:
    """Serve people one after another, each by one idea, and learn from the results.

    Args:
        way: ``PLAN``, one idea for all, picked by chance; ``TRIALS``, each idea for ``trial`` people, then
            the one that did best; ``EPSILON_GREEDY``, the best so far, and now and then another by chance;
            ``THOMPSON``, each idea as often as the evidence makes it likely to be best (Thompson's rule).
        ideas: how many, 2 or more; one of them, nobody knows which, is better.
        gap: how much better, as a chance, 0 to 0.7.
        explore: share of people given an idea by chance, 0 to 1, for ``EPSILON_GREEDY``.
        trial: people for each idea, 1 or more, for ``TRIALS``.
        people: how many are served.
        runs: how often the story is played, each time with other chances.
        seed: of the random numbers; the luck of each person is the same for every way.
    """
    luck = np.random.default_rng(seed)
    better = luck.integers(0, ideas, runs)
    outcome = luck.random((people, runs, 1)) < np.where(np.arange(ideas) == better[:, None], BASE + gap, BASE)
    rng = np.random.default_rng([seed, way])
    rows = np.arange(runs)
    plan = rng.integers(0, ideas, runs)
    tries, wins = np.zeros((2, runs, ideas))
    offered = np.empty((people, runs), dtype=np.int64)
    helped = np.empty((people, runs), dtype=bool)
    for person in range(people):
        if way == PLAN:
            choice = plan
        elif way == THOMPSON:
            choice = rng.beta(1 + wins, 1 + tries - wins).argmax(axis=1)
        elif way == TRIALS and person < trial * ideas:
            choice = np.full(runs, person % ideas)
        elif way == EPSILON_GREEDY and person < ideas:
            choice = np.full(runs, person)  # each once, to have something to go by
        else:
            if way == EPSILON_GREEDY or person == trial * ideas:
                # A little noise settles ties by chance, not by place.
                plan = (wins / np.maximum(tries, 1) + 1e-9 * rng.random((runs, ideas))).argmax(axis=1)
            choice = plan
            if way == EPSILON_GREEDY:
                stray = rng.random(runs) < explore
                choice = np.where(stray, rng.integers(0, ideas, runs), plan)
        worked = outcome[person, rows, choice]
        tries[rows, choice] += 1
        wins[rows, choice] += worked
        offered[person], helped[person] = choice, worked
    return Winters(offered.T, helped.T, better)


def picked(way: int, ideas: int, gap: float, **more: float) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Two arrays of shape (runs, people): was the better idea used, and did it help. Arguments as for ``played``."""
    found = played(way, ideas, gap, **more)  # type: ignore[arg-type]
    return found.offered == found.better[:, None], found.helped


def chosen(found: Winters, way: int, ideas: int, marks: Whole, trial: int = 15) -> Whole:
    """The idea chosen by then: the one offered to most people so far, and while equal trials last, none.

    Args:
        found: the winters.
        way, ideas, trial: as for ``played``.
        marks: people served, each 1 or more, shape (points,).

    Returns:
        Shape (runs, points): an idea, or ``NOTHING``.
    """
    counts = np.stack([np.cumsum(found.offered == idea, axis=1)[:, marks - 1] for idea in range(ideas)], axis=2)
    leader = counts.argmax(axis=2)
    return np.where(marks <= trial * ideas, NOTHING, leader) if way == TRIALS else leader


def missed(way: int, people: int, ideas: int = 5, gap: float = 0.20, **more: float) -> Floats:
    """People who would have been helped by the better idea, on average so far: shape (people,) (regret)."""
    used, _ = picked(way, ideas, gap, people=people, **more)
    return np.asarray(gap * np.cumsum(~used, axis=1).mean(axis=0))
