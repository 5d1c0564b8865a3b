"""The referral chain: played again with slips and places as things, its trace, and faults that must be seen."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from systems_leadership.models.referrals import Referrals, referrals
from systems_leadership.models.referrals.chain import AFTER, WEEKS, aim, follow
from systems_leadership.models.referrals.checks import CHECKS
from workbook.model import ModelWords

Caught = Callable[[str, str, Any, str], bool]
HALF = Fraction(1, 2) + Fraction(1, 10**9)  # what falls short of a half by a hair is rounded up, as in ``follow``
FOLDER = Path(Referrals.words_file()).parent
SETTINGS = [
    {"counted": counted, "react": react, "shared": shared}
    for counted in referrals.controls[0].steps
    for react in referrals.controls[1].steps
    for shared in referrals.controls[2].steps
]
EACH_SETTING = pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: "-".join(f"{v:g}" for v in one.values()))


@dataclass
class Desk:
    """Someone with a tray of slips, a shelf of places, and three figures in mind; knows no other desk."""

    aim: Fraction
    expected: Fraction = Fraction(4)
    tray: deque[int] = field(default_factory=deque)  # slips read and not yet served, by number
    shelf: deque[int] = field(default_factory=deque)  # places in hand, by number
    ordered: int = 0
    received: int = 0


def played(counted: float, react: float, shared: float, smooth: float = 36, wanted: float = 13) -> list[dict[str, Any]]:
    """The board, with each slip and each place as a thing of its own that is in one place at a time.

    Exact sums, no arrays: only the rule and the delays are the same as in ``follow``.
    """
    part = {name: Fraction(str(value)) / 100 for name, value in locals().items() if name != "wanted"}
    numbers = count()
    post: list[tuple[int, int, int]] = []  # week of arrival, desk, number
    vans: list[tuple[int, int, int]] = []
    desks = []
    for place in range(4):
        last = place == 3
        desk = Desk(Fraction(str(wanted)) + part["counted"] * (8 if last else 12))
        desk.shelf.extend(next(numbers) for _ in range(12))
        for week in (1, 2, 3) if last else (1, 2):
            vans += [(week, place, next(numbers)) for _ in range(4)]
        if place:
            post += [(week, place, next(numbers)) for week in (1, 2) for _ in range(4)]
        desk.ordered, desk.received = (12, 0) if last else (16, 0)
        desks.append(desk)
    told = []
    given_out: list[int] = []
    for week in range(1, WEEKS + 1):
        need = 8 if week >= 5 else 4
        asked, sent, orders, came = [], [], [], []
        for place, desk in enumerate(desks):
            arrived = [number for at, where, number in vans if (at, where) == (week, place)]
            desk.shelf.extend(arrived)
            desk.received += len(arrived)
            came.append(len(arrived))
            slips = [next(numbers) for _ in range(need)] if place == 0 else []
            slips += [number for at, where, number in post if (at, where) == (week, place)]
            desk.tray.extend(slips)
            asked.append(len(slips))
        vans = [one for one in vans if one[0] > week]
        post = [one for one in post if one[0] > week]
        for place, desk in enumerate(desks):
            gone = 0
            while desk.tray and desk.shelf:
                desk.tray.popleft()
                number = desk.shelf.popleft()
                gone += 1
                if place == 0:
                    given_out.append(number)
                else:
                    vans.append((week + 2, place - 1, number))
            sent.append(gone)
        for place, desk in enumerate(desks):
            news = part["shared"] * need + (1 - part["shared"]) * asked[place]
            desk.expected += part["smooth"] * (news - desk.expected)
            open_ = desk.ordered - desk.received
            short = desk.aim - len(desk.shelf) + len(desk.tray) - part["counted"] * open_
            order = max(0, int((desk.expected + part["react"] * short + HALF) // 1))
            desk.ordered += order
            orders.append(order)
            if place < 3:
                post += [(week + 2, place + 1, next(numbers)) for _ in range(order)]
            else:
                vans += [(week + 3, 3, next(numbers)) for _ in range(order)]
        everywhere = [*given_out, *(number for desk in desks for number in desk.shelf), *(one[2] for one in vans)]
        assert len(everywhere) == len(set(everywhere))
        told.append(
            {
                "stock": [len(desk.shelf) for desk in desks],
                "owed": [len(desk.tray) for desk in desks],
                "on_way": [sum(where == place for _, where, _ in vans) for place in range(4)],
                "slips": [sum(where == place for _, where, _ in post) for place in range(1, 4)],
                "asked": asked,
                "came": came,
                "sent": sent,
                "orders": orders,
            }
        )
    return told


@EACH_SETTING
def test_played_with_slips_and_places_it_is_the_same(setting: dict[str, float]) -> None:
    chain = Referrals.chain({k: np.array([v]) for k, v in referrals.settings(**setting).items()})
    told = played(**setting)
    for name in ("stock", "owed", "on_way", "asked", "came", "sent", "orders"):
        by_hand = np.array([week[name] for week in told]).T
        assert np.array_equal(getattr(chain, name)[0, :, 1:], by_hand), name
    run = referrals.run(**setting)
    costs = np.cumsum([sum(week["stock"]) / 2 + sum(week["owed"]) for week in told])
    assert np.allclose(run["cost"], costs)
    assert np.array_equal(run["waiting"], [week["owed"][0] for week in told])
    assert np.array_equal(run["agency"], [week["orders"][3] for week in told])


@settings(max_examples=25, deadline=None)
@given(
    setting=st.fixed_dictionaries(
        {
            "counted": st.integers(0, 100),
            "react": st.integers(0, 60),
            "shared": st.integers(0, 100),
            "smooth": st.integers(0, 100),
            "wanted": st.integers(0, 40),
        }
    )
)
def test_and_so_it_is_at_any_setting(setting: dict[str, float]) -> None:
    chain = Referrals.chain({k: np.array([float(v)]) for k, v in setting.items()})
    told = played(**setting)
    assert np.array_equal(chain.orders[0, :, 1:], np.array([week["orders"] for week in told]).T)
    assert np.array_equal(chain.owed[0, :, 1:], np.array([week["owed"] for week in told]).T)


@EACH_SETTING
def test_the_trace_is_the_run(setting: dict[str, float]) -> None:
    run, trace = referrals.run(**setting), referrals.trace(**setting)
    assert trace.seed is None and trace.ticks == (0.0, *run.index)
    for column, told in [
        ("agency", trace.flows["agency_ordered"]),
        ("waiting", trace.stocks["ward_wait"]),
        ("cost", trace.stocks["cost"]),
    ]:
        assert np.array_equal(np.rint(run[column]), told[1:])
    for week, there in enumerate(played(**setting), 1):
        for place, desk in enumerate(trace.more["desks"]):
            names = {"stock": "ready", "owed": "wait", "on_way": "coming"}
            assert all(trace.stocks[f"{desk}_{ours}"][week] == there[name][place] for name, ours in names.items())
        assert [trace.stocks[f"{desk}_slips"][week] for desk in trace.more["desks"][:3]] == there["slips"]


@EACH_SETTING
def test_nothing_appears_or_vanishes_but_by_a_flow(setting: dict[str, float]) -> None:
    trace = referrals.trace(**setting)
    stocks = {name: np.array(row) for name, row in trace.stocks.items()}
    flows = {name: np.array(row) for name, row in trace.flows.items()}
    assert all(row[0] == 0 for row in flows.values())
    assert min(row.min() for row in (*stocks.values(), *flows.values())) >= 0
    names = trace.more["desks"]
    for place, desk in enumerate(names):
        came, sent = flows[f"{desk}_came"], flows[f"{desk}_sent"]
        into = flows["agency_ordered"] if place == 3 else flows[f"{names[place + 1]}_sent"]
        assert np.array_equal(np.diff(stocks[f"{desk}_ready"]), (came - sent)[1:])
        assert np.array_equal(np.diff(stocks[f"{desk}_coming"]), (into - came)[1:])
        assert np.array_equal(np.diff(stocks[f"{desk}_wait"]), (flows[f"{desk}_asked"] - sent)[1:])
        if place < 3:
            unread = flows[f"{desk}_ordered"] - flows[f"{names[place + 1]}_asked"]
            assert np.array_equal(np.diff(stocks[f"{desk}_slips"]), unread[1:])
    assert set(flows["ward_asked"][5:]) == {AFTER}


@settings(max_examples=40, deadline=None)
@given(
    react=st.floats(0, 1),
    counted=st.floats(0, 1),
    smooth=st.floats(0, 1),
    target=st.floats(0, 60),
    shared=st.floats(0, 1),
    need=st.lists(st.integers(0, 20), min_size=WEEKS, max_size=WEEKS),
    whole=st.booleans(),
)
def test_no_place_is_lost_and_nothing_is_negative(**rule: Any) -> None:
    chain = follow(**rule)
    held = (chain.stock + chain.on_way).sum(axis=1)
    given_out = np.cumsum(chain.sent[:, 0], axis=1)
    assert np.allclose(held, held[:, :1] + np.cumsum(chain.orders[:, -1], axis=1) - given_out, atol=1e-6)
    assert all(np.isfinite(part).all() and part.min() >= 0 for part in chain)
    if rule["whole"]:
        assert all(np.array_equal(part, np.rint(part)) for part in chain)


def test_at_rest_littles_law_holds() -> None:
    """Eight a week, and two weeks on the way to each desk (three for the last): sixteen on the way (twenty-four)."""
    chain = follow(0.26, 1.0, target=aim(np.array([13.0]), np.array([1.0])), weeks=150)
    assert chain.on_way[0, :, -1].tolist() == [16, 16, 16, 24]
    assert chain.orders[0, :, -1].tolist() == [8, 8, 8, 8]


def test_desks_may_have_rules_of_their_own() -> None:
    one, many = follow(0.3).cost, follow(np.full((1, 4), 0.3)).cost
    assert np.allclose(one, many)


def test_sentence() -> None:
    said = referrals.sentence(referrals.run())
    assert said == (
        "Need doubles to 8 a week. The agency orders from 0 to 32 a week; at worst 14 people wait on the ward; "
        "it all costs 2,652 points."
    )


def test_with_the_words_of_another_setting() -> None:
    other = Referrals(words=ModelWords.read(FOLDER / "words.homes.yml"), checks=CHECKS)
    run = other.run()
    assert run.equals(referrals.run()) and len(other.sentence(run).split()) <= 30
    assert "ward" not in str(other.words.model_dump(exclude={"picture"}))  # its keys name places of the trace


@pytest.mark.parametrize(
    "fault, check",
    [
        ({"smooth": 0.5}, "counting"),
        ({"target": 20}, "counting"),
        ({"counted": 0.34}, "counting"),
        ({"counted": 0.34}, "chance"),
        ({"react": 0.3}, "board"),
        ({"shared": 0}, "off"),
        ({"shared": 0}, "seeing"),
        ({"shared": 0}, "does-not-pay"),
        ({"shared": 1, "counted": 1}, "swells"),
        ({"target": 17}, "benchmark"),
        ({"delays": (2, 2, 3)}, "shorter"),
        ({"delays": (2, 3, 3)}, "board"),
        ({"whole": True}, "board"),
        ({"need": np.full(200, 8.0)}, "extremes"),
    ],
)
def test_a_fault_is_caught(caught: Caught, fault: dict[str, Any], check: str) -> None:
    names = ("react", "counted", "smooth", "target", "shared")

    def faulty(*given: Any, **more: Any) -> Any:
        return follow(**(dict(zip(names, given, strict=False)) | more | fault))

    assert caught("referrals", "follow", faulty, check)


def test_a_lost_place_is_caught(caught: Caught) -> None:
    def leaky(*given: Any, **more: Any) -> Any:
        chain = follow(*given, **more)
        return chain._replace(stock=chain.stock - (chain.stock > 20))

    assert caught("referrals", "follow", partial(leaky), "conservation")
