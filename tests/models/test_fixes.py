"""Fixes that fail: people are conserved, other means give the same, and faults must be seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.fixes import CHECKS, Fixes, fixes, follow
from workbook.model import Floats, ModelWords

Caught = Callable[[str, str, Any, str], bool]
WEEKS = np.arange(0, 121)


def test_runs_side_by_side_are_the_same_as_one_by_one() -> None:
    both = follow([0.3, 0.5], strength=[0.1, 0.3])
    assert np.allclose(both[:, 1], follow(0.5, strength=0.3)[:, 0])


@settings(max_examples=25, deadline=None)
@given(
    comeback=st.floats(0, 1),
    strength=st.floats(0, 0.5),
    delay=st.floats(1, 52),
    relief=st.floats(0, 1),
    surplus=st.floats(0, 3),
)
def test_no_one_is_lost_and_nothing_is_negative(**given: Any) -> None:
    waiting, away, sent, back = follow(**given, points=np.arange(0, 60))[:, 0]
    assert np.isfinite([waiting, away, sent, back]).all() and min(waiting.min(), away.min()) >= 0
    assert (np.diff(sent) >= 0).all() and (np.diff(back) >= 0).all()
    assert np.allclose(away, given["comeback"] * sent - back, atol=1e-9)
    expected = 10 + given["surplus"] * np.arange(60) + back - given["relief"] * sent
    assert np.allclose(waiting, expected, atol=1e-9)


def closed_form(comeback: float, strength: float, delay: float, weeks: Floats) -> Floats:
    """The list by other means: below ten sent home a week the equations are linear, and eigenvalues solve them."""
    on = 3 / delay
    change = np.array(
        [
            [-0.3 * strength, 0, 0, on],
            [comeback * strength, -on, 0, 0],
            [0, on, -on, 0],
            [0, 0, on, -on],
        ]
    )
    values, vectors = np.linalg.eig(change)
    weights = np.linalg.solve(vectors, np.array([10, 0, 0, 0], dtype=complex))
    found = (vectors[0] * weights * np.exp(np.outer(weeks, values))).sum(axis=1)
    return np.asarray(found.real)


@pytest.mark.parametrize("comeback, strength, delay", [(0.5, 0.1, 12.0), (0.2, 0.3, 4.0), (0.4, 0.2, 24.0)])
def test_the_closed_form_is_the_same(comeback: float, strength: float, delay: float) -> None:
    """To 1 in 100: the list stays below the point at which no more can be sent home."""
    exact = closed_form(comeback, strength, delay, WEEKS.astype(float))
    assert exact.max() * strength < 10
    assert np.allclose(follow(comeback, strength, delay, points=WEEKS)[0, 0], exact, rtol=0.01, atol=0.02)


def test_person_by_person_it_is_the_same() -> None:
    """4,000 wards of whole people, each one's way back drawn: the mean list, to 4 in 100, over 60 weeks."""
    drawn, wards, step = np.random.default_rng(7), 4000, 0.1
    waiting = np.full(wards, 10.0)
    due = np.zeros((wards, 2500))  # people who come back in each step from now
    for now in range(600):
        waiting += due[:, now]
        sent = drawn.poisson(0.2 * np.maximum(waiting, 0) * step)
        waiting -= 0.3 * sent
        ward = np.repeat(np.arange(wards), drawn.binomial(sent, 0.5))
        weeks = drawn.gamma(3, 4, len(ward))
        np.add.at(due, (ward, now + 1 + np.minimum((weeks / step).astype(int), 1800)), 1)
    assert waiting.mean() == pytest.approx(follow(0.5, points=[60])[0, 0, 0], rel=0.04)


def test_sentence() -> None:
    assert fixes.sentence(fixes.run()) == (
        "Without the rule 10 people wait all the time. With it about 7 after 10 weeks and about 57 after 120."
    )
    assert fixes.sentence(fixes.run(strength=0)) == "Without the rule 10 people wait all the time."
    assert "and hardly anyone after 120" in fixes.sentence(fixes.run(comeback=0))


PAGE = [
    dict(zip(("comeback", "strength", "delay"), steps, strict=True))
    for steps in product(*(control.steps for control in fixes.page_controls))
]


@pytest.mark.parametrize("chosen", PAGE, ids=str)
def test_trace_is_the_run_in_whole_people(chosen: dict[str, float]) -> None:
    trace, run = fixes.trace(**chosen), fixes.run(**chosen)
    assert trace.seed is None and len(trace.ticks) == 121
    at = [trace.ticks.index(point) for point in fixes.points]
    for stock in ("waiting", "away"):
        assert [trace.stocks[stock][i] for i in at] == np.rint(run[stock].round(1)).astype(int).tolist()
    way = {name: np.array(people) for name, people in trace.flows.items()}
    assert all(people[0] == 0 and people.min() >= 0 for people in way.values())
    waiting, away = (np.diff(trace.stocks[name], prepend=trace.stocks[name][:1]) for name in ("waiting", "away"))
    assert (waiting == way["come"] + way["back"] - way["admit"]).all()
    assert (away == way["sent"] - way["stay_well"] - way["back"]).all()
    settings = {name: np.array([value]) for name, value in fixes.settings(**chosen).items()}
    sent, back = fixes.follow(settings, np.array(trace.ticks))[2:, 0]
    assert np.abs(way["sent"].cumsum() - sent).max() < 2 and np.abs(way["back"].cumsum() - back).max() < 2


@pytest.mark.parametrize(
    "fault, check",
    [
        ({"relief": 0.9}, "reference"),
        ({"surplus": 1.1}, "rest"),
        ({"stages": 1}, "delay"),
        ({"stages": 9}, "delay"),
        ({"relief": 0.6}, "fails"),
        ({"relief": 0.1}, "helps"),
        ({"relief": 0.5}, "break-even"),
        ({"strength": 0.0}, "harder"),
        ({"delay": 12}, "slow"),
        ({"delay": 2}, "on-the-way"),
        ({"delay": 12}, "off"),
        ({"surplus": 2}, "conservation"),
        ({"most": 20}, "extremes"),
    ],
    ids=str,
)
def test_a_wrong_value_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    def faulty(comeback: Any, *args: Any, **given: Any) -> Any:
        names = dict(zip(("strength", "delay"), args, strict=False))
        return follow(comeback, **names | given | fault)

    assert caught("fixes", "follow", faulty, check)


def test_too_long_a_step_is_caught(caught: Caught) -> None:
    def faulty(comeback: Any, *args: Any, **given: Any) -> Any:
        return follow(comeback, *args, **given | {"dt": 10 * given.get("dt", 0.1)})

    assert caught("fixes", "follow", faulty, "half-step")


@pytest.mark.parametrize("setting", ["homes", "police"])
def test_other_settings_have_all_the_words(setting: str) -> None:
    """The same model with other names: all is said, in sentences of the same length, and with the same numbers."""
    words = ModelWords.read(Fixes.words_file().with_name(f"words.{setting}.yml"))
    other = Fixes(words, CHECKS)
    assert [control.name for control in other.controls] == [control.name for control in fixes.controls]
    said, usual = (re.findall(r"[\d,]+", model.sentence(model.run())) for model in (other, fixes))
    assert said == usual and len(other.sentence(other.run()).split()) <= 30
    used = {control.unit for control in other.controls}
    assert used <= words.units.keys() and words.checks.keys() == fixes.words.checks.keys()
