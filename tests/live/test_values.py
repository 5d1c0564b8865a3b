"""The values that other implementations of the same model gave: figures within rounding, decisions equal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from systems_leadership.live import District, orders, outcome
from systems_leadership.live.levers import LEVERS

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("values.json").read_text(encoding="utf-8"))["cases"]
ROUNDING = 1e-6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_values_are_reproduced(case: dict[str, Any]) -> None:
    district = District(orders(**case["settings"])).run()
    expected = case["expect"]
    found = outcome(district).loc[1]
    decided = {lever: "".join(str(int(quarter.decided[lever][0])) for quarter in district.quarters) for lever in LEVERS}
    assert decided == expected["decided"]
    assert {name: found[name] for name in expected["outcome"]} == pytest.approx(expected["outcome"], rel=ROUNDING)
    ends = {name: float(stock[0]) for name, stock in district.stocks.items()}
    assert ends == pytest.approx(expected["end"], rel=ROUNDING)
    queue = [float(quarter.figures["queue"][0]) for quarter in district.quarters]
    assert queue == pytest.approx(expected["queue by quarter"], rel=ROUNDING)


def test_a_changed_size_is_noticed() -> None:
    """The values can tell a model that is slightly another one."""
    case = CASES[0]
    found = outcome(District(orders(**case["settings"], parameters={"burn": 7.01})).run()).loc[1]
    assert found["waiting"] != pytest.approx(case["expect"]["outcome"]["waiting"], rel=ROUNDING)
