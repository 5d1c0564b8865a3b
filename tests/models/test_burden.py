"""Shifting the burden: the decision in week 100, and faults that must be seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from systems_leadership.models.burden import burden, crises

Caught = Callable[[str, str, Any, str], bool]


def test_nothing_changes_before_the_decision() -> None:
    weeks = np.arange(0, 101)
    kept, cut = crises(0.03, points=weeks), crises(0.03, cut=1, training=0.1, points=weeks)
    assert np.allclose(kept, cut)


def test_cut_all_at_once_leaves_no_crisis_help() -> None:
    assert crises(0.03, cut=1, points=[101])[2, 0, 0] == 0


def test_sentence() -> None:
    assert burden.sentence(burden.run(cut=100)) == (
        "In week 100, 8 households are in crisis, then at most 45, and 23 in week 200."
    )


@pytest.mark.parametrize("fault, check", [({"new": 4.2}, "reference"), ({"quick": 0.4}, "reference")])
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    assert caught("burden", "crises", partial(crises, **fault), check)
