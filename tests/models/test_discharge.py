"""The discharge model in beds and packages, over the whole range of its equations and by other means."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache, partial
from itertools import product
from math import factorial
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.discharge import discharge
from systems_leadership.models.discharge.flow import SEEDS, Flow, flows
from systems_leadership.models.discharge.model import BALANCE, BED, CARE_SHORT, PACKAGE, TICKS, YEAR, bought, middle
from workbook.course import current
from workbook.lesson import Lesson

Caught = Callable[[str, str, Any, str], bool]
START = CARE_SHORT._asdict()


@settings(max_examples=20, deadline=None)
@given(
    beds=st.integers(0, 300),
    packages=st.integers(0, 1500),
    arrivals=st.floats(0, 60),
    stay=st.floats(1.5, 20),
    share=st.floats(0, 1),
    months=st.floats(1, 60),
    hold=st.booleans(),
    chance=st.booleans(),
)
def test_no_one_is_lost_and_no_stock_is_negative(**given: Any) -> None:
    flow = flows(**given, days=np.arange(0.0, 60.0), seeds=8)
    waiting, treated, delayed, cared_for, arrived, admitted, left, ready, started, ended = flow
    for stock, in_, out in (
        (waiting, arrived, admitted),
        (treated, admitted, left + ready),
        (delayed, ready, started),
        (cared_for, started, ended),
    ):
        assert np.allclose(stock - stock[..., :1], in_ - out, atol=1e-6)
    assert np.isfinite(np.array(flow)).all() and np.array(flow).min() >= -1e-9
    assert (np.diff(np.array(flow[4:])) >= -1e-9).all(), "nobody walks backwards"
    in_bed = treated + (delayed if given["hold"] else 0)
    assert (in_bed <= given["beds"] + 1e-6).all()
    assert (cared_for <= given["packages"] + 1e-6).all()
    if given["chance"]:
        assert (np.array(flow) == np.rint(flow)).all(), "people are whole"


def test_runs_side_by_side_are_the_same_as_one_by_one() -> None:
    both = flows([100, 140], [657, 700], [5, 4.5], days=[365])
    assert (both.waiting[1] == flows(140, 700, 4.5, days=[365]).waiting[0]).all()
    assert (both.waiting[0] == flows(100, 657, days=[365, 400]).waiting[0, :, :1]).all()


def test_with_care_for_all_more_beds_never_mean_a_longer_wait() -> None:
    """The same people come in each setting: so it holds in every single run, and not only in the middle one."""
    less, more = flows([98, 102], 2000, days=np.arange(0, 730, 10)).waiting
    assert (more <= less).all() and (more < less).any()


def test_days_between_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="rising multiples of dt"):
        flows(100, 657, days=[0.5])


def event_by_event(beds: int, packages: int, seed: int, days: float = 365) -> tuple[int, int, int, int]:
    """The same hospital with other means: one event after another at any moment, by an exponential clock."""
    drawn = random.Random(seed)
    waiting, treated, delayed, cared_for = 0, START["treated"], START["delayed"], START["cared_for"]
    now = 0.0
    while True:
        come, well, end = 20.0, treated / 5, cared_for / 730
        now += drawn.expovariate(come + well + end)
        if now > days:
            return waiting, treated, delayed, cared_for
        which = drawn.random() * (come + well + end)
        if which < come:
            waiting += 1
        elif which < come + well:
            treated -= 1
            delayed += drawn.random() < 0.05
        else:
            cared_for -= 1
        while delayed and cared_for < packages:
            delayed, cared_for = delayed - 1, cared_for + 1
        while waiting and treated + delayed < beds:
            waiting, treated = waiting - 1, treated + 1


@pytest.mark.parametrize("more_beds, more_packages", [(4, 0), (2, 46), (0, 93)])
def test_event_by_event_it_is_the_same(more_beds: int, more_packages: int) -> None:
    """Means of 80 years told in events, and of 200 in days, to three standard errors of the difference."""
    beds, packages = START["beds"] + more_beds, START["packages"] + more_packages
    told = np.array([event_by_event(beds, packages, seed) for seed in range(80)], dtype=float)
    people = {name: START[name] for name in ("treated", "delayed", "cared_for")}
    stepped = np.array(flows(beds, packages, days=[365], **people)[:4])[:, 0, :, 0].T
    error = np.sqrt(told.var(axis=0) / len(told) + stepped.var(axis=0) / len(stepped))
    assert (np.abs(told.mean(axis=0) - stepped.mean(axis=0)) <= 3 * error + 0.5).all()


def test_a_queue_without_care_is_the_textbook_one() -> None:
    """Erlang's delay formula: with no one in need of care, so many wait on average in the long run."""
    beds, load = 10, 8.0
    last = load**beds / factorial(beds) * beds / (beds - load)
    must_wait = last / (sum(load**k / factorial(k) for k in range(beds)) + last)
    queue = must_wait * load / (beds - load)
    days = np.arange(200, 1500, 5.0)
    found = flows(beds, 0, arrivals=load / 5, share=0, treated=8, days=days, dt=0.25, seeds=60).waiting.mean()
    assert found == pytest.approx(queue, rel=0.1)


def test_money_buys_whole_beds_and_the_rest_care() -> None:
    beds, packages = bought([1600] * 5, np.arange(0, 1.1, 0.25))
    assert beds.tolist() == [4, 3, 2, 1, 0] and packages.tolist() == [0, 23, 46, 70, 93]
    assert [float(one) for one in bought(300, 0)] == [0, 17]


def test_sentence_counts_people() -> None:
    assert discharge.sentence(discharge.run()) == (
        "After a year 851 people wait to come in, in the middle one of 200 runs. "
        "A good year ends with 350, a bad one with 1,344."
    )
    assert discharge.sentence(discharge.run(to_care=100)) == (
        "After a year no one waits to come in, in the middle one of 200 runs. Good years and bad ones end the same way."
    )


PAGE = [
    dict(zip(("to_care", "extra_money", "short"), steps, strict=True))
    for steps in product(*(control.steps for control in discharge.page_controls))
]


@cache
def runs() -> tuple[list[pd.DataFrame], Flow]:
    """Every page run, and every run by chance behind it."""
    grid = discharge.grid()
    settings = {c.name: np.array([run.attrs["settings"][c.name] for run in grid]) for c in discharge.controls}
    return grid, discharge.follow(settings, TICKS)


@pytest.mark.parametrize("place", range(len(PAGE)), ids=map(str, PAGE))
def test_trace_is_one_of_the_runs(place: int) -> None:
    grid, flow = runs()
    trace, run = discharge.trace(**PAGE[place]), grid[place]
    assert PAGE[place].items() <= run.attrs["settings"].items()
    assert trace.seed is not None and trace.seed in range(SEEDS)
    assert trace.ticks == TICKS and set(discharge.points) <= set(trace.ticks) and len(trace.ticks) <= 120
    for name, of in (("waiting", "waiting"), ("treated", "treated"), ("ready", "delayed"), ("cared_for",) * 2):
        assert list(trace.stocks[name]) == getattr(flow, of)[place, trace.seed].tolist()
    year = trace.ticks.index(YEAR)
    waiting, low, high = (discharge.at(run, name, YEAR) for name in ("waiting", "delayed_low", "delayed_high"))
    assert trace.stocks["waiting"][year] == waiting, "the picture ends where the sentence says"
    assert low <= trace.stocks["ready"][year] <= high
    ready, usual = trace.stocks["ready"][year], discharge.at(run, "delayed", YEAR)
    said = trace.more["sentence"]
    assert discharge.words.say("delayed", float(ready)) in said and f"({usual:,.0f} in the middle run)" in said
    come, go = trace.flows, {name: np.diff(stock) for name, stock in trace.stocks.items()}
    for stock, ins, outs in (
        ("waiting", ["arrive"], ["admit"]),
        ("treated", ["admit"], ["leave", "ready"]),
        ("ready", ["ready"], ["start_care"]),
        ("cared_for", ["start_care"], ["end_care"]),
    ):
        moved = np.sum([come[way] for way in ins], axis=0) - np.sum([come[way] for way in outs], axis=0)
        assert moved[0] == 0 and go[stock].tolist() == moved[1:].tolist()
    assert min(map(min, come.values())) >= 0


def test_the_same_people_come_in_every_setting() -> None:
    arrivals = [flows(beds, 600, days=[365]).arrived for beds in (90, 200)]
    assert (arrivals[0] == arrivals[1]).all()


def test_middle_is_a_run_and_keeps_people_whole() -> None:
    assert middle(np.arange(200.0).reshape(1, 200, 1)).ravel().tolist() == [19, 99, 179]


@pytest.mark.parametrize(
    "fault, check",
    [
        ({"share": 0.06}, "paper"),
        ({"months": 25}, "paper"),
        ({"arrivals": 21}, "story"),
        ({"share": 0.0}, "story"),
        ({"hold": False}, "story"),
        ({"hold": True}, "held"),
        ({"chance": False}, "chance"),
        ({"arrivals": 16}, "counter"),
        ({"share": 0.0}, "quarter"),
        ({"stay": 5}, "process"),
        ({"months": 36}, "little"),
        ({"share": 0.04}, "best-split"),
        ({"arrivals": 18}, "postponed"),
        ({"share": 0.2}, "lag"),
    ],
    ids=str,
)
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    def faulty(*args: Any, **given: Any) -> Any:
        return flows(*args, **given | fault)

    assert caught("discharge", "flows", faulty, check)


def test_a_step_of_the_wrong_length_is_caught(caught: Caught) -> None:
    wrong = partial(flows, arrivals=20.0)

    def faulty(*args: Any, **given: Any) -> Any:
        return wrong(*args, **given | {"stay": 5 * given.get("dt", 1.0)})

    assert caught("discharge", "flows", faulty, "half-step")


def test_the_trade_off_of_lesson_3_shows_what_the_model_gives() -> None:
    """The stops carry numbers, so that the page needs no model; here they are proven."""
    lesson = Lesson("when-is-it-relevant", current())
    stops = lesson.specs["split-the-money"].stops  # type: ignore[attr-defined]
    care = np.array([0.19, 0.205, 0.22, 0.2383, 0.255, 0.27, 0.286])
    assert [stop.text for stop in stops] == [f"{round(100 * share, 1):g}%" for share in care]
    for name, money in (("outcome", BALANCE), ("more", 1.05 * BALANCE)):
        beds, packages = np.round(money * (1 - care) / BED), np.round(money * care / PACKAGE)
        found = middle(flows(beds, packages, days=[YEAR]).waiting)[:, :, 0].T.astype(int).tolist()
        assert [[one.low, one.middle, one.high] for one in (getattr(stop, name) for stop in stops)] == found
        if name == "outcome":
            told = [f"{b:.0f} beds, {p:.0f} care packages" for b, p in zip(beds, packages, strict=True)]
            assert [stop.has for stop in stops] == told
    for version in lesson.versions["split-the-money"].values():
        for stop, first in zip(version.stops, stops, strict=True):  # type: ignore[attr-defined]
            assert stop.model_dump(exclude={"has"}) == first.model_dump(exclude={"has"})
            assert re.findall(r"\d+", stop.has) == re.findall(r"\d+", first.has)
