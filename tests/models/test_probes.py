"""Probes: the four ways, what is chosen, the picture, other words, and faults that must be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from systems_leadership.models.probes import CHECKS, Probes, probes
from systems_leadership.models.probes.bandit import (
    EPSILON_GREEDY,
    NOTHING,
    PLAN,
    THOMPSON,
    TRIALS,
    chosen,
    missed,
    picked,
    played,
)
from workbook.model import ModelWords

Caught = Callable[[str, str, Any, str], bool]


@pytest.mark.parametrize("way", [PLAN, TRIALS, EPSILON_GREEDY, THOMPSON])
def test_every_way_has_the_same_luck(way: int) -> None:
    """Where all ideas help equally, all ways help the same people."""
    assert np.array_equal(picked(way, 4, 0.0)[1], picked(PLAN, 4, 0.0)[1])
    used, helped = picked(way, 3, 0.2, runs=10, people=20)
    assert used.shape == helped.shape == (10, 20)


def test_equal_trials_are_equal() -> None:
    used, _ = picked(TRIALS, 5, 0.2, trial=10)
    assert np.all(used[:, :50].sum(axis=1) == 10)


def test_only_named_ways_are_taken() -> None:
    with pytest.raises(ValueError, match=r"way takes one of 1 \(one big plan\), 2"):
        probes.run(way=1.5)


def test_trials_go_on_with_what_did_best() -> None:
    """Counted by hand, winter by winter."""
    winters = played(TRIALS, 5, 0.2, runs=50)
    for offered, helped in zip(winters.offered, winters.helped, strict=True):
        wins = Counter(offered[:75][helped[:75]].tolist())
        assert set(offered[75:].tolist()) == {int(offered[-1])}
        assert wins[int(offered[-1])] == max(wins.values())


def test_chosen_is_the_tallest_pile() -> None:
    winters = played(THOMPSON, 5, 0.2, runs=50)
    marks = np.array([1, 40, 300])
    for offered, leaders in zip(winters.offered, chosen(winters, THOMPSON, 5, marks), strict=True):
        for mark, leader in zip(marks, leaders, strict=True):
            piles = Counter(offered[:mark].tolist())
            assert piles[int(leader)] == max(piles.values())
    early = chosen(played(TRIALS, 5, 0.2, runs=50), TRIALS, 5, np.array([75, 76]))
    assert (early[:, 0] == NOTHING).all() and (early[:, 1] != NOTHING).all()


def test_sentence() -> None:
    assert probes.sentence(probes.run(way=TRIALS)) == (
        "In a middling winter 132 of 300 people are helped; in 8 winters of 10, 88 to 147. The better idea is chosen "
        "in 67 winters of 100."
    )


@pytest.mark.parametrize("trial", [25, 50])
def test_trials_that_never_end_choose_nothing(trial: int) -> None:
    run = probes.run(way=TRIALS, ideas=12, trial=trial)
    assert (run["found"] == 0).all() and probes.sentence(run).endswith("The trials never end, so nothing is chosen.")
    trace = probes.trace(way=TRIALS, ideas=12, trial=trial)
    assert trace.more["chosen"] is None and "kept" not in trace.more["sentence"]
    assert (trace.more["wrong"], trace.more["nothing"], trace.more["found"]) == (0, 100, 0)


@pytest.mark.parametrize("run", probes.grid(), ids=lambda run: str(list(run.attrs["settings"].values())[:3]))
def test_the_picture_is_a_winter_from_the_middle(run: Any) -> None:
    settings = run.attrs["settings"]
    trace = probes.trace(**settings)
    way, ideas, gap = int(settings["way"]), round(settings["ideas"]), settings["gap"] / 100
    winters = played(way, ideas, gap)
    seed, told = trace.seed, trace.more
    assert seed is not None
    ends = winters.helped.sum(axis=1)
    assert abs(ends[seed] - np.median(ends)) <= 1
    assert run["helped_low"].iloc[-1] <= ends[seed] <= run["helped_high"].iloc[-1]
    ticks = np.array(trace.ticks, dtype=int)
    stocks = {name: np.array(people) for name, people in trace.stocks.items()}
    assert {*probes.points} <= set(trace.ticks) and np.all(sum(stocks.values()) == 300)
    helped = np.concatenate([[0], np.cumsum(winters.helped[seed])])
    assert np.array_equal(stocks["helped"], helped[ticks]) and np.array_equal(stocks["waiting"], 300 - ticks)
    for name in ("helped", "not_helped"):
        assert np.array_equal(np.cumsum(trace.flows[name]), stocks[name])
    assert [int(idea, 16) for idea in told["offered"]] == winters.offered[seed].tolist()
    assert [mark == "1" for mark in told["helped"]] == winters.helped[seed].tolist()
    assert told["better"] == winters.better[seed]
    piles = Counter(told["offered"])
    assert piles[f"{told['chosen']:X}"] == max(piles.values())
    assert told["wrong"] == round(100 - probes.at(run, "found")) and told["nothing"] == 0
    # It ends as most of them do, and says so.
    right = told["better"] == told["chosen"]
    assert right == (probes.at(run, "found") >= 50)
    kept = (
        f"The better idea is kept in it, as in {told['found']}"
        if right
        else f"A wrong idea is kept in it, as in {told['wrong']}"
    )
    assert f"{kept} of 100 winters; {ends[seed]} of 300 people" in told["sentence"]
    # Picture and sentence say the same of all 400 winters.
    assert f"in {trace.more['found']} winters" in probes.sentence(run)
    assert trace.more["truth"] == [30 + settings["gap"], 30]


@pytest.mark.parametrize("setting", ["police", "homes"])
def test_it_speaks_of_other_places(setting: str) -> None:
    other = Probes(ModelWords.read(probes.words_file().with_name(f"words.{setting}.yml")), CHECKS)
    assert 0 < len(other.sentence(other.run()).split()) <= 30
    assert other.words.sentences.keys() == probes.words.sentences.keys() and other.title != probes.title


def test_no_exploring_is_caught(caught: Caught) -> None:
    assert caught("probes", "missed", partial(missed, explore=0), "straight")


def test_exploring_in_secret_is_caught(caught: Caught) -> None:
    def secret(*args: Any, **more: Any) -> Any:
        return picked(*args, **{**more, "explore": 0.1})

    assert caught("probes", "picked", secret, "locks-on")


def test_trials_that_learn_nothing_are_caught(caught: Caught) -> None:
    def deaf(way: int, *args: Any, **more: Any) -> Any:
        return played(PLAN, *args, **more)

    assert caught("probes", "played", deaf, "one-in-three")


def test_a_choice_before_the_end_is_caught(caught: Caught) -> None:
    def hasty(found: Any, way: int, *args: Any) -> Any:
        return chosen(found, PLAN, *args)

    assert caught("probes", "chosen", hasty, "never-done")
