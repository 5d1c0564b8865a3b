"""One line of the learner's plan: when this happens, I will do that."""

from __future__ import annotations

from typing import Any

from ...spec import Answer, Spec, Text


class IfThenAnswer(Answer):
    """The cue and the action."""

    cue: str
    action: str


class IfThen(Spec):
    """A cue and an action, each with an example."""

    minutes = 3
    answer = IfThenAnswer

    cue_example: Text
    action_example: Text

    @classmethod
    def shares(cls, value: dict[str, Any]) -> dict[str, Any]:
        return {"line": value} if f"{value['cue']}{value['action']}".strip() else {}


KIND = IfThen
