"""Slack: the loss formula against the textbook, and a fault that must be seen."""

from __future__ import annotations

from collections.abc import Callable
from math import factorial
from typing import Any

import numpy as np
import pytest

from systems_leadership.models.occupancy import blocked, load_for, occupancy

Caught = Callable[[str, str, Any, str], bool]


@pytest.mark.parametrize("beds, load", [(1, 0.5), (5, 4.0), (20, 30.0)])
def test_formula_is_the_textbook_one(beds: int, load: float) -> None:
    terms = [load**k / factorial(k) for k in range(beds + 1)]
    assert blocked(beds, load) == pytest.approx(terms[-1] / sum(terms))


def test_load_gives_the_occupancy_asked_for() -> None:
    beds, full = np.array([[1], [20], [400], [2000]]), np.array([0.0, 0.3, 0.6, 0.98])
    load = load_for(beds, full)
    assert np.allclose(load * (1 - blocked(beds, load)) / beds, full, atol=1e-6)


def test_sentence() -> None:
    said = occupancy.sentence(occupancy.run(beds=100, wards=4))
    assert said == ("At 85% full 15 of 1,000 arrivals find no bed, at 95% 135; with beds shared 0 and 24.")


def test_one_bed_too_many_is_caught(caught: Caught) -> None:
    assert caught("occupancy", "blocked", lambda beds, load: blocked(np.asarray(beds) + 1, load), "reference")
