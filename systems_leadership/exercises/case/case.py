"""A branching story: scenes, decisions and what they lead to, and a look back at the path taken."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from ..spec import Id, Idea, Part, Spec, Text, refuse_twins
from ..values import Value

MOST_STEPS = 12  # decisions on one path
MOST_PATHS = 12  # kept for comparison


class StepValue(Value):
    """A decision taken: scene and option."""

    scene: str
    option: str


class PathValue(Value):
    """One way through the story, and whether it came to an end."""

    steps: list[StepValue] = Field(max_length=MOST_STEPS)
    ended: bool


class CaseValue(Value):
    """The ways taken so far, the present one last, and what the learner made of them."""

    paths: list[PathValue] = Field(max_length=MOST_PATHS)
    debrief: list[str] = Field(max_length=5)


class Turn(Part):
    """One option at a decision.

    Args:
        leads: the scene that follows; it stands further down in the file.
        consequence: what happens, with what it gains and what it costs: 20 to 60 words.
    """

    id: Id
    text: Text
    verdict: Literal["well-supported", "defensible", "risky"]
    consequence: Text
    leads: Id


class Scene(Part):
    """Something happens. With options it asks for a decision, which tests an idea; without, it is an ending."""

    id: Id
    title: Text
    text: Text
    idea: Idea | None = None
    options: list[Turn] = Field(default=[], max_length=4)


class Case(Spec):
    """A story that begins with its first scene.

    Args:
        tested: the ideas that decisions test, each in a few words, told in the look back.
        debrief: open questions for afterwards.
    """

    minutes = 8
    value = CaseValue

    tested: dict[Idea, Text] = Field(min_length=1)
    scenes: list[Scene] = Field(min_length=3, max_length=40)
    debrief: list[Text] = Field(min_length=3, max_length=5)

    @model_validator(mode="after")
    def _consistent(self) -> Case:
        refuse_twins(self.scenes, "scenes")
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
        if self.depth(order[0]) > MOST_STEPS:
            raise ValueError(f"a path has more than {MOST_STEPS} decisions. Shorten the story")
        return self

    def _check_scene(self, scene: Scene) -> None:
        refuse_twins(scene.options, f"options of the scene '{scene.id}'")
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

    @property
    def titles(self) -> dict[str, str]:
        """Titles of the scenes by id."""
        return {scene.id: scene.title for scene in self.scenes}


KIND = Case
