"""What? So what? Now what?, in the learner's own words."""

from __future__ import annotations

from ...spec import Answer, Spec, Text


class ReflectionAnswer(Answer):
    """Three answers in the learner's own words."""

    what: str
    so_what: str
    now_what: str


class Reflection(Spec):
    """Three open questions, never graded and never required."""

    minutes = 5
    answer = ReflectionAnswer

    what: Text
    so_what: Text
    now_what: Text


KIND = Reflection
