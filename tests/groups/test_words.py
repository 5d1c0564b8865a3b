"""The words of the plans: numbers owned up to, short sentences, nobody scored and nothing sold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.facts.proof import complaints
from tests.support.sections import Section, strings
from workbook.course import current
from workbook.data import read_yaml

LONGEST = 25
PLANS = sorted(current().group_plans.glob("*.yml"))


def section(name: str, data: dict[str, Any]) -> Section:
    """A plan as the check of numbers reads a page: minutes are whole numbers in the data, and no words."""
    found = Section(name, data["lesson"])
    for text in strings(data):
        found.add(text)
    found.invented += data.get("invented", [])
    return found


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?!:])['’)]?\s+", text.strip()) if one]


def long(data: dict[str, Any]) -> list[str]:
    """Sentences of more than 25 words."""
    return [one for text in strings(data) for one in sentences(text) if len(one.split()) > LONGEST]


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_numbers_are_facts_or_owned_up_to(path: Path) -> None:
    data = read_yaml(path)
    assert complaints([section(path.name, data)]) == []


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_sentences_are_short_and_nobody_shouts(path: Path) -> None:
    data = read_yaml(path)
    assert long(data) == []
    assert [text for text in strings(data) if "!" in text] == []


def test_a_fault_is_noticed() -> None:
    good = {"lesson": "one", "purpose": "Wait for a minute."}
    bad = {"lesson": "one", "purpose": "In 1998 it helped 35% of people, " + "and more " * 12}
    assert complaints([section("p", good)]) == [] and long(good) == []
    assert len(complaints([section("p", bad)])) == 2 and len(long(bad)) == 1
    assert complaints([section("p", {**bad, "invented": ["1998", "35%"]})]) == []
