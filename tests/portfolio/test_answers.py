"""What an answer may be made of is said once: page and Python give the same verdict on good values and spoilt ones.

Python checks with the kind's `Answer` and its own rules, the page with the JSON Schema made from it and with the
kind's `sound`. With SOAK=1 all spoilt values are tried, else a sample, the same each time.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from workbook.kinds import kinds
from workbook.kinds.scale.scale import ScaleAnswer
from workbook.spec import Answer

from .hostile import GOOD_VALUES
from .javascript import Browserlike
from .spoilt import put, spoilt, spoilt_twice

SOAK = bool(os.environ.get("SOAK"))
MANY = 5_000 if SOAK else 1_200  # of each sort, for each kind
RICH = Path(__file__).parents[1] / "migration" / "fixtures" / "rich-0.1.json"


@pytest.fixture(scope="module")
def page() -> Iterator[Browserlike]:
    with Browserlike() as one:
        yield one


def good_values(kind: str) -> list[Any]:
    """A small answer of a kind, and full ones, with those before them."""
    found = [GOOD_VALUES[kind]]
    for record in json.loads(RICH.read_text(encoding="utf-8"))["answers"].values():
        if record["kind"] == kind:
            found += [record["value"], *(version["value"] for version in record["earlier"][:2])]
    return found


def spoilt_values(kind: str, many: int) -> list[Any]:
    """Values of a kind with one change, and with two, without repeats."""
    good = good_values(kind)
    once = list(chain.from_iterable(map(spoilt, good)))
    chance = random.Random(kind)
    chosen = [*spoilt(good[0]), *chance.sample(once, min(many, len(once)))]
    twice = chain.from_iterable(spoilt_twice(one, seed, many // len(good)) for seed, one in enumerate(good))
    return list({json.dumps(one): one for one in chain(chosen, twice)}.values())


def in_python(answer: type[Answer], value: Any) -> bool:
    try:
        answer.model_validate(json.loads(json.dumps(value)))
    except ValidationError:
        return False
    return True


def disagreements(answer: type[Answer], values: list[Any], verdicts: list[bool]) -> list[str]:
    """Values on which Python and the page do not agree."""
    pairs = zip(values, verdicts, strict=True)
    return [f"page {verdict}: {json.dumps(one)[:300]}" for one, verdict in pairs if in_python(answer, one) != verdict]


@pytest.mark.parametrize("kind", kinds())
def test_page_and_python_give_the_same_verdict(kind: str, page: Browserlike) -> None:
    good = good_values(kind)
    assert page.can_be_answers(kind, good) == [True] * len(good)
    values = good + spoilt_values(kind, MANY)
    verdicts = page.can_be_answers(kind, values)
    assert list(islice(disagreements(kinds()[kind].answer, values, verdicts), 20)) == []
    assert len(values) > 300 and verdicts.count(True) > 20 and verdicts.count(False) > 100


class LooseScale(ScaleAnswer):
    """A fault: a field that Python takes and the page does not know."""

    more: int = 0


def test_a_rule_that_only_one_of_them_has_is_noticed(page: Browserlike) -> None:
    values = list(spoilt(GOOD_VALUES["scale"]))
    assert disagreements(LooseScale, values, page.can_be_answers("scale", values))


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
    "a link to nowhere": ("causal-map", ("links", 0, "effect"), "f9"),
    "a link from a factor to itself": ("causal-map", ("links", 0, "effect"), "f1"),
    "seven runs": ("simulator", ("runs",), [{"beds": 1}] * 7),
    "thirteen decisions": ("case", ("paths", 0, "steps"), [{"scene": "a", "option": "b"}] * 13),
}


@pytest.mark.parametrize("kind, path, wrong", BROKEN.values(), ids=BROKEN)
def test_a_broken_value_is_refused_by_both(kind: str, path: tuple[Any, ...], wrong: Any, page: Browserlike) -> None:
    value = put(GOOD_VALUES[kind], path, wrong)
    assert not in_python(kinds()[kind].answer, value)
    assert page.can_be_answers(kind, [value]) == [False]
