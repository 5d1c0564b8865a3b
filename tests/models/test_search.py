"""Search: links, landscapes, the search agent by agent, its trace, and faults that must be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.search import agents, search
from systems_leadership.models.search.agents import ALONE, BEST, BEST_OF_THREE, MAJORITY, search_paths
from systems_leadership.models.search.landscape import CHOICES, landscapes
from workbook.model.trace import Trace

Caught = Callable[[str, str, Any, str], bool]
SETTINGS = [
    {"links": links, "tangle": tangle, "rule": rule}
    for links in search.controls[0].steps
    for tangle in search.controls[1].steps
    for rule in search.controls[2].steps
]
EACH_SETTING = pytest.mark.parametrize("given", SETTINGS, ids=lambda one: "-".join(f"{v:g}" for v in one.values()))


def test_landscapes_have_one_top_and_differ() -> None:
    scores = landscapes(5)
    assert np.all(scores.max(axis=1) == 1) and scores.min() >= 0
    assert len(scores) >= 200 and not np.array_equal(scores[0], scores[1])


def test_a_choice_depends_on_as_many_others_as_the_tangle() -> None:
    """Without a tangle each choice adds its own worth, whatever the others are; with one it does not."""

    def spread(tangle: int) -> float:
        scores = landscapes(tangle, count=1)[0]
        places = np.arange(2**CHOICES)
        return max(float(np.ptp((scores[places | bit] - scores[places & ~bit])[places & bit > 0])) for bit in (1, 64))

    assert spread(0) < 1e-5 and spread(5) > 0.01


@settings(max_examples=20, deadline=None)
@given(links=st.sampled_from([2, 4, 8, 16, 32, 96, 99]), seed=st.integers(0, 1000))
def test_agents_see_only_whom_they_are_linked_to(links: int, seed: int) -> None:
    own = np.random.default_rng(seed).random((3, agents.AGENTS), dtype=np.float32)
    best = agents.best_seen(own, links)
    half = agents.AGENTS // 2 if links == agents.ALL else links // 2
    for row in range(3):
        for one in range(agents.AGENTS):
            around = [(one + away) % agents.AGENTS for away in range(-half, half + 1)]
            assert best[row, one] == max(around, key=lambda other: own[row, other])


@pytest.mark.parametrize("links", [4, 8, 32, 99])
def test_three_different_neighbours_are_asked_and_each_as_often(links: int) -> None:
    three = agents.asked(1, 7, links)
    away = (three - np.arange(agents.AGENTS)) % agents.AGENTS
    near = np.minimum(away, agents.AGENTS - away)
    assert near.min() == 1 and near.max() == (links + 1) // 2
    assert np.all(three[0] != three[1]) and np.all(three[1] != three[2]) and np.all(three[0] != three[2])
    counts = np.bincount(away.ravel())
    assert np.count_nonzero(counts) == links
    assert counts[counts > 0].min() > 0.8 * counts.max()


def by_hand(tangle: int, links: int, rule: int, landscape: int, rounds: int) -> list[list[int]]:
    """The combinations of every agent after each round, one agent after the other, with the same luck."""
    scores = landscapes(tangle)[landscape]
    held = agents.begin(tangle, 2007)[2].combos[landscape].tolist()
    told = [held]
    for now in range(1, rounds + 1):
        tries, three = agents.luck(now, 2007)[landscape], agents.asked(now, 2007, links)[:, landscape]
        after = []
        for one, mine in enumerate(held):
            around = [other for other in range(100) if 1 <= min((other - one) % 100, (one - other) % 100) <= links / 2]
            seen = [held[other] for other in (range(100) if links == 99 else around)]
            asked = [held[other] for other in three[:, one]]
            twice = [combo for combo in asked if asked.count(combo) > 1]
            copy = {
                ALONE: [mine],
                BEST: seen,
                MAJORITY: twice[:1] or [mine],
                BEST_OF_THREE: asked,
            }[rule]
            best = max(copy, key=lambda combo: float(scores[combo]))
            tried = mine ^ (1 << int(tries[one]))
            after.append(best if scores[best] > scores[mine] else tried if scores[tried] > scores[mine] else mine)
        held = after
        told.append(held)
    return told


@pytest.mark.parametrize("links", [4, 8, 99])
@pytest.mark.parametrize("rule", [ALONE, BEST, MAJORITY, BEST_OF_THREE])
def test_agent_by_agent_it_is_the_same_search(links: int, rule: int) -> None:
    told = by_hand(5, links, rule, 11, 25)
    scores = landscapes(5)[11]
    path = search_paths(5, links, rule, 25)
    assert np.allclose(scores[np.array(told)].astype(float).mean(axis=1), path.score[11], atol=1e-6)
    assert [len(set(held)) for held in told] == path.ways[11].tolist()
    assert np.array_equal(agents.tell(5, links, rule, 11, 25).combos, told)


def test_a_search_that_is_done_may_be_left() -> None:
    """Landscapes are left out once nothing can change there: the end is the same as without that."""
    for rule in (ALONE, BEST, MAJORITY):
        told = agents.tell(5, 8, rule, 3, 100)
        assert np.allclose(told.own.astype(float).mean(axis=1), search_paths(5, 8, rule, 100).score[3])


def replayed(trace: Trace) -> tuple[np.ndarray, np.ndarray]:
    """Each person's combination and score at each tick, from what a picture is given."""
    held = [list(trace.more["start"])]
    for copied, tried in zip(trace.more["copied"][1:], trace.more["tried"][1:], strict=True):
        now = list(held[-1])
        for leaps in (copied, tried):
            for person, way in zip(leaps[::2], leaps[1::2], strict=True):
                assert now[person] != way
                now[person] = way
        held.append(now)
    columns = np.array(held)
    return columns, np.array(trace.more["score"])[columns]


@EACH_SETTING
def test_the_trace_is_one_run_of_the_band(given: dict[str, float]) -> None:
    run, trace = search.run(**given), search.trace(**given)
    assert set(run.index) <= set(trace.ticks) and list(trace.ticks) == sorted(trace.ticks)
    columns, scores = replayed(trace)
    paths, _ = search.paths(**given)
    marks = np.array(trace.ticks, dtype=int)
    assert trace.seed is not None
    assert np.allclose(scores.mean(axis=1), 1000 * paths.score[trace.seed, marks], atol=0.51)
    assert [len(set(row)) for row in columns.tolist()] == paths.ways[trace.seed, marks].tolist()
    # From inside the band and near the median, and on the same landscape whomever people see.
    end = 100 * paths.score[trace.seed, -1]
    assert run["score_low"].iloc[-1] - 0.2 <= end <= run["score_high"].iloc[-1] + 0.2
    assert abs(end - run["score"].iloc[-1]) <= 2
    assert trace.seed == search.told(**{**given, "links": 4})[0]


def test_the_best_way_is_in_the_picture_though_nobody_is_there() -> None:
    trace = search.trace()
    peaks, score = trace.more["peaks"], trace.more["score"]
    heights = [score[one] for one in peaks]
    assert heights[0] == 1000 and heights == sorted(heights, reverse=True)
    assert trace.stocks["top"][-1] == 0
    # What two runs share has the same numbers, so it stands at the same places.
    other = search.trace(links=4).more
    assert other["peaks"] == peaks and other["start"] == trace.more["start"]
    assert other["score"][: max(peaks) + 1] == score[: max(peaks) + 1]
    one = trace.ticks.index(trace.more["one"])
    assert set(trace.stocks["ways"][one:]) == {1} and trace.stocks["ways"][one - 1] > 1


@EACH_SETTING
def test_nobody_is_lost_on_the_way(given: dict[str, float]) -> None:
    trace = search.trace(**given)
    below, top = (np.array(trace.stocks[name]) for name in ("below", "top"))
    assert np.all(below + top == 100)
    assert np.array_equal(np.diff(top), trace.flows["reached"][1:]) and min(trace.flows["reached"]) >= 0
    columns, scores = replayed(trace)
    assert np.array_equal((np.array(trace.more["score"]) == 1000)[columns].sum(axis=1), top)
    assert np.all(np.diff(scores, axis=0) >= 0)  # nobody takes up what is worse
    leaps = np.array(trace.flows["copied"]) + trace.flows["tried"]
    assert np.array_equal((np.diff(columns, axis=0) != 0).sum(axis=1), leaps[1:])
    assert trace.more["end"] == trace.ticks[int(np.flatnonzero(leaps)[-1])]  # the picture ends with the last change
    if given["rule"] == ALONE:
        assert sum(trace.flows["copied"]) == 0
    if trace.ticks[1] == 1:  # each round by itself: a copy is of a way that another held before
        for now, copied in enumerate(trace.more["copied"][1:41]):
            assert set(copied[1::2]) <= set(columns[now].tolist())
    # One landscape for all links of a rule: it has each way that is met here, and more.
    assert set(columns.ravel().tolist()) <= set(range(len(trace.more["score"])))


def test_sentence() -> None:
    said = search.sentence(search.run())
    assert said == (
        "After 10 rounds the middle group uses one single way, worth 93 of 100 on average; after 100 rounds, 93. "
        "8 of 10 groups end between 87 and 98."
    )
    said = search.sentence(search.run(rule=MAJORITY))
    assert "uses 98 different ways, worth 79 of 100 on average; after 100 rounds, 100." in said


def other(change: Callable[..., dict[str, Any]]) -> Any:
    """The searches with one of their arguments changed."""

    def paths(tangle: int, links: int, rule: int = BEST, rounds: int = 100, seed: int = 2007) -> Any:
        given = {"tangle": tangle, "links": links, "rule": rule, "rounds": rounds, "seed": seed}
        return search_paths(**(given | change(**given)))

    return paths


@pytest.mark.parametrize(
    "change, check",
    [
        (lambda links, **_: {"links": 8}, "crossing"),
        (lambda links, **_: {"links": min(links, 8)}, "copying"),
        (lambda links, **_: {"links": 8}, "turned"),
        (lambda rule, **_: {"rule": min(rule, BEST)}, "copying"),
        (lambda rule, **_: {"rule": {MAJORITY: BEST_OF_THREE}.get(rule, rule)}, "three"),
        (lambda rule, **_: {"rule": max(rule, BEST)}, "alone"),
        (lambda tangle, **_: {"tangle": 3}, "simple"),
        (lambda links, **_: {"links": {8: 99}.get(links, links)}, "eight"),
        (lambda tangle, **_: {"tangle": 0}, "copying"),
        (lambda tangle, **_: {"tangle": 0}, "reference"),
        (lambda links, **_: {"links": 4}, "middle"),
    ],
)
def test_a_fault_is_caught(caught: Caught, change: Callable[..., dict[str, Any]], check: str) -> None:
    assert caught("search", "search_paths", other(change), check)
