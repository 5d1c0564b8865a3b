"""The commons: talk, rules and watching, the picture, other words, and faults that must be seen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.commons import commons, pool

MODEL = sys.modules["systems_leadership.models.commons.model"]
Caught = Callable[[str, str, Any, str], bool]


def test_own_promises_fade_as_figured_on_paper() -> None:
    """With a meeting now and then, promises rest where as many are given as fade."""
    found = pool(4, MODEL.OWN, points=[600]).promise[0, 0]
    given_a_month = 4 * MODEL.MEETING
    assert np.isclose(found, given_a_month / (given_a_month + 0.03), rtol=1e-3)


def test_outsiders_undo_it() -> None:
    """Boundaries matter: with one call in ten from outside, little is left of the best of the page."""
    people = pool(12, MODEL.OWN, 1, [0, 0.1, 0.3], points=[600]).fresh[:, 0]
    assert people[0] > 500 and people[2] <= people[1] < 260


@settings(max_examples=20, deadline=None)
@given(
    st.tuples(
        st.floats(0, 24),
        st.sampled_from([1, 2]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.floats(50, 500),
    )
)
def test_nothing_is_below_nought_and_nobody_counted_twice(parts: tuple[float, ...]) -> None:
    found = np.array(pool(*parts, points=np.arange(0, 121.0, 3)))
    assert np.isfinite(found).all() and (found >= 0).all()
    assert (found[0] + found[4] <= 1000 + 1e-6).all() and (found[3] <= 1).all()


@pytest.mark.parametrize("run", commons.grid(), ids=lambda run: str(list(run.attrs["settings"].values())[:3]))
def test_the_picture_is_the_run(run: Any) -> None:
    trace = commons.trace(**run.attrs["settings"])
    at = [trace.ticks.index(float(point)) for point in commons.points]
    stocks, flows = ({k: np.array(v) for k, v in part.items()} for part in (trace.stocks, trace.flows))
    assert np.array_equal(stocks["fresh"][at], np.rint(run["volunteers"] / 10))
    assert np.array_equal(stocks["volunteers"][at], np.rint(run["volunteers"]))
    assert np.array_equal(stocks["calls"][at], np.rint(run["calls"]))
    assert np.array_equal(stocks["slips"], np.rint(stocks["calls"] / 10))
    beyond = stocks["calls"] > trace.more["limit"]
    assert trace.more["broken"] == (trace.ticks[beyond.argmax()] if beyond.any() else None)
    assert np.all(stocks["fresh"] + stocks["tired"] + stocks["gone"] == 100) and all(
        (people >= 0).all() for people in stocks.values()
    )
    assert all((people >= 0).all() and people[0] == 0 for people in flows.values())
    for place, come, go in (
        ("fresh", "joined", "called"),
        ("tired", "called", "stopped"),
        ("gone", "stopped", "joined"),
    ):
        assert np.array_equal(np.diff(stocks[place]), (flows[come] - flows[go])[1:]), place
    made = pool(**commons.parts(run.attrs["settings"]))
    for name in flows:
        assert abs(10 * flows[name].sum() - getattr(made, name)[0, 0]) <= 30


def test_sentence() -> None:
    assert commons.sentence(commons.run()) == (
        "After 10 years about 265 volunteers are left, and about 98 a month get help; the most that can last is 125."
    )


def test_a_wrong_cost_is_caught(caught: Caught) -> None:
    assert caught("commons", "COST", 0.3, "open-access")


@pytest.mark.parametrize(
    "name, fault, check",
    [
        ("DODGED", 1.0, "punishing"),
        ("MEETING", 0.0, "talk"),
        ("FINE", 0.05, "own-rule"),
        ("FADING", {1: 0.15, 2: 0.0}, "fades"),
        ("FADING", {1: 0.15, 2: 0.15}, "goes-on"),
        ("WATCHING", 0.0, "quarter"),
        ("REST", 4.0, "once"),
    ],
)
def test_a_wrong_mechanism_is_caught(caught: Caught, name: str, fault: Any, check: str) -> None:
    assert caught("commons", name, fault, check)


@pytest.mark.parametrize("fault, check", [({"outsiders": 0.2}, "goes-on"), ({"calls": 0}, "open-access")])
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    def wrong(*args: Any, **more: Any) -> Any:
        return pool(*args, **{**more, **fault})

    assert caught("commons", "pool", wrong, check)
