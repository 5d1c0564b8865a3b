"""One line of the learner's plan: when this happens, I will do that."""

from __future__ import annotations

from ..spec import Spec, Text
from ..values import Value


class IfThenValue(Value):
    """The cue and the action."""

    cue: str
    action: str


class IfThen(Spec):
    """A cue and an action, each with an example."""

    minutes = 3
    value = IfThenValue

    cue_example: Text
    action_example: Text


KIND = IfThen
