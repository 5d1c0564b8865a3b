"""Agents who search a rugged landscape and copy one another."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from workbook.model import Floats

from .landscape import CHOICES, LANDSCAPES, SEED, landscapes

AGENTS = 100
BEST, MAJORITY = 1, 2
CHECKED = 10  # rounds between looks at which landscapes are done
Whole = NDArray[np.int32]
Levels = NDArray[np.float32]


def seen_best(combos: Whole, scores: Levels, links: int) -> tuple[Whole, Levels]:
    """The best combination among those each agent is linked to, and its score."""
    if links >= AGENTS - 1:
        place = scores.argmax(axis=1)[:, None]
        ones = np.ones((1, AGENTS), dtype=np.int32)
        return np.take_along_axis(combos, place, 1) * ones, np.take_along_axis(scores, place, 1) * ones
    best, top = combos, scores
    for away in range(1, links // 2 + 1):
        for side in (away, -away):
            other = np.roll(scores, side, axis=1)
            better = other > top
            best, top = (np.where(better, np.roll(combos, side, axis=1), best), np.where(better, other, top))
    return best, top


@cache
def neighbours(links: int) -> Whole:
    """Whom each agent sees, twice over so that a count can go round: shape (agents, 2 * links)."""
    half = links // 2
    # The places from ``half`` on lie to the right, the others to the left; nobody is linked to himself.
    away = np.arange(-half, links - half + 1, dtype=np.int32)
    around = (np.arange(AGENTS, dtype=np.int32)[:, None] + away[away != 0]) % AGENTS
    return np.tile(around, 2)


def seen_majority(combos: Whole, scores: Levels, links: int, rng: np.random.Generator) -> tuple[Whole, Levels]:
    """What at least two of three linked agents do, picked by chance; score -1 where no two agree.

    With two links it is what both do.
    """
    first = rng.integers(0, links, combos.shape, dtype=np.int32)
    if links == 2:
        places = [first, 1 - first]
    else:
        gap = rng.integers(1, links // 3 + 1, combos.shape, dtype=np.int32)
        places = [first, first + gap, first + 2 * gap]
    starts = (np.arange(len(combos), dtype=np.int32) * AGENTS)[:, None]
    table = neighbours(links)
    rows = np.arange(AGENTS, dtype=np.int32) * table.shape[1]
    seen = [starts + table.take(rows + place) for place in places]
    levels = [scores.take(one) for one in seen[:2]]
    a, b, c = (combos.take(seen[i % len(seen)]) for i in range(3))
    if links == 2:
        return a, np.where(a == b, levels[0], np.float32(-1))
    first_agrees = (a == b) | (a == c)
    level = np.where(first_agrees, levels[0], np.where(b == c, levels[1], np.float32(-1)))
    return np.where(first_agrees, a, b), level


def finished(scores: Levels, start: Whole, combos: Whole, own: Levels) -> NDArray[np.bool_]:
    """Landscapes where nothing can change any more: all agents score the same, and no one choice helps."""
    done = np.asarray(np.all(own == own[:, :1], axis=1))
    alike = np.flatnonzero(done)  # Few, for most of the time.
    start, combos, own = start[alike], combos[alike], own[alike]
    for choice in range(CHOICES):
        done[alike] &= ~np.any(scores.take(start + (combos ^ (1 << choice))) > own, axis=1)
    return done


@lru_cache(maxsize=64)
def search_paths(tangle: int, links: int, rule: int = BEST, rounds: int = 200, seed: int = SEED) -> Floats:
    """Let 100 agents search, on each of 200 landscapes.

    In each round an agent copies what it sees if that is better than its own, and else changes one
    choice, picked by chance, if that is better. All move at once.

    Args:
        tangle: see ``landscapes``.
        links: agents each one sees, its nearest on a ring: even, 2 to 96, or 99 for all.
        rule: ``BEST``, the best of all it sees; or ``MAJORITY``, what two of three do.
        rounds: how many rounds.
        seed: of the random numbers.

    Returns:
        Mean score of the agents after each round, 0 to 1, shape (landscapes, rounds + 1).
    """
    scores = landscapes(tangle).ravel()
    rng = np.random.default_rng(seed)
    start = (np.arange(LANDSCAPES, dtype=np.int32) * 2**CHOICES)[:, None]
    combos = rng.integers(0, 2**CHOICES, (LANDSCAPES, AGENTS), dtype=np.int32)
    own = scores.take(start + combos)
    path = np.empty((LANDSCAPES, rounds + 1))
    path[:, 0] = own.mean(axis=1)
    active = np.arange(LANDSCAPES)
    for now in range(1, rounds + 1):
        if rule == BEST:
            seen, level = seen_best(combos, own, links)
        else:
            seen, level = seen_majority(combos, own, links, rng)
        tried = combos ^ (1 << rng.integers(0, CHOICES, combos.shape, dtype=np.int32))
        result = scores.take(start + tried)
        copies = level > own
        combos = np.where(copies, seen, np.where(result > own, tried, combos))
        own = np.where(copies, level, np.maximum(result, own))
        path[:, now] = path[:, now - 1]
        path[active, now] = own.mean(axis=1)
        if now % CHECKED == 0:
            open_ = ~finished(scores, start, combos, own)
            active, start, combos, own = (active[open_], start[open_], combos[open_], own[open_])
            if not active.size:
                path[:, now + 1 :] = path[:, [now]]
                break
    return path
