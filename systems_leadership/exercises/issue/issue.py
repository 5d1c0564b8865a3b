"""The learner's own wicked issue, which later prompts speak of by name."""

from __future__ import annotations

from pydantic import Field

from ..spec import Spec, Text
from ..values import Value


class IssueValue(Value):
    """The issue's short name, whom it touches, and the place."""

    name: str
    touches: str
    place: str


class Issue(Spec):
    """Asks for a short name, whom it touches and, where the learner likes, the place."""

    minutes = 3
    value = IssueValue

    examples: list[Text] = Field(default=[], max_length=4)


KIND = Issue
