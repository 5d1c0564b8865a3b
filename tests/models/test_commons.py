"""The commons: rules on a shared pool, and faults that must be seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from systems_leadership.models.commons import commons, pool

Caught = Callable[[str, str, Any, str], bool]


def test_firmer_sanctions_keep_more() -> None:
    people = pool(limit=190, watching=0.5, firmness=[0, 1, 3, 10], points=[600])[0, :, 0]
    assert sorted(people) == list(people) and people[-1] > people[0] + 100


def test_sentence() -> None:
    assert commons.sentence(commons.run()) == (
        "After 10 years 250 volunteers are left, and 94 a month give help; the most that can last is 125."
    )


def test_a_wrong_cost_is_caught(caught: Caught) -> None:
    assert caught("commons", "COST", 0.3, "open-access")


@pytest.mark.parametrize("fault, check", [({"outsiders": 0.2}, "rules"), ({"calls": 0}, "open-access")])
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    assert caught("commons", "pool", partial(pool, **fault), check)
