"""Agents who search a rugged landscape and copy one another."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbook.model import Floats

from .landscape import CHOICES, LANDSCAPES, SEED, landscapes

AGENTS = 100
ALL = AGENTS - 1
ALONE, BEST, MAJORITY, BEST_OF_THREE = range(4)
ROUNDS = 100
POWER = 8  # of Lazer and Friedman's score, as public code that follows them has it
CHECKED = 10  # rounds between looks at which landscapes are done
Whole = NDArray[np.int32]
Levels = NDArray[np.float32]


class Paths(NamedTuple):
    """What became of the agents on each landscape, each array (landscapes, rounds + 1)."""

    score: Floats  # mean of the agents, as a share of the best there is
    power: Floats  # mean of the same scores, each to the power of 8
    ways: Floats  # how many different combinations they hold


class State(NamedTuple):
    """What each agent holds and what that scores, each array (landscapes, agents)."""

    combos: Whole
    own: Levels


def luck(now: int, seed: int) -> Whole:
    """Which choice each agent tries to change in a round: the same for each setting, shape (landscapes, agents)."""
    return np.random.default_rng((seed, now)).integers(0, CHOICES, (LANDSCAPES, AGENTS), dtype=np.int32)


def asked(now: int, seed: int, links: int) -> Whole:
    """Whom each agent asks in a round: three different ones of those it sees, shape (3, landscapes, agents)."""
    rng = np.random.default_rng((seed, now, 3))
    first, second, third = (rng.integers(0, links - i, (LANDSCAPES, AGENTS), dtype=np.int32) for i in range(3))
    second += second >= first
    low, high = np.minimum(first, second), np.maximum(first, second)
    third += third >= low
    third += third >= high
    # The places from ``half`` on lie to the right, the others to the left; nobody asks himself.
    half = links // 2
    away = np.stack([first, second, third]) - half
    away += away >= 0
    return np.asarray((np.arange(AGENTS, dtype=np.int32) + away) % AGENTS)


def best_seen(own: Levels, links: int) -> NDArray[np.intp]:
    """Who is best among those each agent sees, itself with them: shape (landscapes, agents)."""
    if links >= ALL:
        return np.asarray(np.broadcast_to(own.argmax(axis=1)[:, None], own.shape))

    def better(one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.intp]:
        ahead = np.take_along_axis(own, other, 1) > np.take_along_axis(own, one, 1)
        return np.where(ahead, other, one)

    # The best of 1, 2, 4 ... agents in a row from each place on; two such rows that overlap make up the neighbours.
    best = np.tile(np.arange(AGENTS), (len(own), 1))
    half = links // 2
    row, whole = 1, 2 * half + 1
    while 2 * row <= whole:
        best = better(best, np.roll(best, -row, axis=1))
        row *= 2
    best = better(best, np.roll(best, row - whole, axis=1))
    return np.roll(best, half, axis=1)


def seen(state: State, links: int, rule: int, three: Whole | None) -> tuple[Whole, Levels]:
    """What each agent would copy, and its score; score -1 where there is nothing to copy."""
    combos, own = state
    if rule == ALONE:
        return combos, np.full_like(own, -1)
    if rule == BEST:
        best = best_seen(own, links)
        return np.take_along_axis(combos, best, 1), np.take_along_axis(own, best, 1)
    assert three is not None
    held = [np.take_along_axis(combos, one, 1) for one in three]
    level = [np.take_along_axis(own, one, 1) for one in three]
    if rule == BEST_OF_THREE:
        place = np.stack(level).argmax(axis=0)[None]
        return np.take_along_axis(np.stack(held), place, 0)[0], np.take_along_axis(np.stack(level), place, 0)[0]
    first_agrees = (held[0] == held[1]) | (held[0] == held[2])
    others = np.where(held[1] == held[2], level[1], np.float32(-1))
    return np.where(first_agrees, held[0], held[1]), np.where(first_agrees, level[0], others)


def turn(
    scores: Levels, start: Whole, state: State, links: int, rule: int, tries: Whole, three: Whole | None
) -> tuple[State, NDArray[np.bool_]]:
    """One round: copy what is seen if it is better, else change one choice if that is better.

    Args:
        scores: of every combination of every landscape, in one row.
        start: where each landscape of the state begins in that row, shape (landscapes, 1).
        state: what the agents hold. All move at once.
        links, rule: as in ``search_paths``.
        tries: from ``luck``.
        three: from ``asked``, for the rules that ask.

    Returns:
        The new state, and who copied.
    """
    copy, level = seen(state, links, rule, three)
    tried = state.combos ^ (1 << tries)
    result = scores.take(start + tried)
    copies = level > state.own
    combos = np.where(copies, copy, np.where(result > state.own, tried, state.combos))
    return State(combos, np.where(copies, level, np.maximum(result, state.own))), copies


def finished(scores: Levels, start: Whole, state: State, rule: int) -> NDArray[np.bool_]:
    """Landscapes where nothing can change any more: nobody has another to copy, and no one choice helps."""
    combos, own = state
    done = np.ones(len(own), dtype=bool) if rule == ALONE else np.all(own == own[:, :1], axis=1)
    open_ = np.flatnonzero(done)
    start, combos, own = start[open_], combos[open_], own[open_]
    for choice in range(CHOICES):
        done[open_] &= ~np.any(scores.take(start + (combos ^ (1 << choice))) > own, axis=1)
    return np.asarray(done)


def begin(tangle: int, seed: int) -> tuple[Levels, Whole, State]:
    """All landscapes' scores in one row, where each begins, and what the agents hold before the first round."""
    scores = landscapes(tangle).ravel()
    start = (np.arange(LANDSCAPES, dtype=np.int32) * 2**CHOICES)[:, None]
    combos = np.random.default_rng(seed).integers(0, 2**CHOICES, (LANDSCAPES, AGENTS), dtype=np.int32)
    return scores, start, State(combos, scores.take(start + combos))


def ways(combos: Whole) -> NDArray[np.int_]:
    """How many different combinations are held on each landscape."""
    return np.asarray((np.diff(np.sort(combos, axis=1), axis=1) > 0).sum(axis=1) + 1)


@lru_cache(maxsize=64)
def search_paths(tangle: int, links: int, rule: int = BEST, rounds: int = ROUNDS, seed: int = SEED) -> Paths:
    """Let 100 agents search, on each of 200 landscapes.

    In each round an agent copies what it sees if that is better than its own, and else changes one
    choice, picked by chance, if that is better. All move at once. Where they start and what they try is the
    same for each setting.

    Args:
        tangle: see ``landscapes``.
        links: agents each one sees, its nearest on a ring: even, 2 to 96, or 99 for all.
        rule: ``ALONE``, nobody copies; ``BEST``, the best of all it sees; ``MAJORITY``, what at least two of three
            that it asks do; ``BEST_OF_THREE``, the best of three that it asks. It asks other three in each round.
        rounds: how many rounds.
        seed: of where the agents start, what they try and whom they ask. The landscapes stay.
    """
    scores, start, state = begin(tangle, seed)
    paths = np.empty((3, LANDSCAPES, rounds + 1))
    active = np.arange(LANDSCAPES)
    for now in range(rounds + 1):
        if now:
            paths[:, :, now] = paths[:, :, now - 1]
            three = asked(now, seed, links)[:, active] if rule in (MAJORITY, BEST_OF_THREE) else None
            state, _ = turn(scores, start, state, links, rule, luck(now, seed)[active], three)
        own = state.own.astype(float)
        paths[:, active, now] = own.mean(axis=1), (own**POWER).mean(axis=1), ways(state.combos)
        if now and now % CHECKED == 0:
            open_ = ~finished(scores, start, state, rule)
            active, start, state = active[open_], start[open_], State(state.combos[open_], state.own[open_])
            if not active.size:
                paths[:, :, now + 1 :] = paths[:, :, now, None]
                break
    return Paths(*paths)


class Told(NamedTuple):
    """One landscape's search, each array (rounds + 1, agents)."""

    combos: Whole
    own: Levels
    copied: NDArray[np.bool_]  # whether the agent came to what it holds by copying in that round


def tell(tangle: int, links: int, rule: int, landscape: int, rounds: int = ROUNDS, seed: int = SEED) -> Told:
    """The search on one landscape, agent by agent; the same one as in ``search_paths``."""
    scores, start, whole = begin(tangle, seed)
    one = [landscape]
    start, state, copied = start[one], State(whole.combos[one], whole.own[one]), np.zeros((1, AGENTS), dtype=bool)
    kept = [(*state, copied)]
    for now in range(1, rounds + 1):
        three = asked(now, seed, links)[:, one] if rule in (MAJORITY, BEST_OF_THREE) else None
        state, copied = turn(scores, start, state, links, rule, luck(now, seed)[one], three)
        kept.append((*state, copied))
    return Told(*(np.concatenate(part) for part in zip(*kept, strict=True)))
