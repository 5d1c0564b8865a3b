"""A new question on an earlier lesson, answered in the learner's own words and then set beside a model answer.

To write first and to compare afterwards is free recall with feedback: Latimier and others (2021) find that retrieval
works when it is spaced, and learners judge their own answers better beside a model than without one.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ...recalled import Recalled
from ...spec import Answer, Text

#: How a learner finds their own answer beside the model: much the same, in part, or another one.
Compared = Literal["", "same", "part", "other"]


class FreeRecallAnswer(Answer):
    """The learner's words, whether the model answer was asked for, and how the two compare to their mind."""

    words: str
    shown: bool
    compared: Compared


class FreeRecall(Recalled):
    """A question, a model answer, and what to look for in one's own.

    Args:
        model_answer: what the authors would say, in three or four sentences.
        points: what an answer might hold, one thing each, to go through one's own by.
    """

    minutes = 3
    answer = FreeRecallAnswer

    model_answer: Text
    points: list[Text] = Field(min_length=2, max_length=4)

    def feedback(self) -> list[str]:
        return [self.model_answer]


KIND = FreeRecall
