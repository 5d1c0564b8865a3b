"""What a branching story is made of, and whether it tells one story on every path."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from ...options import Verdict
from ...spec import Id, Idea, StrictModel, Text, refuse_duplicates


class Stake(StrictModel):
    """Something that decisions change, shown as words and a small bar.

    Args:
        start: where it stands before the first decision.
        most: what fills its bar; left out where there are steps.
        steps: words for the values 0, 1, 2 ...; without them, the number is shown.
        better: whether more of it is good news, or less.
    """

    id: Id
    text: Text
    start: int = Field(ge=0)
    most: int | None = Field(default=None, ge=1)
    steps: list[Text] = Field(default=[], max_length=7)
    better: Literal["more", "less"]

    @model_validator(mode="after")
    def _consistent(self) -> Stake:
        if bool(self.steps) == (self.most is not None):
            raise ValueError(f"'{self.id}' takes either most or steps. Give one of them")
        if self.start > self.top:
            raise ValueError(f"'{self.id}' starts at {self.start}, above {self.top}. Start it lower")
        return self

    @property
    def top(self) -> int:
        """The largest value it can have."""
        return len(self.steps) - 1 if self.steps else self.most or 0

    @property
    def words(self) -> str:
        """How it stands at the start."""
        return self.steps[self.start] if self.steps else str(self.start)


class Turn(StrictModel):
    """One option at a decision.

    Args:
        leads: the scene that follows; it stands further down in the file.
        consequence: what happens, with what it gains and what it costs: 20 to 60 words.
        changes: by how much it changes what is at stake.
        sets: facts that are true from then on, which later scenes may build on.
    """

    id: Id
    text: Text
    verdict: Verdict
    consequence: Text
    leads: Id
    changes: dict[Id, int] = Field(default={})
    sets: list[Id] = Field(default=[])


class Scene(StrictModel):
    """Something happens. With options it asks for a decision, which tests an idea; without, it is an ending.

    Args:
        formerly: ids of scenes of an earlier edition whose decisions are now taken here.
        needs: facts that its words take for granted; every path to it must have set them.
        says: what is at stake, as its own words put it; it stands there whatever was decided before.
    """

    id: Id
    title: Text
    text: Text
    idea: Idea | None = None
    options: list[Turn] = Field(default=[], max_length=4)
    formerly: list[Id] = Field(default=[])
    needs: list[Id] = Field(default=[])
    says: dict[Id, int] = Field(default={})


def check_state(stakes: list[Stake], scenes: list[Scene]) -> None:
    """Follow every path at once: what scenes take for granted has happened, and no bar leaves its frame.

    Args:
        stakes: what is at stake.
        scenes: in the order of the story, each led to by those above it.

    Raises:
        ValueError: the scene and the path's last step, and what to change.
    """
    refuse_duplicates(stakes, "stakes")
    tops = {stake.id: stake.top for stake in stakes}
    start = {stake.id: (stake.start, stake.start) for stake in stakes}
    facts: dict[str, set[str]] = {scenes[0].id: set()}
    ranges: dict[str, dict[str, tuple[int, int]]] = {scenes[0].id: start}
    for scene in scenes:
        for name in sorted({*scene.says, *(name for option in scene.options for name in option.changes)} - {*tops}):
            raise ValueError(f"scene '{scene.id}' changes '{name}', which is not under stakes. Add it there")
        for fact in scene.needs:
            if fact not in facts[scene.id]:
                raise ValueError(
                    f"scene '{scene.id}' needs '{fact}', and a path leads to it on which nothing sets it. "
                    "Lead that path elsewhere, or change the words"
                )
        for name, said in scene.says.items():
            ranges[scene.id][name] = (said, said)
        for option in scene.options:
            after = dict(ranges[scene.id])
            for name, by in option.changes.items():
                low, high = after[name]
                after[name] = (low + by, high + by)
            for name, (low, high) in after.items():
                if low < 0 or high > tops[name]:
                    where = f"scene '{scene.id}', option '{option.id}': '{name}'"
                    raise ValueError(f"{where} can be {low} to {high}, outside 0 to {tops[name]}. Change it by less")
            told = facts[scene.id] | {*option.sets}
            led = option.leads
            facts[led] = facts[led] & told if led in facts else told
            found = ranges.setdefault(led, dict(after))
            for name, (low, high) in after.items():
                found[name] = (min(low, found[name][0]), max(high, found[name][1]))
