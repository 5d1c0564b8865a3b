"""Probes: the four ways, and faults that must be seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from systems_leadership.models.probes import probes
from systems_leadership.models.probes.bandit import EPSILON_GREEDY, PLAN, THOMPSON, TRIALS, missed, picked

Caught = Callable[[str, str, Any, str], bool]


@pytest.mark.parametrize("way", [PLAN, TRIALS, EPSILON_GREEDY, THOMPSON])
def test_every_way_has_the_same_luck(way: int) -> None:
    """Where all ideas help equally, all ways help the same people."""
    assert np.array_equal(picked(way, 4, 0.0)[1].mean(axis=0) > 0, picked(PLAN, 4, 0.0)[1].mean(axis=0) > 0)
    used, helped = picked(way, 3, 0.2, runs=10, people=20)
    assert used.shape == helped.shape == (10, 20)


def test_equal_trials_are_equal() -> None:
    used, _ = picked(TRIALS, 5, 0.2, trial=10)
    assert np.all(used[:, :50].sum(axis=1) == 10)


def test_only_named_ways_are_taken() -> None:
    with pytest.raises(ValueError, match=r"way takes one of 1 \(one big plan\), 2"):
        probes.run(way=1.5)


def test_sentence() -> None:
    said = probes.sentence(probes.run(way=THOMPSON))
    assert said.startswith("In a middling winter ") and said.endswith(" winters of 100.")


def test_no_exploring_is_caught(caught: Caught) -> None:
    assert caught("probes", "missed", partial(missed, explore=0), "straight")


def test_exploring_in_secret_is_caught(caught: Caught) -> None:
    def secret(*args: Any, **more: Any) -> Any:
        return picked(*args, **{**more, "explore": 0.1})

    assert caught("probes", "picked", secret, "locks-on")
