"""What the model 'search' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, Floats, is_close

from .agents import BEST, MAJORITY, search_paths


def mean(tangle: int, links: int, rule: int = BEST) -> Floats:
    return np.asarray(search_paths(tangle, links, rule).mean(axis=0))


def reference() -> bool:
    full, ring = mean(5, 99), mean(5, 2)
    marks = [5, 20, 200]
    linked = is_close(full[marks], [0.469, 0.507, 0.507], within=0.08)
    return linked and is_close(ring[marks], [0.276, 0.702, 0.860], within=0.03)


def crossing() -> bool:
    full, ring = mean(5, 99), mean(5, 2)
    ahead = int(np.argmax(ring[2:] > full[2:])) + 2
    return bool(10 <= ahead <= 18 and np.all(ring[ahead:] > full[ahead:]))


def simple_task() -> bool:
    return all(is_close(mean(0, links)[-1], 1, within=0.001) for links in (2, 8, 99))


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
    return np.array_equal(again, search_paths(5, 2)) and is_close(other.mean(axis=0), mean(5, 2), within=0.02)


CHECKS: tuple[Check, ...] = (
    Check("reference", reference),
    Check("crossing", crossing, ("lazer2007network",)),
    Check("simple", simple_task),
    Check("middle", middle_wins, ("lazer2007network",)),
    Check("copying", copying_decides, ("barkoczi2016social",)),
    Check("never-worse", never_worse),
    Check("seed", seeds),
)
