"""The referral chain: nothing is lost in any setting, and faults that must be seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.referrals import referrals
from systems_leadership.models.referrals.chain import follow

Caught = Callable[[str, str, Any, str], bool]


@settings(max_examples=40, deadline=None)
@given(
    react=st.floats(0, 1),
    counted=st.floats(0, 1),
    smooth=st.floats(0, 1),
    target=st.floats(0, 60),
    shared=st.floats(0, 1),
    after=st.floats(0, 20),
)
def test_no_place_is_lost_and_nothing_is_negative(**rule: Any) -> None:
    chain = follow(**rule)
    held = (chain.stock + chain.on_way).sum(axis=1)
    given_out = np.cumsum(chain.served, axis=1)
    assert np.allclose(held, 80 + np.cumsum(chain.orders[:, -1], axis=1) - given_out, atol=1e-6)
    assert min(part.min() for part in chain) >= 0


def test_sectors_may_have_rules_of_their_own() -> None:
    one, many = follow(0.3).cost, follow(np.full((1, 4), 0.3)).cost
    assert np.allclose(one, many)


def test_sentence() -> None:
    said = referrals.sentence(referrals.run())
    assert "the ward's requests peak at 10, the agency's places at 19; at worst 21 places are owed." in said


@pytest.mark.parametrize(
    "fault, check",
    [({"smooth": 0.5}, "peaks"), ({"target": 20}, "uncounted"), ({"react": 0.3}, "sharing")],
)
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    assert caught("referrals", "follow", partial(follow, **fault), check)


def test_a_longer_way_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("systems_leadership.models.referrals.chain"), "TRAVEL", 3)
    assert not next(check for check in referrals.checks if check.id == "peaks").holds()
