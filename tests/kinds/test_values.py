"""What an answer of these kinds may be made of: the page and Python give the same verdict, whatever is changed."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from workbook.portfolio.record import problem_with
from tests.portfolio.hostile import GOOD_VALUES, good_file, good_record
from tests.portfolio.javascript import Browserlike

KINDS = ("recall", "scale", "stakeholders", "timeline", "plan")
ODD: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        1,
        3,
        3.0,
        -1,
        1.5,
        10**20,
        [],
        {},
        [[]],
        [{}],
        {"a": 1},
        ["p1"],
        ["p1", "p2", "p3"],
        "",
        " ",
    ),
    *(
        "1",
        "5",
        "6",
        "0",
        "05",
        "1\n",
        "\u0663",
        "p1",
        "p12345",
        "P1",
        "p1\n",
        "\u0440\u0031",
        "own-1",
        "Own",
        "a--b",
        "x" * 61,
    ),
    *("2026-11-23", "2026-02-31", "1999-12-31", "2026-1-1", "2026-13-01", "2026-11-23\n", "\u0662026-11-23", "soon"),
    *("09:30", "24:00", "9:30", "09:30:00", "09:30\n", "0a1b", "0A1B", "g", "0" * 33, "<b>x</b>", "é", "👋🏽"),
]


def changed(value: Any, kind: str) -> Iterator[tuple[str, Any]]:
    """The value with each of its parts, one at a time, replaced by each odd thing, doubled, or taken out."""
    for path in paths(value):
        for odd in ODD:
            yield f"{kind} {path} {json.dumps(odd)[:30]}", put(value, path, lambda _, odd=odd: odd)
        for many in (2, 6, 13, 31, 41, 436):
            yield (
                f"{kind} {path} times {many}",
                put(value, path, lambda part, many=many: part * many if isinstance(part, list) else part),
            )
        yield (
            f"{kind} {path} one more",
            put(value, path, lambda part: {**part, "more": 1} if isinstance(part, dict) else part),
        )
        yield f"{kind} {path} without", put(value, path, lambda part: {} if isinstance(part, dict) else [])


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from paths(part, (*path, key))


def put(value: Any, path: tuple[Any, ...], change: Any) -> Any:
    if not path:
        return change(copy.deepcopy(value))
    whole = copy.deepcopy(value)
    holder = whole
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = change(holder[path[-1]])
    return whole


@pytest.mark.parametrize("kind", KINDS)
def test_page_and_python_agree_on_every_change(kind: str) -> None:
    verdicts = []
    with Browserlike() as page:
        for name, value in changed(GOOD_VALUES[kind], kind):
            record = {**good_record(kind), "value": value}
            in_python = problem_with(record) == ""
            in_page = page.parse(json.dumps(good_file(x=record)))["problem"] == ""
            assert in_python == in_page, f"{name}: Python says {in_python}, the page {in_page}"
            verdicts.append(in_python)
    assert verdicts.count(True) > 20 and verdicts.count(False) > 40


BROKEN: dict[str, tuple[str, tuple[Any, ...], Any]] = {
    "a sixth point": ("scale", ("answers", "one"), "6"),
    "a number for a point": ("scale", ("answers", "one"), 3),
    "a round without its day": ("scale", ("rounds", 0, "on"), ""),
    "a person twice": ("stakeholders", ("people",), [{"id": "p1", "who": "", "power": "", "interest": ""}] * 2),
    "three who talk in one pair": ("stakeholders", ("talks", 0), ["p1", "p2", "p3"]),
    "a milestone marked twice": ("timeline", ("marks",), [{"id": "M1", "why": ""}] * 2),
    "half a date": ("plan", ("lines", 0, "day"), "2026-12"),
    "a time past midnight": ("plan", ("lines", 0, "time"), "24:00"),
    "markup as a calendar mark": ("plan", ("calendar",), "<b>"),
}


@pytest.mark.parametrize("fault", BROKEN.values(), ids=BROKEN)
def test_a_broken_value_is_refused(fault: tuple[str, tuple[Any, ...], Any]) -> None:
    kind, path, wrong = fault
    assert problem_with(good_record(kind)) == ""
    assert problem_with({**good_record(kind), "value": put(GOOD_VALUES[kind], path, lambda _: wrong)})
