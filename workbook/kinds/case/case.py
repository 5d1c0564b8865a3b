"""A branching story: scenes, decisions and what they lead to, and a look back at the path taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import Field, model_validator

from ...course import Course
from ...options import VERDICTS, told
from ...spec import Answer, Excerpt, Idea, Spec, Text, refuse_duplicates
from .story import Scene, Stake, Turn, check_state

MAX_STEPS = 12  # decisions on one path
MAX_PATHS = 12  # kept for comparison


class StepAnswer(Answer):
    """A decision taken: scene and option."""

    scene: str
    option: str


class PathAnswer(Answer):
    """One way through the story, and whether it came to an end."""

    steps: list[StepAnswer] = Field(max_length=MAX_STEPS)
    ended: bool


class CaseAnswer(Answer):
    """The ways taken so far, the present one last, and what the learner made of them."""

    paths: list[PathAnswer] = Field(max_length=MAX_PATHS)
    debrief: list[str] = Field(max_length=5)


class Case(Spec):
    """A story that begins with its first scene.

    Args:
        tested: the ideas that decisions test, each in a few words, told in the look back.
        stakes: what is at stake, in the order shown.
        debrief: open questions for afterwards.
    """

    minutes = 12
    near = True  # its script is among the heavy ones
    answer = CaseAnswer

    tested: dict[Idea, Text] = Field(min_length=1)
    stakes: list[Stake] = Field(default=[], max_length=4)
    scenes: list[Scene] = Field(min_length=3, max_length=40)
    debrief: list[Text] = Field(min_length=3, max_length=5)

    @model_validator(mode="after")
    def _consistent(self) -> Case:
        refuse_duplicates(self.scenes, "scenes")
        order = [scene.id for scene in self.scenes]
        for place, scene in enumerate(self.scenes):
            self._check_scene(scene)
            for option in scene.options:
                where = f"scene '{scene.id}', option '{option.id}' leads to '{option.leads}'"
                if option.leads not in order:
                    raise ValueError(f"{where}, which is not there. The scenes are {', '.join(order)}")
                if order.index(option.leads) <= place:
                    # A story that only leads down its file ends on every path.
                    raise ValueError(f"{where}, which does not stand below it: a path could go round for ever. Lead on")
        led_to = {option.leads for scene in self.scenes for option in scene.options}
        for id in order[1:]:
            if id not in led_to:
                raise ValueError(f"no option leads to the scene '{id}'. Lead to it from another, or take it out")
        for idea in self.tested:
            if idea not in {scene.idea for scene in self.scenes}:
                raise ValueError(f"no decision tests the idea {idea}. Give a scene this idea, or take it out of tested")
        if self.depth(order[0]) > MAX_STEPS:
            raise ValueError(f"a path has more than {MAX_STEPS} decisions. Shorten the story")
        check_state(self.stakes, self.scenes)
        return self

    def _check_scene(self, scene: Scene) -> None:
        for option in scene.options:
            if option.verdict not in VERDICTS["judgement"]:
                there = ", ".join(VERDICTS["judgement"])
                raise ValueError(f"option '{option.id}' has the verdict '{option.verdict}'. Use one of {there}")
        refuse_duplicates(scene.options, f"options of the scene '{scene.id}'")
        if len(scene.options) == 1:
            raise ValueError(f"scene '{scene.id}' has one option, which is no decision. Add another, or take it out")
        if scene.options and scene.idea is None:
            raise ValueError(f"scene '{scene.id}' asks for a decision but names no idea. Say which idea it tests")
        if not scene.options and scene.idea:
            raise ValueError(f"scene '{scene.id}' is an ending, so it tests no idea. Take the idea out or add options")
        if scene.idea and scene.idea not in self.tested:
            raise ValueError(f"scene '{scene.id}' tests {scene.idea}, which is not under tested. Add it there")

    def depth(self, id: str) -> int:
        """The most decisions on a path from a scene."""
        longest: dict[str, int] = {}
        for scene in reversed(self.scenes):
            longest[scene.id] = max((1 + longest[option.leads] for option in scene.options), default=0)
        return longest[id]

    def feedback(self) -> list[str]:
        return [option.consequence for scene in self.scenes for option in scene.options]

    def entry(self, entry: Any, course: Course, only: frozenset[str]) -> Excerpt:
        if isinstance(entry, Turn):
            return told(entry.text, entry.verdict, entry.consequence, course)
        found = super().entry(entry, course, only)
        under = tuple(self.entry(one, course, only) for one in getattr(entry, "options", ()))
        return replace(found, under=under)

    def change(self, stake: Stake, by: int, strings: dict[str, str]) -> str:
        """What an option changes, in words that hold on every path."""
        counted = ("case_stake_more", "case_stake_fewer")
        more, fewer = counted if stake.most else ("case_stake_up", "case_stake_down")
        return strings[more if by > 0 else fewer].format(text=stake.text, n=abs(by))

    @property
    def titles(self) -> dict[str, str]:
        """Titles of the scenes by id."""
        return {scene.id: scene.title for scene in self.scenes}


KIND = Case
