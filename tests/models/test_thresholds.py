"""Thresholds: rules for ties, spread of drawn groups, and a fault that must be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from systems_leadership.models.thresholds import joined, thresholds

Caught = Callable[[str, str, Any, str], bool]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=30))
def test_it_stops_where_nobody_more_would_join(row: list[int]) -> None:
    end = joined(row, 40)[0, -1]
    assert end == sum(one <= end for one in row)
    assert all(sum(one <= fewer for one in row) > fewer for fewer in range(int(end)))


def test_starters_bring_others() -> None:
    few, many = (thresholds.run(starters=count)["most"].iloc[-1] for count in (0, 5))
    assert many > few


def test_band_shows_the_scatter_at_the_jump() -> None:
    run = thresholds.run(spread=12.3)
    assert thresholds.at(run, "joined_high") - thresholds.at(run, "joined_low") > 80


def test_another_rule_for_ties_is_caught(caught: Caught) -> None:
    def no_ties(row: Any, rounds: int = 100) -> Any:
        return joined(np.asarray(row, dtype=float) + 1e-6, rounds)

    assert caught("thresholds", "joined", no_ties, "granovetter")
