"""Thresholds: rules for ties, spread of drawn groups, the picture, other words, and faults that must be seen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.thresholds import CHECKS, Thresholds, joined, thresholds
from workbook.model import ModelWords

MODEL = sys.modules["systems_leadership.models.thresholds.model"]
Caught = Callable[[str, str, Any, str], bool]


@settings(deadline=None)  # A busy machine is slow.
@given(st.lists(st.integers(0, 30), min_size=1, max_size=30))
def test_it_stops_where_nobody_more_would_join(row: list[int]) -> None:
    end = joined(row, 40)[0, -1]
    assert end == sum(one <= end for one in row)
    assert all(sum(one <= fewer for one in row) > fewer for fewer in range(int(end)))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12))
def test_the_same_told_person_by_person(row: list[int]) -> None:
    """Round by round, everybody looks at how many are in and makes up his or her own mind."""
    inside: set[int] = set()
    for count in joined(row, 15)[0]:
        assert count == len(inside)
        inside |= {k for k, waits_for in enumerate(row) if waits_for <= len(inside)}


def test_starters_bring_others() -> None:
    few, many = (thresholds.run(starters=count)["most"].iloc[-1] for count in (0, 5))
    assert many > few


def test_band_shows_the_scatter_at_the_jump() -> None:
    run = thresholds.run(spread=12.3)
    assert thresholds.at(run, "joined_high") - thresholds.at(run, "joined_low") > 80


def test_one_mind_and_99_stay_home() -> None:
    ladder, gap = (thresholds.trace(group=group) for group in (MODEL.LADDER, MODEL.GAP))
    assert ladder.more["waits_for"] == list(range(100)) and ladder.more["joins"] == list(range(1, 101))
    assert [k for k in range(100) if ladder.more["waits_for"][k] != gap.more["waits_for"][k]] == [1]
    assert ladder.stocks["joined"][-1] == 100 and gap.stocks["joined"][-1] == 1
    assert ladder.more["one_mind"] == list(range(100)) and "one_mind" not in gap.more


@pytest.mark.parametrize("run", thresholds.grid(), ids=lambda run: str(list(run.attrs["settings"].values())))
def test_the_picture_is_a_run_from_the_middle(run: Any) -> None:
    settings = run.attrs["settings"]
    trace = thresholds.trace(**settings)
    at = [trace.ticks.index(float(point)) for point in thresholds.points]
    group = MODEL.people(settings["mean"], settings["spread"], settings["starters"], int(settings["group"]))
    ends = joined(group, 100)[:, -1]
    which = trace.seed or 0
    path = joined(group[which], 100)[0]
    count, waiting = np.array(trace.stocks["joined"]), np.array(trace.stocks["waiting"])
    assert np.array_equal(count, path) and (count + waiting == 100).all()
    assert np.array_equal(np.cumsum(trace.flows["joins"]), count)
    assert abs(ends[which] - np.median(ends)) == np.abs(ends - np.median(ends)).min()
    assert run["joined_low"].iloc[-1] <= count[-1] <= run["joined_high"].iloc[-1]
    if settings["group"] != MODEL.DRAWN:
        assert np.array_equal(count[at], run["joined"])
    # Each person's number and round give the same picture.
    waits, joins = np.array(trace.more["waits_for"]), np.array(trace.more["joins"])
    assert [int(((joins > 0) & (joins <= now)).sum()) for now in range(101)] == count.tolist()
    assert np.array_equal(joined(waits, 100)[0], count)
    assert all(waits[k] == 0 for k in trace.more["starters"]) and len(trace.more["starters"]) == settings["starters"]
    steps = [int(((ends >= low) & (ends < low + 5)).sum()) for low in range(0, 105, 5)]
    assert trace.more["ends"] == steps and sum(steps) == len(ends)
    # The group below it is the one that fares most otherwise; and the picture ends with the last change of the two.
    beside = np.array(trace.stocks["other"])
    if settings["group"] == MODEL.DRAWN:
        assert any(np.array_equal(joined(one, 100)[0], beside) for one in group[ends == beside[-1]])
        assert abs(beside[-1] - count[-1]) == np.abs(ends - count[-1]).max()
    else:
        twin = thresholds.trace(**{**settings, "group": MODEL.LADDER + MODEL.GAP - settings["group"]})
        assert beside.tolist() == list(twin.stocks["joined"])
    last = int(trace.more["end"])
    assert len({*zip(count[last:], beside[last:], strict=True)}) == 1
    assert trace.more["stop"] == last or (count[last - 1], beside[last - 1]) != (count[last], beside[last])
    # Where it stops, the next one waits for more than are there.
    stop = trace.more["stop"]
    assert (stop is None) == (count[-1] == 100)
    if stop is not None:
        here = count[stop]
        assert here == count[-1] and np.sort(waits)[here] > here and stop == count.tolist().index(here) + 1


@pytest.mark.parametrize("setting", ["police", "homes"])
def test_it_speaks_of_other_places(setting: str) -> None:
    other = Thresholds(ModelWords.read(thresholds.words_file().with_name(f"words.{setting}.yml")), CHECKS)
    assert 0 < len(other.sentence(other.run()).split()) <= 30
    assert other.words.sentences.keys() == thresholds.words.sentences.keys() and other.title != thresholds.title


def test_sentence() -> None:
    assert thresholds.sentence(thresholds.run(group=MODEL.GAP)) == (
        "In 0 of 100 groups over half join; in 8 groups of 10, only 1 of the 100 people joins."
    )


def test_another_rule_for_ties_is_caught(caught: Caught) -> None:
    def no_ties(row: Any, rounds: int = 100) -> Any:
        return joined(np.asarray(row, dtype=float) + 1e-6, rounds)

    assert caught("thresholds", "joined", no_ties, "granovetter")
    assert caught("thresholds", "joined", no_ties, "one-mind")


@pytest.mark.parametrize("check", ["apart", "starters"])
def test_people_who_do_not_look_are_caught(caught: Caught, check: str) -> None:
    def alone(row: Any, rounds: int = 100) -> Any:
        return np.repeat((np.atleast_2d(row) <= 20).sum(axis=1)[:, None], rounds + 1, axis=1)

    assert caught("thresholds", "joined", alone, check)
