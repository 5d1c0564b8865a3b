"""Causal maps in page and Python: one map, one drawing, one reading, one verdict on an answer."""

from __future__ import annotations

import copy
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from math import dist
from typing import Any

import pytest
from pydantic import ValidationError

from tests.support.soak import quick, some
from workbook.course import current
from workbook.kinds.causal_map import layout, picture
from workbook.kinds.causal_map.free import free
from workbook.kinds.causal_map.graph import Link
from workbook.kinds.causal_map.loops import find_loops
from workbook.kinds.causal_map.sentences import link_sentence, loop_sentence, type_sentence
from workbook.kinds.causal_map.value import CausalMapAnswer

from .causal_map import Page, RandomLink, random_map
from .test_causal_map import EXPLORE


@contextmanager
def no_longer_than(seconds: int) -> Iterator[None]:
    """An endless loop is a failure, and not the end of all tests."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with Page() as one:
        yield one


def drawn_in_python(names: list[str], ends: list[tuple[int, int]], those: list[Any]) -> dict[str, Any]:
    cells = layout.brick_cells(len(names))
    places = list(range(len(cells)))
    layout.improve(places, len(names), ends, [(x * layout.COLUMN, y * layout.ROW) for x, y in cells])
    rows = layout.in_column(len(names), ends)
    arrows = [(*pair, link) for pair, link in zip(ends, those, strict=True)]
    at = [cells[place] for place in places[: len(names)]]
    return {
        "places": places,
        "rows": rows,
        "wide": picture.wide(names, at, arrows),
        "narrow": picture.narrow(names, rows, arrows),
    }


@pytest.mark.parametrize("seed", quick(range(0, 60, 3), 0, 15, 30, 45))
def test_page_and_python_draw_and_read_a_map_alike(seed: int, page: Page) -> None:
    factors, those = random_map(seed, 9, 14)
    labels = {
        factor: f"{factor} and the Überlandwerksgesellschaft of {'many ' * (n % 4)}" for n, factor in enumerate(factors)
    }
    ends = [(factors.index(link.cause), factors.index(link.effect)) for link in those]
    sent = [vars(link) for link in those]
    told = page.what("drawn", names=list(labels.values()), ends=ends, links=sent)
    ours = drawn_in_python(list(labels.values()), ends, those)
    assert {key: told[key] for key in ours} == ours
    arrows = [(*pair, link) for pair, link in zip(ends, those, strict=True)]
    for form in ("wide", "narrow"):
        points = [(x, y) for x, y in told["stand"][form]]
        assert told["free"][form] == free(list(labels.values()), points, arrows, form, 0)
    loops, _ = find_loops(factors, those)
    spoken = [link_sentence(Link(**vars(link)), labels, current(), cause) for link in those for cause in (1, -1)]
    for loop in loops:
        spoken += [loop_sentence(loop, [Link(**vars(link)) for link in those], labels, current())]
        spoken += [type_sentence(loop, current())]
    assert page.what("read", names=labels, links=sent, loops=[vars(loop) for loop in loops]) == spoken


#: Of a factor and of one that is dropped on it: places between two pixels, where a sum falls short by a hair.
BETWEEN = [(y, y + 3.7) for y in (111.37 + place * 7.123 for place in range(60)) if (y + 47.0) - y < 47.0]


@pytest.mark.parametrize("y", BETWEEN)
def test_a_factor_dropped_on_another_finds_its_place(y: tuple[float, float], page: Page) -> None:
    names = ["trust between teams", "repeat visits"]
    points = [(120.0, y[0]), (131.3, y[1])]
    with no_longer_than(5):
        boxes = free(names, points, [], "narrow", 0)["boxes"]
        assert page.what("stood", names=names, points=points) == boxes
    assert boxes[1]["y"] - boxes[0]["y"] == pytest.approx((boxes[0]["h"] + boxes[1]["h"]) / 2 + 16)


def test_a_place_between_pixels_is_among_them() -> None:
    assert len(BETWEEN) > 3


def hidden(drawing: dict[str, Any]) -> int:
    """How many signs of a drawing another one covers, a circle of 8 px each."""
    signs = [one["sign"] for one in drawing["arrows"]]
    return sum(dist(one, two) < 16 for one, two in combinations(signs, 2))


def test_no_sign_hides_another_on_an_ordinary_map() -> None:
    """Maps by chance, of up to 8 factors and 12 links, 160 in a long run; and one that people drew."""
    drawn = "waiting,stress stress,leave leave,shift shift,waiting shift,answered answered,repeat repeat,waiting"
    ends = [(one, two) for one, two in (pair.split(",") for pair in drawn.split())]
    named = list(dict.fromkeys(name for pair in ends for name in pair))
    maps = [random_map(seed, 8, 12) for seed in some(range(160), 10)]
    maps.append((named, [RandomLink(one, two, "same", False) for one, two in ends]))
    drawings = [
        drawn_in_python(
            [f"{factor} in words" for factor in factors],
            [(factors.index(link.cause), factors.index(link.effect)) for link in those],
            those,
        )
        for factors, those in maps
    ]
    assert [hidden(one["wide"]) + hidden(one["narrow"]) for one in drawings] == [0] * len(maps)


def test_a_drawing_covers_no_name_in_the_map_given() -> None:
    spec: Any = EXPLORE
    ids = list(spec.names)
    ends = [(ids.index(link.cause), ids.index(link.effect)) for link in spec.links]
    points = [(factor.at[0] * layout.COLUMN, factor.at[1] * layout.ROW) for factor in spec.factors]
    everything = layout.cost(list(range(12)), 12, ends, points)
    lengths = sum((points[a][0] - points[b][0]) ** 2 + (points[a][1] - points[b][1]) ** 2 for a, b in ends)
    assert everything - lengths <= layout.CROSSED  # One crossing, nothing covered.


GOOD: dict[str, Any] = {
    "runs": [{"factor": "waits", "change": "up", "expected": "both"}],
    "factors": [{"id": "f1", "name": "one"}, {"id": "f2", "name": ""}],
    "links": [{"cause": "f1", "effect": "f2", "way": "same", "delay": False}],
    "names": {"f1>f2": "round"},
    "debrief": ["x"],
    "places": {"f1": [0, 1500]},
}


def with_(path: str, wrong: Any) -> dict[str, Any]:
    value = copy.deepcopy(GOOD)
    *way, last = path.split(".")
    at: Any = value
    for step in way:
        at = at[int(step) if step.isdigit() else step]
    at[int(last) if last.isdigit() else last] = wrong
    return value


MANY = [{"id": f"f{n}", "name": "x"} for n in range(41)]
WRONG = {
    "a run of another form": with_("runs.0.change", "sideways"),
    "a guess of another form": with_("runs.0.expected", "maybe"),
    "a run with more": with_("runs.0.onclick", "x"),
    "too many runs": with_("runs", GOOD["runs"] * 81),
    "an id twice": with_("factors.1.id", "f1"),
    "an id as markup": with_("factors.0.id", "<b>"),
    "an id with a line after it": with_("factors.1.id", "f2\n"),
    "a name that is none": with_("factors.0.name", None),
    "41 factors": with_("factors", MANY),
    "a link to nowhere": with_("links.0.effect", "f3"),
    "a link to itself": with_("links.0.effect", "f1"),
    "a link twice": with_("links", GOOD["links"] * 2),
    "another way": with_("links.0.way", "+"),
    "a delay in words": with_("links.0.delay", "yes"),
    "a delay as a number": with_("links.0.delay", 1),
    "a name that is a list": with_("names", {"f1>f2": ["x"]}),
    "names in a list": with_("names", []),
    "a place off the sheet": with_("places.f1", [0, 1501]),
    "a place of one number": with_("places.f1", [0]),
    "a place between numbers": with_("places.f1", [0, 0.5]),
    "four looks back": with_("debrief", ["a", "b", "c", "d"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_is_refused_by_both(name: str, page: Page) -> None:
    with pytest.raises(ValidationError):
        CausalMapAnswer.model_validate(WRONG[name])
    assert page.what("valid", value=WRONG[name]) is False


def test_a_good_answer_is_taken_by_both(page: Page) -> None:
    for value in (
        GOOD,
        with_("factors.0.name", "<img src=x onerror=alert(1)>"),
        with_("names", {"gone>for-good": "x"}),
        {key: part for key, part in GOOD.items() if key != "places"},  # As edition 0.1 kept it.
    ):
        CausalMapAnswer.model_validate(value)
        assert page.what("valid", value=value) is True
