"""No option is the best one whatever the others do and whatever one looks at: each gives way somewhere."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from systems_leadership.live import two_years
from systems_leadership.live.equations import QUARTERS
from systems_leadership.live.levers import LEVERS, SHARES, WORDS

WAYS = 12  # of holding the other ten levers
FIGURES = ("queue", "ready", "home", "back", "lonely", "tired", "money")
MARGIN = 1e-6  # smaller differences are none


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    """Two years in which one lever is held at each of its options, among the same drawn decisions of the others.

    Returns:
        A row for each lever, option and way, indexed by them; less is better in every column.
    """
    draw = np.random.default_rng(11)
    others = {one: draw.integers(0, len(WORDS[one]), WAYS) for one in LEVERS}
    tokens, share = draw.multinomial(4, [0.2] * 5, WAYS).T / 4, draw.choice(SHARES, WAYS)
    rows = [(lever, option, way) for lever in LEVERS for option in range(len(WORDS[lever])) for way in range(WAYS)]
    way = [way for _, _, way in rows]
    hold = {
        one: np.tile([option if lever == one else others[one][way] for lever, option, way in rows], (QUARTERS, 1))
        for one in LEVERS
    }
    pooled, placed = np.tile(share[way], (QUARTERS, 1)), np.tile(tokens[:, way], (QUARTERS, 1, 1))
    found = two_years(3, hold=hold, share=pooled, tokens=placed)[list(FIGURES)]
    return found.set_axis(pd.MultiIndex.from_tuples(rows, names=["lever", "option", "way"]))


def never_beaten(found: pd.DataFrame) -> list[int]:
    """Options than which no other is better, in any way and by any figure; rows by option and way."""
    behind = found > found.groupby("way").min().reindex(found.index, level="way") + MARGIN
    best = ~behind.any(axis=1).groupby("option").any()
    return list(best.index[best])


def of(figures: pd.DataFrame, lever: str) -> pd.DataFrame:
    """The rows of one lever, by option and way."""
    return figures[figures.index.get_level_values("lever") == lever].droplevel("lever")


@pytest.mark.parametrize("lever", LEVERS)
def test_no_option_dominates(figures: pd.DataFrame, lever: str) -> None:
    assert never_beaten(of(figures, lever)) == []


def test_one_that_did_would_be_noticed(figures: pd.DataFrame) -> None:
    found = of(figures, "pay")
    found.loc[[2]] = found.groupby("way").min().to_numpy()
    assert never_beaten(found) == [2]
