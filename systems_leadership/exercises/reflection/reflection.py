"""What? So what? Now what?, in the learner's own words."""

from __future__ import annotations

from ..spec import Spec, Text
from ..values import Value


class ReflectionValue(Value):
    """Three answers in the learner's own words."""

    what: str
    so_what: str
    now_what: str


class Reflection(Spec):
    """Three open questions, never graded and never required."""

    minutes = 4
    value = ReflectionValue

    what: Text
    so_what: Text
    now_what: Text


KIND = Reflection
