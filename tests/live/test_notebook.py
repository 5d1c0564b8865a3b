"""What a notebook has of it: columns with their units, and a slider for every decision."""

from __future__ import annotations

import pytest

from systems_leadership import merrowdale_live
from systems_leadership.live.levers import LEVERS, OPTIONS
from systems_leadership.live.orders import SCRIPTED


def test_every_column_is_told_with_its_unit() -> None:
    told = merrowdale_live.columns()
    assert list(told.index) == list(merrowdale_live.play(3).columns)
    assert told.map(bool).all(axis=None)


def test_every_decision_has_a_slider_over_all_its_options() -> None:
    explorer = merrowdale_live.explore(3)
    assert set(explorer.sliders) == {"share", *LEVERS}
    for lever in LEVERS:
        values = [value for _, value in explorer.sliders[lever].options]
        assert values == [SCRIPTED, *range(len(OPTIONS[lever]))]


def test_the_table_follows_what_is_moved() -> None:
    explorer = merrowdale_live.explore(1)
    assert explorer.menus["aim"].disabled
    assert "(+0.0)" in explorer.quarters.value
    explorer.sliders["fee"].value = 4
    explorer.menus["round"].value = 3
    explorer.sliders["share"].value = 0.45
    expected = merrowdale_live.play(3, hold={"fee": 4}, share=0.45).loc[1]
    assert explorer.run.equals(expected)
    assert f"{expected['queue'].iloc[7]:,.1f}" in explorer.quarters.value


def test_a_round_that_is_none_is_refused() -> None:
    with pytest.raises(merrowdale_live.OrderError, match=r"there is no 4\. Choose one of: 1, 2, 3"):
        merrowdale_live.explore(4)
