"""Causal maps: their data, what Python and the page make of one map, and what a nudge sets off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pydantic import ValidationError

from workbook.course import current
from workbook.kinds.causal_map.causal_map import CausalMap
from workbook.kinds.causal_map.graph import Link
from workbook.kinds.causal_map.loops import find_loops
from workbook.kinds.causal_map.ripple import Step, ripple
from workbook.kinds.causal_map.sentences import link_sentence
from workbook.lesson import Lesson
from workbook.rendering import render

from .mistakes import Mistake, assert_told

FILE = Path(__file__).resolve().parents[1] / "samples" / "3-causal-map.yml"
SPECS = Lesson("sample-causal-map", current(), FILE).specs
EXPLORE, BUILD = SPECS["merrowdale-map"], SPECS["my-map"]
WHERE, OWN = "exercise merrowdale-map", "exercise my-map"

LINK = "      - {cause: waits, effect: days, way: same, why: Nobody leaves the ward before a care round is found.}\n"
MISTAKES = {
    "unknown cause": Mistake("cause: waits,", "cause: wait,", (WHERE, "link 1", "'wait'", "The factors are waits,")),
    "unknown effect": Mistake("effect: visits", "effect: visit", (WHERE, "link 14", "'visit'", "add the factor")),
    "self-link": Mistake(
        "cause: waits, effect: days", "cause: waits, effect: waits", (WHERE, "to itself", "as a factor")
    ),
    "link twice": Mistake(LINK, LINK + LINK, (WHERE, "'waits' to 'days'", "Keep one")),
    "no way": Mistake("effect: days, way: same,", "effect: days,", (WHERE, "links.1.way", "Add it")),
    "another way": Mistake("way: same", "way: plus", (WHERE, "links.1.way", "Use one of them")),
    "a delay in words": Mistake("delay: true", "delay: months", (WHERE, "links.2.delay", "Correct it")),
    "misspelt field": Mistake("why: Legs", "because: Legs", (WHERE, "links.2.because", "the fields are")),
    "no label": Mistake("name: days in hospital, ", "", (WHERE, "factors.2.name", "Add it")),
    "empty label": Mistake("name: days in hospital", "name: ''", (WHERE, "factors.2.name", "Write it")),
    "a label too long": Mistake("name: leg", "name: " + "leg " * 20, (WHERE, "factors.3.name", "Shorten it")),
    "two labels alike": Mistake(
        "name: leg strength", "name: days in hospital", (WHERE, "'days in hospital'", "its own")
    ),
    "duplicate id": Mistake("id: strength", "id: days", (WHERE, "two factors", "'days'", "Give each its own")),
    "an id of another form": Mistake("id: strength", "id: Leg_strength", (WHERE, "factors.3.id", "Correct it")),
    "a factor alone": Mistake(
        "{id: waits,", "{id: rain, name: rain, at: [0, 0]}\n      - {id: waits,", (WHERE, "'rain'", "Link it")
    ),
    "a place missing": Mistake("at: [4, 2], phone", "phone", (WHERE, "'at'", "all of them or none")),
    "a place on a phone missing": Mistake(", phone: [272, 240]}", "}", (WHERE, "on a phone", "all of them or none")),
    "a place twice": Mistake("at: [4, 2]", "at: [2, 2]", (WHERE, "[2, 2]", "Move one")),
    "places that overlap": Mistake("at: [4, 2]", "at: [3, 2]", (WHERE, "overlaps", "Move one by 2")),
    "a place off the page": Mistake("at: [4, 2]", "at: [9, 2]", (WHERE, "factors.2.at", "Correct it")),
    "a loop that is none": Mistake(
        "[days, pressure]", "[days, early]", (WHERE, "'The push for the door'", "Correct its")
    ),
    "a loop the wrong way round": Mistake(
        "[contact, lonely, visits]",
        "[visits, lonely, contact]",
        (WHERE, "'The café hears of it'", "Correct its factors"),
    ),
    "a loop through nowhere": Mistake("[days, pressure]", "[days, rain]", (WHERE, "days, rain", "Correct its factors")),
    "no notes": Mistake("    notes:\n      - Merrowdale is", "    note:\n      - Merrowdale is", (WHERE, "field note")),
    "another mode": Mistake("mode: explore", "mode: play", (WHERE, "field mode", "Use one of them")),
    "links in a map to build": Mistake(
        "    notes:\n      - >\n        The page finds",
        "    links: [{cause: waiting, effect: trust, way: same}]\n    notes:\n      - >\n        The page finds",
        (OWN, "no links", "Take the rest out"),
    ),
    "four to start from": Mistake(
        "      - {id: waiting,", "      - {id: a, name: a}\n      - {id: waiting,", (OWN, "at most 3 factors", "Take")
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


def changed(spec: Any, **fields: Any) -> CausalMap:
    return CausalMap.model_validate({**spec.model_dump(), **fields}, context={"course": current()})


def test_every_loop_needs_one_name() -> None:
    loops = EXPLORE.model_dump()["loops"]
    with pytest.raises(ValidationError, match="the loop contact, lonely, visits has no name"):
        changed(EXPLORE, loops=loops[:-1])
    with pytest.raises(ValidationError, match="has 2 names"):
        changed(EXPLORE, loops=[*loops, loops[0]])
    turned = [*loops[:-1], {**loops[-1], "through": ["lonely", "visits", "contact"]}]
    assert [loop.through for _, loop in changed(EXPLORE, loops=turned).found()][-1] == ("contact", "lonely", "visits")


def test_a_map_needs_loops_but_not_too_many() -> None:
    factors = [{"id": f"f{n}", "name": f"factor {n}"} for n in range(6)]
    line = [{"cause": f"f{n}", "effect": f"f{n + 1}", "way": "same"} for n in range(5)]
    every = [{"cause": a["id"], "effect": b["id"], "way": "same"} for a in factors for b in factors if a != b]
    for links, many in ((line, "none"), (every, "more")):
        with pytest.raises(ValidationError, match=f"1 to 12 loops: this has {many}. Change its links"):
            changed(EXPLORE, factors=factors, links=links, loops=[])


def test_without_scripts_the_map_is_whole() -> None:
    soup = BeautifulSoup(render(EXPLORE, "x", current()), "html.parser")
    for form in ("wide", "narrow"):
        svg = soup.select_one(f".sl-map-{form}")
        assert svg and svg.find("title") and svg.find("desc")
        assert len(svg.select("[data-factor]")) == 12 and len(svg.select("[data-link]")) == 17
        shown = {" ".join(span.get_text() for span in group.select("tspan")) for group in svg.select("[data-factor]")}
        assert shown == {factor.name for factor in EXPLORE.factors}  # type: ignore[attr-defined]
    read = soup.get_text(" ")
    for link in EXPLORE.links:  # type: ignore[attr-defined]
        assert link_sentence(link, EXPLORE.names, current()) in read and link.why in read  # type: ignore[attr-defined]
    names = [term.get_text() for term in soup.select("[data-part=loops] dt")]
    assert names == [loop.name for loop in EXPLORE.loops] and len(names) >= 3  # type: ignore[attr-defined]
    assert "How to do this on paper" in BeautifulSoup(render(BUILD, "x", current()), "html.parser").get_text()


def test_hostile_names_stay_text() -> None:
    evil = '"><script>alert(1)</script>'
    factors = EXPLORE.model_dump()["factors"]
    factors[0]["name"] = evil
    soup = BeautifulSoup(render(changed(EXPLORE, factors=factors), "x", current()), "html.parser")
    assert [one.get("type") for one in soup.find_all("script")] == ["application/json"]
    assert evil in soup.select("option")[1].get_text()


# What a nudge sets off.


def links(text: str) -> list[Link]:
    """Links written as 'a+b a-b', with '~' after a delayed one."""
    return [
        Link(cause=one[0], effect=one[2], way="same" if one[1] == "+" else "opposite", delay=one.endswith("~"))
        for one in text.split()
    ]


def run(text: str, start: str) -> list[Step]:
    those = links(text)
    factors = sorted({end for link in those for end in (link.cause, link.effect)})
    return ripple(those, find_loops(factors, those)[0], start)


def test_a_change_runs_on_with_its_sign_and_comes_back() -> None:
    assert run("a+b b-c c-a", "a") == [
        Step(0, 1, "first", ()),
        Step(1, 1, "first", ()),
        Step(2, -1, "again", (0,)),
    ]
    assert run("a+b b-c c+a", "a")[-1] == Step(2, -1, "against", (0,))


def test_a_delayed_link_comes_after_those_that_are_not() -> None:
    assert [step.link for step in run("a+b~ a+c c+d d+e", "a")] == [1, 2, 3, 0]


def test_each_link_is_followed_once_and_every_loop_is_told_once() -> None:
    spec: Any = EXPLORE
    loops = [loop for _, loop in spec.found()]
    for factor in spec.names:
        steps = ripple(spec.links, loops, factor)
        assert sorted(step.link for step in steps) == list(range(len(spec.links)))
        assert sorted(which for step in steps for which in step.closes) == list(range(len(loops)))
        reached = {factor}
        for step in steps:
            assert spec.links[step.link].cause in reached
            assert (spec.links[step.link].effect in reached) == (step.meets != "first")
            reached.add(spec.links[step.link].effect)


def test_what_a_nudge_does_not_reach_is_left_out() -> None:
    assert [step.link for step in run("a+b b+a c+a", "a")] == [0, 1]
