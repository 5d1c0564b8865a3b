"""The winter in its other settings: every path of each story, checked as the winter's own paths are."""

from __future__ import annotations

from typing import Any

import pytest

from workbook.lesson import Lesson

GROUP: dict[str, Any] = Lesson("what-are-the-basic-principles").versions["one-merrowdale-winter"]
each_story = pytest.mark.parametrize("spec", [GROUP["police"], GROUP["homes"]], ids=["police", "homes"])
NAMES = {12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 18: "eighteen", 20: "twenty", 22: "twenty-two"}
NAMES |= {24: "twenty-four", 26: "twenty-six", 27: "twenty-seven", 28: "twenty-eight"}
#: Decisions whose words name what the first bar then says, on the path from the start.
TOLD = {"finish-grading", "train-first", "finish-steps", "next-autumn"}
ENDINGS = {"four-who-could", "sound-plan", "every-wall"}


def paths(spec: Any, scene: Any = None) -> list[list[tuple[Any, Any]]]:
    """Every way through a story, as pairs of scene and option."""
    by_id = {one.id: one for one in spec.scenes}
    scene = scene or spec.scenes[0]
    if not scene.options:
        return [[(scene, None)]]
    return [[(scene, option), *rest] for option in scene.options for rest in paths(spec, by_id[option.leads])]


def count(text: str) -> int:
    return len(text.split())


@each_story
def test_every_path_takes_five_decisions_one_for_each_behaviour(spec: Any) -> None:
    found = paths(spec)
    assert len(found) == 90
    for path in found:
        assert [scene.idea for scene, _ in path[:-1]] == ["G4.5", "G4.6", "G4.8", "G4.7", "G4.9"]
    assert {path[-1][0].id for path in found} == ENDINGS


@each_story
def test_every_path_tells_one_story(spec: Any) -> None:
    """What a scene takes for granted has happened on each path to it, and its numbers are those of the bars."""
    first = spec.stakes[0]
    assert NAMES[first.start] in spec.scenes[0].text.lower()
    for path in paths(spec):
        facts: set[str] = set()
        state = {stake.id: stake.start for stake in spec.stakes}
        for scene, option in path:
            assert facts >= {*scene.needs}, (scene.id, [one.id for _, one in path if one])
            state |= scene.says
            if first.id in scene.says:
                assert NAMES[state[first.id]] in scene.text.lower(), scene.id
            if option is None:
                continue
            facts |= {*option.sets}
            for name, by in option.changes.items():
                state[name] += by
            assert all(0 <= state[stake.id] <= stake.top for stake in spec.stakes)
            if option.id in TOLD:
                assert NAMES[state[first.id]] in option.consequence.lower(), option.id


@each_story
def test_consequences_are_of_a_length_and_no_verdict_stands_out(spec: Any) -> None:
    by_verdict: dict[str, list[int]] = {}
    for scene in spec.scenes:
        for option in scene.options:
            assert 20 <= count(option.consequence) <= 60
            by_verdict.setdefault(option.verdict, []).append(count(option.consequence))
    means = [sum(lengths) / len(lengths) for lengths in by_verdict.values()]
    assert max(means) <= 1.25 * min(means)
    for path in paths(spec):
        read = sum(
            count(s.text) + sum(count(o.text) for o in s.options) + (count(o.consequence) if o else 0) for s, o in path
        )
        assert 500 <= read <= 720


@each_story
def test_neither_place_nor_length_gives_the_best_away(spec: Any) -> None:
    scenes = [one for one in spec.scenes if any(option.verdict == "well-supported" for option in one.options)]
    places = [[option.verdict for option in scene.options].index("well-supported") for scene in scenes]
    longest = [max(scene.options, key=lambda option: count(option.text)).verdict for scene in scenes]
    assert max(places.count(place) for place in {*places}) <= len(places) / 2 + 1
    assert longest.count("well-supported") <= len(longest) / 2


@each_story
def test_the_stories_are_of_equal_worth(spec: Any) -> None:
    """As many decisions, ways and prompts as the winter, and no fewer verdicts of each sort, give or take one."""
    winter = GROUP["hospital"]
    assert len(spec.scenes) >= len(winter.scenes) - 1 and spec.tested == winter.tested
    assert len(spec.debrief) == len(winter.debrief) and len(spec.stakes) == len(winter.stakes)
