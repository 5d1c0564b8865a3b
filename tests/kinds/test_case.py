"""The case: its data, and the shape of the sample's story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from workbook.course import current
from workbook.lesson import Lesson
from workbook.rendering import render

from .mistakes import Mistake, assert_told

FILE = Path(__file__).resolve().parents[1] / "samples" / "4-case.yml"
ID = "one-merrowdale-winter"
SPEC: Any = Lesson("sample-case", current(), FILE).specs[ID]
WHERE = f"exercise {ID}"

MISTAKES = {
    "a dead link": Mistake("leads: december", "leads: decembre", (WHERE, "'decembre'", "The scenes are november,")),
    "an endless loop": Mistake(
        "leads: february-minutes", "leads: november", (WHERE, "option 'explain' leads to 'november'", "Lead on")
    ),
    "a scene that leads to itself": Mistake(
        "leads: january-list", "leads: december", (WHERE, "option 'keep-quiet'", "for ever", "Lead on")
    ),
    "an unreachable scene": Mistake(
        "leads: january-list", "leads: january-man", (WHERE, "'january-list'", "take it out")
    ),
    "an unreachable ending": Mistake(
        "      - id: every-wall\n",
        "      - id: nowhere\n        title: T\n        text: T\n      - id: every-wall\n",
        (WHERE, "'nowhere'", "Lead to it"),
    ),
    "one option": Mistake(
        "          - id: ask-mornings",
        "      - id: more\n        title: More\n        idea: G4.8\n        text: More.\n"
        "        options:\n          - id: ask-mornings",
        (WHERE, "'january-list' has one option", "Add another"),
    ),
    "five options": Mistake(
        "        options:\n",
        "        options:\n"
        + "".join(
            f"          - {{id: o{n}, text: T, verdict: risky, leads: december, consequence: C}}\n" for n in (1, 2)
        ),
        (WHERE, "scenes.1.options", "at most 4"),
    ),
    "a decision without an idea": Mistake("        idea: G4.6\n", "", (WHERE, "'december'", "Say which idea")),
    "an ending with an idea": Mistake(
        "      - id: four-who-could\n",
        "      - id: four-who-could\n        idea: G4.9\n",
        (WHERE, "is an ending", "Take the idea out"),
    ),
    "an idea that is not listed": Mistake(
        "        idea: G4.6\n", "        idea: G4.2\n", (WHERE, "G4.2", "Add it there")
    ),
    "an idea that nothing tests": Mistake(
        "      G4.5: results",
        "      G4.1: everyone\n      G4.5: results",
        (WHERE, "no decision tests", "G4.1", "Give a scene"),
    ),
    "no such idea": Mistake("        idea: G4.6\n", "        idea: G4.0\n", (WHERE, "scenes.2.idea", "Correct it")),
    "duplicate scene": Mistake("id: december\n", "id: november\n", (WHERE, "two scenes", "'november'", "its own")),
    "duplicate option": Mistake(
        "id: one-result", "id: finish-form", (WHERE, "options of the scene 'november'", "its own")
    ),
    "another verdict": Mistake("verdict: risky", "verdict: wrong", (WHERE, "verdict", "Use one of them")),
    "no consequence": Mistake("            consequence: >", "            ends: >", (WHERE, "consequence", "Add it")),
    "an empty consequence": Mistake(
        "            text: Finish", "            text: ''\n            x: Finish", (WHERE, "Write it")
    ),
    "another trial's March": Mistake(
        "sets: [visits-tried, something-tried]",
        "sets: [something-tried]",
        (WHERE, "'march-teams' needs 'visits-tried'", "Lead that path"),
    ),
    "a fact that nothing sets": Mistake(
        "needs: [forty-promised]", "needs: [fifty-promised]", (WHERE, "'january-list' needs 'fifty-promised'")
    ),
    "an unknown stake": Mistake("trust: -1}", "hope: -1}", (WHERE, "'hope'", "under stakes", "Add it there")),
    "a bar out of its frame": Mistake(
        "changes: {waiting: 21}", "changes: {waiting: 51}", (WHERE, "'next-winter'", "outside 0 to 40")
    ),
    "a stake with steps and a top": Mistake(
        "        start: 3\n", "        start: 3\n        most: 5\n", (WHERE, "'trust' takes either", "Give one")
    ),
    "no title": Mistake("        title: 'December: forty rounds'\n", "", (WHERE, "scenes.2.title", "Add it")),
    "two prompts": Mistake(
        "      - >\n        Which decision would you take again, and which one not? "
        "What did you not know at the time?\n"
        "      - >\n        Choose one way not taken. For whom would it have been better, and for whom worse?\n",
        "",
        (WHERE, "field debrief", "at least 3"),
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


def test_a_story_without_end_is_refused(tmp_path: Path) -> None:
    last = "verdict: risky\n            leads: every-wall"
    assert_told(
        FILE, Mistake(last, last.replace("every-wall", "march-friday"), (WHERE, "for ever", "Lead on")), tmp_path
    )


def paths(scene: Any = SPEC.scenes[0]) -> list[list[tuple[Any, Any]]]:
    """Every way through the sample's story, as pairs of scene and option."""
    by_id = {one.id: one for one in SPEC.scenes}
    if not scene.options:
        return [[(scene, None)]]
    return [[(scene, option), *rest] for option in scene.options for rest in paths(by_id[option.leads])]


def test_every_path_takes_five_decisions_one_for_each_behaviour() -> None:
    assert len(paths()) >= 30
    for path in paths():
        *decisions, end = path
        assert [scene.idea for scene, _ in decisions] == list(SPEC.tested)
        assert sorted(SPEC.tested) == ["G4.5", "G4.6", "G4.7", "G4.8", "G4.9"]
        assert end[1] is None
    assert {path[-1][0].id for path in paths()} == {"four-who-could", "sound-plan", "every-wall"}


def test_every_path_tells_one_story() -> None:
    """What a scene takes for granted has happened on each path to it, and its numbers are those of the bars."""
    names = {1: "one", 9: "nine", 10: "ten", 12: "twelve", 31: "thirty-one", 33: "thirty-three", 34: "thirty-four"}
    numbers = {stake.id: stake.start for stake in SPEC.stakes}
    assert numbers["waiting"] == 31 and names[31] in SPEC.scenes[0].text.lower()
    followed = 0
    for path in paths():
        facts: set[str] = set()
        state = dict(numbers)
        for scene, option in path:
            assert facts >= {*scene.needs}, (scene.id, [o.id for _, o in path if o])
            state |= scene.says
            if "waiting" in scene.says:
                assert f"{names[state['waiting']]} people are waiting" in scene.text.replace("\n", " ").lower()
            if option is None:
                continue
            facts |= {*option.sets}
            for name, by in option.changes.items():
                state[name] += by
            if option.id in ("finish-form", "next-winter"):
                assert names[state["waiting"]] in option.consequence
            for stake in SPEC.stakes:
                assert 0 <= state[stake.id] <= stake.top
        followed += 1
    assert followed == 90


def count(text: str) -> int:
    return len(text.split())


def test_consequences_are_of_a_length_and_no_verdict_stands_out() -> None:
    by_verdict: dict[str, list[int]] = {}
    for scene in SPEC.scenes:
        for option in scene.options:
            assert 20 <= count(option.consequence) <= 60
            by_verdict.setdefault(option.verdict, []).append(count(option.consequence))
    means = [sum(lengths) / len(lengths) for lengths in by_verdict.values()]
    assert max(means) <= 1.25 * min(means)
    on_disk = sum(
        count(scene.text) + sum(count(o.text) + count(o.consequence) for o in scene.options) for scene in SPEC.scenes
    )
    assert 1000 <= on_disk <= 1600
    for path in paths():
        read = sum(
            count(s.text) + sum(count(o.text) for o in s.options) + (count(o.consequence) if o else 0) for s, o in path
        )
        assert 500 <= read <= 620


def test_without_scripts_the_scenes_are_read_in_order() -> None:
    soup = BeautifulSoup(render(SPEC, "x", current()), "html.parser")
    scenes = soup.select("[data-scene]")
    assert [one["data-scene"] for one in scenes] == [scene.id for scene in SPEC.scenes]
    assert [one.name for one in scenes] == ["section", *["details"] * (len(scenes) - 1)]
    ids = {one["id"] for one in soup.find_all(id=True)}
    links = [str(one["href"]) for one in soup.select(".sl-case-on a")]
    assert len(links) == len(SPEC.feedback()) and {link[1:] for link in links} <= ids
