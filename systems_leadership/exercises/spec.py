"""What every exercise in ``data/exercises`` says, whatever its kind."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from .values import Value

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Idea = Annotated[str, StringConstraints(pattern=r"^G[1-6]\.[1-9]$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Part(BaseModel):
    """A part of an exercise: strict about its fields, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Spec(Part):
    """The fields all kinds share. A kind's own module adds its fields to these.

    Args:
        id: unique in the course and stable for ever: answers are saved by it.
        kind: the folder of the kind, with hyphens.
        ideas: the ideas of the guide it serves, 1 to 3.
        title: its heading.
        prompt: what it asks; ``{issue}`` and ``{place}`` stand for the learner's own.
    """

    minutes: ClassVar[int] = 3
    value: ClassVar[type[Value]]  # what an answer is made of

    id: Id
    kind: str
    ideas: list[Idea] = Field(min_length=1, max_length=3)
    title: Text
    prompt: Text

    def label(self) -> str:
        """Key in words.json of the line above the title."""
        return f"kind_{self.kind.replace('-', '_')}"

    def context(self) -> dict[str, Any]:
        """What the kind's template needs besides the fields themselves."""
        return {}

    def feedback(self) -> list[str]:
        """Every text that answers the learner, for the checks on wording."""
        return []


def refuse_twins(items: list[Any], what: str) -> None:
    """Refuse two parts with one id: answers are saved by it.

    Raises:
        ValueError: naming the id.
    """
    ids = [item.id for item in items]
    for one in ids:
        if ids.count(one) > 1:
            raise ValueError(f"two {what} have the id '{one}'. Give each its own")
