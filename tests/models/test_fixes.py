"""Fixes that fail: people are conserved, and faults must be seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from systems_leadership.models.fixes import fixes, waiting

Caught = Callable[[str, str, Any, str], bool]


def test_runs_side_by_side_are_the_same_as_one_by_one() -> None:
    both = waiting([0.3, 0.9], strength=[0.1, 0.3])
    assert np.allclose(both[:, 1], waiting(0.9, strength=0.3)[:, 0])


def test_sentence() -> None:
    assert fixes.sentence(fixes.run()) == (
        "At the start 10 people wait, after 10 weeks 8 people wait and after 120 weeks 28 people wait."
    )


@pytest.mark.parametrize(
    "fault, check",
    [({"relief": 0.9}, "reference"), ({"arrivals": 1.1}, "rest"), ({"relief": 1.2}, "endless")],
)
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    assert caught("fixes", "waiting", partial(waiting, **fault), check)
