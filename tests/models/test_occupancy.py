"""Slack: the loss formula against the textbook, the picture against the formula, and a fault that must be seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import factorial
from typing import Any

import numpy as np
import pytest

from systems_leadership.models.occupancy import CHECKS, Occupancy, blocked, load_for, occupancy
from systems_leadership.models.occupancy.model import LEVELS, MOST_WARDS
from systems_leadership.models.occupancy.ward import DRAWN, STAY, follow
from workbook.model import ModelWords

Caught = Callable[[str, str, Any, str], bool]


@pytest.mark.parametrize("beds, load", [(1, 0.5), (5, 4.0), (20, 30.0)])
def test_formula_is_the_textbook_one(beds: int, load: float) -> None:
    terms = [load**k / factorial(k) for k in range(beds + 1)]
    assert blocked(beds, load) == pytest.approx(terms[-1] / sum(terms))


def test_load_gives_the_occupancy_asked_for() -> None:
    beds, full = np.array([[1], [20], [400], [2000]]), np.array([0.0, 0.3, 0.6, 0.98])
    load = load_for(beds, full)
    assert np.allclose(load * (1 - blocked(beds, load)) / beds, full, atol=1e-6)


def test_sentence() -> None:
    said = occupancy.sentence(occupancy.run(beds=100, wards=4))
    assert said == (
        "At 85% full 15 of 1,000 arrivals find no bed. For 95%, 27 in 100 more must come, and 135 find none. "
        "With beds shared: 0 and 24."
    )


@pytest.mark.parametrize("beds, full", [(20, 0.85), (100, 0.95)])
def test_person_by_person_it_is_the_formula(beds: int, full: float) -> None:
    """Over 3,000 days, by events: beds in use to 1 in 100 and people without a bed to 1 in 10."""
    load = float(load_for(beds, full))
    ward = follow(beds, load, np.random.default_rng(5), tuple(np.arange(0, 3001.0).tolist()))
    assert sum(ward.come) == pytest.approx(load / STAY * 3000, rel=0.02)
    assert np.mean(ward.in_use) == pytest.approx(beds * full, rel=0.01)
    assert sum(ward.bounced) / sum(ward.come) == pytest.approx(float(blocked(beds, load)), rel=0.1)


PAGE = [(beds, wards) for beds in occupancy.controls[0].steps for wards in occupancy.controls[1].steps]


@pytest.mark.parametrize("beds, wards", PAGE)
@pytest.mark.parametrize("full", [85.0, 95.0])
def test_trace_is_an_ordinary_fortnight(beds: float, wards: float, full: float) -> None:
    trace = occupancy.trace(full=full, beds=beds, wards=wards)
    assert trace.seed in range(DRAWN) and len(trace.ticks) <= 120
    stock = {name: np.array(people) for name, people in trace.stocks.items()}
    flow = {name: np.array(people) for name, people in trace.flows.items()}
    assert all(people[0] == 0 and people.min() >= 0 for people in flow.values())
    gained = flow["come"] - flow["bounced"] - flow["leave"]
    assert (np.diff(stock["alone"], prepend=stock["alone"][0]) == gained).all()
    assert (stock["alone"] + stock["free"] == beds * wards).all() and stock["free"].min() >= 0
    each = [stock[f"ward_{at + 1}"] for at in range(MOST_WARDS)]
    assert np.array_equal(sum(each), stock["alone"]) and max(ward.max() for ward in each) <= beds
    assert [trace.more[f"beds_{at + 1}"] for at in range(MOST_WARDS)] == [beds if at < wards else 0 for at in range(5)]
    assert (stock["elsewhere"] == flow["bounced"].cumsum()).all()
    if wards == 1:
        assert trace.stocks["elsewhere"] == trace.stocks["elsewhere_shared"]
    run = occupancy.run(beds=beds, wards=wards)
    for place, end, size in (("alone", "", beds), ("shared", "_shared", beds * wards)):
        expected = occupancy.at(run, place, full) / 1000 * float(load_for(size, full / 100)) * 14 / STAY
        expected *= wards if place == "alone" else 1
        # A fortnight near the average: within about a seventh of it, or three people.
        assert abs(stock[f"elsewhere{end}"][-1] - expected) <= max(3.0, expected / 7 + 1)
    assert np.mean(trace.stocks["alone"]) / (beds * wards) == pytest.approx(full / 100, abs=0.03)


def test_the_picture_says_what_its_handle_hides_and_that_it_is_one_of_many() -> None:
    trace = occupancy.trace(full=95.0)
    gone = trace.stocks["elsewhere"][-1]
    assert trace.more["sentence"] == (
        "95% full: 127 come for every 100 at 85%. The picture is one ordinary fortnight of many. In it "
        f"{gone} people find no bed."
    )
    assert [occupancy.trace(full=level, beds=20).more["full"] for level in LEVELS] == list(LEVELS)


def test_one_bed_too_many_is_caught(caught: Caught) -> None:
    assert caught("occupancy", "blocked", lambda beds, load: blocked(np.asarray(beds) + 1, load), "reference")


@pytest.mark.parametrize("check", ["convex", "no-law", "pooling", "extremes", "flows"])
def test_a_formula_that_forgets_chance_is_caught(caught: Caught, check: str) -> None:
    """As if people came evenly: none is turned away until the ward is full."""

    def evenly(beds: Any, load: Any) -> Any:
        return np.maximum(0, 1 - np.asarray(beds) / np.maximum(load, 1e-12)) + 0.001

    assert caught("occupancy", "blocked", evenly, check) or caught(
        "occupancy", "turned_away", lambda beds, full: 0 * np.asarray(full) + 0.01, check
    )


def test_a_load_without_those_turned_away_is_caught(caught: Caught) -> None:
    assert caught("occupancy", "load_for", lambda beds, full: np.asarray(beds) * full, "more-come")


@pytest.mark.parametrize("setting", ["homes", "police"])
def test_other_settings_have_all_the_words(setting: str) -> None:
    """The same model with other names: all is said, in sentences of the same length, and with the same numbers."""
    words = ModelWords.read(Occupancy.words_file().with_name(f"words.{setting}.yml"))
    other = Occupancy(words, CHECKS)
    assert [control.name for control in other.controls] == [control.name for control in occupancy.controls]
    said, usual = (re.findall(r"[\d,]+", model.sentence(model.run())) for model in (other, occupancy))
    assert said == usual and len(other.sentence(other.run()).split()) <= 30
    used = {control.unit for control in other.controls}
    assert used <= words.units.keys() and words.checks.keys() == occupancy.words.checks.keys()
