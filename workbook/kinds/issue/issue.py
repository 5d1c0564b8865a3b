"""The learner's own wicked issue, which later prompts speak of by name."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from ...spec import Answer, Spec, Text


class IssueAnswer(Answer):
    """The issue's short name, whom it touches, and the place."""

    name: str
    touches: str
    place: str


class Issue(Spec):
    """Asks for a short name, whom it touches and, where the learner likes, the place."""

    minutes = 3
    answer = IssueAnswer

    examples: list[Text] = Field(default=[], max_length=4)

    @classmethod
    def shares(cls, value: dict[str, Any]) -> dict[str, Any]:
        return {"issue": value["name"].strip(), "place": value["place"].strip()}


KIND = Issue
