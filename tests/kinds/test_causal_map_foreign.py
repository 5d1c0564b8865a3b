"""Maps made in other tools, in the formats those tools publish: what is read, left out, and refused."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from .causal_map import Page

LOOPY = '[[[1,403,223,1,"trust%2520between%20teams",4],[2,634,380,1,"delay",0]],[[1,2,94,-1,0],[2,1,89,1,0],[2,2,89,1,0]],[],2]'


@pytest.fixture(scope="module")
def script() -> Iterator[Page]:
    with Page() as running:
        yield running


def links_of(reading: Any) -> list[tuple[str, str, str, bool]]:
    names = {one["id"]: one["name"] for one in reading["map"]["factors"]}
    return [
        (names[link["cause"]], link["way"], names[link["effect"]], link["delay"]) for link in reading["map"]["links"]
    ]


@pytest.mark.parametrize("text", [LOOPY, "https://ncase.me/loopy/v1.1/?data=" + LOOPY.replace('"', "%22")])
def test_loopy(script: Any, text: str) -> None:
    reading = script.what("brought", text=text)
    trust = "trust between teams"
    assert links_of(reading) == [(trust, "opposite", "delay", False), ("delay", "same", trust, False)]
    assert reading["left"] == ["Left out, as it leads to itself: delay."]


def test_kumu_json_and_back(script: Any) -> None:
    elements = [
        {"_id": "elem-1", "attributes": {"label": "Waits"}},
        {"_id": "elem-2", "attributes": {"label": "Staff"}},
    ]
    ends = {"from": "elem-1", "to": "elem-2", "direction": "directed"}
    connections = [{**ends, "attributes": {"connection type": "-", "delayed": True}}, {**ends, "attributes": {}}]
    reading = script.what("brought", text=json.dumps({"elements": elements, "connections": connections}))
    assert links_of(reading) == [("Waits", "opposite", "Staff", True)]
    assert reading["left"] == ["Left out, as it stands twice: Waits to Staff."]
    again = script.what("brought", text=script.what("kumu", map=reading["map"]))
    assert again["map"] == reading["map"]


def test_kumu_table(script: Any) -> None:
    reading = script.what("brought", text="From,To,Type\nwaits,staff,-\nSTAFF,waits,+\nwaits,,+\n")
    assert links_of(reading) == [("waits", "opposite", "staff", False), ("staff", "same", "waits", False)]
    assert reading["left"] == ["Left out, as an end has no name: waits to ?."]


def test_a_plain_list_with_names_that_look_alike(script: Any) -> None:
    reading = script.what("brought", text="café, trust\ntrust, Cafe\u0301\u200b\n")
    assert links_of(reading) == [("café", "same", "trust", False), ("trust", "same", "café", False)]
    assert len(reading["left"]) == 2  # Both signs were guessed, and it says so.


@pytest.mark.parametrize(
    "text", [LOOPY[:60], '{"elements": []}', "one, two, three\n", json.dumps([[[1, 0, 0, 1, "a" * 61, 0]], []])]
)
def test_a_broken_file_is_refused(script: Any, text: str) -> None:
    reading = script.what("brought", text=text)
    assert reading["map"] is None
    assert "Nothing was changed." in reading["problem"]
