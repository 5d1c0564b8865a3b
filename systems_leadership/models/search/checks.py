"""What the model 'search' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, Floats, is_close

from .agents import ALL, ALONE, BEST, BEST_OF_THREE, MAJORITY, search_paths
from .landscape import SEED

PLAYS = 5  # searches on each landscape, so that one landscape is not judged by the luck of one group
MOST = 0.95  # share of landscapes on which a message must hold


def power(links: int, rounds: int = 200) -> Floats:
    """Mean score as Lazer and Friedman count it, when the best are copied."""
    return np.asarray(search_paths(5, links, BEST, rounds).power.mean(axis=0))


def played(links: int, rule: int, tangle: int = 5) -> Floats:
    """Score on each landscape after each round, the mean of a few plays."""
    plays = [search_paths(tangle, links, rule, seed=SEED + play).score for play in range(PLAYS)]
    return np.asarray(np.mean(plays, axis=0))


def share(ahead: Floats, behind: Floats, now: int = -1) -> float:
    """Share of landscapes on which one is ahead of the other, by more than rounding."""
    return float(np.mean(ahead[:, now] > behind[:, now] + 1e-6))


def reference() -> bool:
    full, ring = power(ALL), power(2)
    marks = [5, 20, 200]
    linked = is_close(full[marks], [0.469, 0.507, 0.507], within=0.08)
    return linked and is_close(ring[marks], [0.276, 0.702, 0.860], within=0.03)


def crossing() -> bool:
    full, ring = power(ALL), power(2)
    ahead = int(np.argmax(ring[2:] > full[2:])) + 2
    return bool(10 <= ahead <= 18 and np.all(ring[ahead:] > full[ahead:]))


def middle_wins() -> bool:
    at = {links: power(links)[20] for links in (2, 4, 8, 16, ALL)}
    return max(at, key=lambda links: at[links]) in (4, 8) and at[8] > max(at[2], at[ALL]) + 0.05


def copying_decides() -> bool:
    """At the start of the page: the same neighbours, another way to copy."""
    best, many = played(ALL, BEST), played(ALL, MAJORITY)
    return share(best, many, 10) >= MOST and share(many, best) >= MOST


def turned_round() -> bool:
    """Among few neighbours the best of copying is the other one; so what more links do depends on it."""
    few, few_many = played(4, BEST), played(4, MAJORITY)
    best, many = played(ALL, BEST), played(ALL, MAJORITY)
    return share(few, few_many) >= MOST and share(few, best) >= MOST and share(many, few_many) >= MOST


def three_asked() -> bool:
    return share(played(ALL, MAJORITY), played(ALL, BEST_OF_THREE)) >= MOST


def no_copying() -> bool:
    """With copying switched off it makes no difference who sees whom, and both ways of copying end higher."""
    alone = [search_paths(5, links, ALONE).score for links in (4, ALL)]
    end = np.median(alone[0][:, -1])
    ends = [np.median(search_paths(5, ALL, rule).score[:, -1]) for rule in (BEST, MAJORITY)]
    same = np.array_equal(alone[0], alone[1])
    return same and is_close(end, 0.894, within=0.01) and bool(min(ends) > end + 0.02)


def simple_task() -> bool:
    """Without a tangle there are no traps, and the message goes: all end at the best."""
    rules = [search_paths(0, links, rule).score[:, -1] for links in (4, 8, ALL) for rule in (BEST, MAJORITY)]
    alone = search_paths(0, 4, ALONE).score[:, -1]
    return all(bool(np.all(one > 0.9999)) for one in rules) and is_close(alone.mean(), 1, within=0.001)


def eight_alike() -> bool:
    """Where the message does not hold: neither way is ahead on most landscapes."""
    best, many = played(8, BEST), played(8, MAJORITY)
    return max(share(best, many), share(many, best)) < 0.85


def never_worse() -> bool:
    paths = [search_paths(5, links, rule).score for links in (4, ALL) for rule in (ALONE, BEST, MAJORITY)]
    return all(bool(np.all(np.diff(p, axis=1) >= -1e-6) and p.min() >= 0 and p.max() <= 1) for p in paths)


def seeds() -> bool:
    again, other = search_paths.__wrapped__(5, 4), search_paths(5, 4, seed=1)
    first = search_paths(5, 4)
    same = np.array_equal(again.score, first.score) and np.array_equal(again.ways, first.ways)
    return same and is_close(other.score.mean(axis=0), first.score.mean(axis=0), within=0.01)


CHECKS: tuple[Check, ...] = (
    Check("copying", copying_decides, ("barkoczi2016social",)),
    Check("turned", turned_round, ("barkoczi2016social",)),
    Check("three", three_asked),
    Check("alone", no_copying),
    Check("simple", simple_task),
    Check("eight", eight_alike),
    Check("reference", reference),
    Check("crossing", crossing, ("lazer2007network",)),
    Check("middle", middle_wins, ("lazer2007network",)),
    Check("never-worse", never_worse),
    Check("seed", seeds),
)
