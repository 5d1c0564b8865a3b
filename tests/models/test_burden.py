"""Shifting the burden: a second telling household by household, the picture, other words, and faults to be seen."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.burden import CHECKS, Burden, burden, households, years_on
from workbook.model import Floats, ModelWords

Caught = Callable[[str, str, Any, str], bool]
SCALE = 600  # districts rolled into one, so that chance evens out


def event_by_event(kept: float, weeks: tuple[float, ...], erosion: float = 0.1, seed: int = 1) -> Floats:
    """One household, one person at a time: in crisis, calmed, at lasting work, per district, shape (weeks, 3).

    Written from the words of the model, with whole households and exponential waits (Gillespie), and no steps.
    """
    chance, now = Random(seed), 0.0
    crisis, calm, here, away = 9 * SCALE, 3 * SCALE, 9 * SCALE, SCALE
    told = []
    for week in weeks:
        while True:
            visits = (0.04 + (1.0 if now < kept else 0.0)) * crisis
            settled = 0.5 * here / (crisis + calm + 5.0 * SCALE)
            rates = (3.0 * SCALE, visits, calm / 6.0, settled * crisis, settled * calm, 0.03 * away)
            now += chance.expovariate(sum(rates))
            if now > week:
                now = week  # no memory: the next wait can begin here
                break
            event = chance.choices(range(6), rates)[0]
            if event == 0:
                crisis += 1
            elif event == 1:
                crisis, calm = crisis - 1, calm + 1
                if chance.random() < erosion * here / (10.0 * SCALE):
                    here, away = here - 1, away + 1
            elif event == 2:
                calm -= 1
                crisis += chance.random() < 0.9
            elif event == 3:
                crisis -= 1
            elif event == 4:
                calm -= 1
            else:
                here, away = here + 1, away - 1
        told.append((crisis, calm, here))
    return np.array(told) / SCALE


@pytest.mark.parametrize("kept", [20.0, 70.0])
def test_the_same_told_household_by_household(kept: float) -> None:
    weeks = (1.0, 5.0, 20.0, 40.0, 70.0)
    found = households(kept, points=weeks)
    assert np.allclose(event_by_event(kept, weeks).T, [part[0] for part in found[:3]], rtol=0.12, atol=0.3)


@settings(max_examples=20, deadline=None)
@given(st.tuples(st.floats(0, 200), st.floats(0, 0.2), st.floats(0, 0.3), st.floats(0, 0.95), st.floats(0, 1)))
def test_nothing_is_ever_below_nought(parts: tuple[float, ...]) -> None:
    found = np.array(households(*parts, points=np.arange(0, 201.0, 5)))
    assert np.isfinite(found).all() and (found >= 0).all() and (found[2] <= 10).all()


def test_nothing_differs_until_the_vans_stop() -> None:
    weeks = np.arange(0, 61.0)
    kept, stopped = households(200, points=weeks), households(60, rebuilt=0.12, points=weeks)
    assert np.allclose(kept.crisis, stopped.crisis)


def test_years_on_is_the_run_that_stops_there() -> None:
    assert np.isclose(years_on([20.0, 50.0])[0, 1], households(50, points=[258]).crisis[0, 0])


@pytest.mark.parametrize("run", burden.grid()[::4], ids=lambda run: str(list(run.attrs["settings"].values())[:3]))
def test_the_picture_is_the_run(run: Any) -> None:
    trace = burden.trace(**run.attrs["settings"])
    at = [trace.ticks.index(float(point)) for point in burden.points]
    stocks, flows = ({k: np.array(v) for k, v in part.items()} for part in (trace.stocks, trace.flows))
    assert np.array_equal(stocks["crisis"][at], np.rint(run["crisis"]))
    assert np.array_equal(stocks["at_work"][at], np.rint(run["team"]))
    assert (stocks["at_work"] + stocks["pulled_off"] == 10).all()
    assert all((people >= 0).all() and people[0] == 0 for people in flows.values())
    changes = {
        "crisis": flows["new"] + flows["back"] - flows["visited"] - flows["crisis_settled"],
        "calm": flows["visited"] - flows["back"] - flows["recovered"] - flows["calm_settled"],
        "settled": flows["crisis_settled"] + flows["calm_settled"],
        "recovered": flows["recovered"],
        "at_work": flows["returned"] - flows["pulled"],
    }
    for place, change in changes.items():
        assert np.array_equal(np.diff(stocks[place]), change[1:]), place
    for name, flow in (("visited", "visits"), ("back", "ends")):
        made = households(**{k: v / 100 if k != "kept" else v for k, v in run.attrs["settings"].items()})
        assert abs(flows[name].sum() - getattr(made, flow)[0, 0] * (0.9 if name == "back" else 1)) <= 3
    assert trace.more["too_late"] == burden.too_late(run) and len(trace.stocks["vans"]) == len(trace.ticks)


def test_sentence() -> None:
    assert burden.sentence(burden.run()) == (
        "In week 200 about 21 households are in crisis, and about 1 of 10 people gives lasting help. From about week "
        "35 on, stopping the vans comes too late."
    )
    assert burden.sentence(burden.run(erosion=0)).endswith("In no week does stopping the vans come too late.")


@pytest.mark.parametrize("setting", ["police", "homes"])
def test_it_speaks_of_other_places(setting: str) -> None:
    other = Burden(ModelWords.read(burden.words_file().with_name(f"words.{setting}.yml")), CHECKS)
    assert 0 < len(other.sentence(other.run()).split()) <= 30
    assert other.words.sentences.keys() == burden.words.sentences.keys() and other.title != burden.title


@pytest.mark.parametrize(
    "fault, check",
    [
        ({"new": 3.2}, "resting"),
        ({"erosion": 0.0}, "quiet"),
        ({"new": 2.5}, "shifts"),
        ({"lasts": 0.5}, "too-late"),
        ({"comeback": 0.5}, "shifts"),
    ],
)
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    def wrong(*args: Any, **more: Any) -> Any:
        return households(*args, **{**more, **fault})

    assert caught("burden", "households", wrong, check)


def test_households_from_nowhere_are_caught(caught: Caught) -> None:
    def haunted(*args: Any, **more: Any) -> Any:
        found = households(*args, **more)
        return found._replace(calm=found.calm + 0.01 * found.visits)

    assert caught("burden", "households", haunted, "conservation")
