"""The page's script and Python give the same: plays drawn wildly, quarter by quarter, in Node.

A hundred of them; with SOAK=1 two thousand.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from systems_leadership.live import District, orders
from systems_leadership.live.equations import QUARTERS, SEASONS, START, STEPS_A_WEEK, WEEKS
from systems_leadership.live.javascript import conditions, equations_script
from systems_leadership.live.levers import LEVERS, SHARES, WORDS
from systems_leadership.live.rules import holds
from tests.support.node import program

PLAYS = 2000 if os.environ.get("SOAK") else 100
SCRIPT = """
import { readFileSync, writeFileSync } from "node:fs";
import * as district from "./district.mjs";
const { dials, seen } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const plays = dials.map((quarters) => {
  let stocks = { ...district.districtStart };
  return quarters.map((set, quarter) => {
    const season = district.districtSeasons[quarter % 4];
    const days = 7 * district.districtWeeks;
    const gone = district.advanceDistrict(stocks, set, district.districtSizes, season, days, 1 / 7);
    stocks = gone.stocks;
    return gone;
  });
});
const held = seen.map((one) => Object.values(district.districtConditions).map((condition) => condition(one)));
writeFileSync(process.argv[3], JSON.stringify({ plays, held }));
"""


@pytest.fixture(scope="module")
def drawn() -> District:
    draw = np.random.default_rng(7)
    hold = {lever: draw.integers(0, len(WORDS[lever]), (QUARTERS, PLAYS)) for lever in LEVERS}
    tokens = draw.multinomial(4, [0.2] * 5, (QUARTERS, PLAYS)).transpose(0, 2, 1) / 4
    share = draw.choice(SHARES, (QUARTERS, PLAYS))
    return District(orders(3, hold=hold, tokens=tokens, share=share, boundary="none")).run()


def seen_in(district: District) -> list[dict[str, float]]:
    """What people see before each quarter but the first, in each play."""
    every = [district.seen(number) or {} for number in range(2, QUARTERS + 1)]
    return [
        {name: float(np.broadcast_to(value, PLAYS)[play]) for name, value in seen.items()}
        for seen in every
        for play in range(PLAYS)
    ]


@pytest.fixture(scope="module")
def replied(drawn: District, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder: Path = tmp_path_factory.mktemp("district")
    (folder / "district.mjs").write_text(equations_script(), encoding="utf-8")
    (folder / "run.mjs").write_text(SCRIPT, encoding="utf-8")
    dials = [
        [{name: float(value[play]) for name, value in quarter.dials.items()} for quarter in drawn.quarters]
        for play in range(PLAYS)
    ]
    (folder / "asked.json").write_text(json.dumps({"dials": dials, "seen": seen_in(drawn)}), encoding="utf-8")
    files = [str(folder / name) for name in ("run.mjs", "asked.json", "replied.json")]
    done = subprocess.run([program(), *files], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads((folder / "replied.json").read_text(encoding="utf-8"))
    return found


def test_stocks_are_equal(drawn: District, replied: dict[str, Any]) -> None:
    assert (STEPS_A_WEEK, len(SEASONS)) == (7, 4)
    for number in range(1, QUARTERS + 1):
        for name in START:
            page = [play[number - 1]["stocks"][name] for play in replied["plays"]]
            np.testing.assert_allclose(page, drawn.path[number * WEEKS][name], rtol=1e-9, err_msg=f"{name}, {number}")


def test_counts_are_equal(drawn: District, replied: dict[str, Any]) -> None:
    for number, quarter in enumerate(drawn.quarters):
        for name in replied["plays"][0][0]["counts"]:
            page = [play[number]["counts"][name] / WEEKS for play in replied["plays"]]
            np.testing.assert_allclose(page, quarter.figures[name], rtol=1e-9, atol=1e-9, err_msg=f"{name}, {number}")


def test_conditions_are_equal(drawn: District, replied: dict[str, Any]) -> None:
    """And each is true of some and false of others: so many differences would show."""
    seen = seen_in(drawn)
    every = {name: np.array([one[name] for one in seen]) for name in seen[0]}
    page = np.array(replied["held"])
    here = np.array([np.broadcast_to(holds(text, every), len(seen)) for text in conditions()]).T
    assert (page == here).all()
    assert ((here.mean(axis=0) > 0) & (here.mean(axis=0) < 1)).mean() > 0.8
