"""Search: links, landscapes, and faults that must be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from systems_leadership.models.search.agents import search_paths, seen_best, seen_majority
from systems_leadership.models.search.landscape import landscapes

Caught = Callable[[str, str, Any, str], bool]


def test_landscapes_have_one_top_and_differ() -> None:
    scores = landscapes(5)
    assert np.all(scores.max(axis=1) == 1) and scores.min() >= 0
    assert len(scores) >= 200 and not np.array_equal(scores[0], scores[1])


def test_agents_see_only_whom_they_are_linked_to() -> None:
    combos = np.tile(np.arange(100, dtype=np.int32), (500, 1))
    scores = (combos / 100).astype(np.float32)
    best, _ = seen_best(combos, scores, 4)
    assert list(best[0, [0, 1, 50, 97]]) == [99, 99, 52, 99]
    twins = combos // 2  # neighbours in pairs hold the same
    seen, level = seen_majority(twins, scores, 4, np.random.default_rng(1))
    away = np.abs(seen - twins)[level >= 0]
    assert away.size and set(np.minimum(away, 50 - away)) <= {0, 1}


def test_a_wrong_network_is_caught(caught: Caught) -> None:
    assert caught("search", "search_paths", lambda tangle, links, rule=1: search_paths(tangle, 8, rule), "crossing")


def test_a_wrong_rule_is_caught(caught: Caught) -> None:
    assert caught("search", "search_paths", lambda tangle, links, rule=1: search_paths(tangle, links, 1), "copying")
