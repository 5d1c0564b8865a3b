"""The discharge model in beds and packages, over the whole range of its equations."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.discharge import discharge
from systems_leadership.models.patient_flow import flows

Caught = Callable[[str, str, Any, str], bool]


@settings(max_examples=25, deadline=None)
@given(
    beds=st.floats(0, 500),
    packages=st.floats(0, 2000),
    arrivals=st.floats(0, 60),
    stay=st.floats(1, 20),
    share=st.floats(0, 1),
    months=st.floats(1, 60),
)
def test_no_one_is_lost_and_no_stock_is_negative(**given: Any) -> None:
    days = np.arange(0.0, 200.0)
    flow = flows(**given, days=days)
    inside = np.sum(flow[:4], axis=0)
    gained = given["arrivals"] * days
    assert np.allclose(inside - inside[:, :1] + flow.left, gained, atol=1e-6)
    assert min(part.min() for part in flow) >= 0
    assert (flow.treated + flow.delayed <= given["beds"] + 1e-6).all()
    assert (flow.cared_for <= given["packages"] + 1e-6).all()


def test_runs_side_by_side_are_the_same_as_one_by_one() -> None:
    both = flows([100, 140], [657, 700], days=[365])
    assert both.waiting[1, 0] == flows(140, 700, days=[365]).waiting[0, 0]


def test_a_run_can_go_on_from_another() -> None:
    half = flows(100, 657, days=[180])
    assert np.isclose(flows(100, 657, days=[185], before=half).waiting, flows(100, 657, days=[365]).waiting)


def test_days_between_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="rising multiples of dt"):
        flows(100, 657, days=[0.1])


def test_sentence_counts_people() -> None:
    said = discharge.sentence(discharge.run(extra_money=1600, to_care=100))
    assert said.startswith("After a year no one waits to come into hospital and no one is in hospital")


@pytest.mark.parametrize(
    "fault, check",
    [
        ({"share": 0.06}, "settles"),
        ({"months": 25}, "balance"),
        ({"stay": 6}, "postponed"),
        ({"arrivals": 21}, "story"),
    ],
)
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    assert caught("discharge", "flows", partial(flows, **fault), check)
