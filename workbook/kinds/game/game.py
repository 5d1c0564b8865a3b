"""A game of the course's own, played in turns, and what the learner makes of it."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationInfo, model_validator

from ...course import Course
from ...spec import Answer, Id, PlainText, Spec, Text, course_of

#: What was ordered in one turn: numbers by name. The game itself refuses those that mean nothing to it.
Turn = dict[str, float]


class Round(Answer):
    """The turns of a round, in their order."""

    name: Id
    turns: list[Turn] = Field(max_length=24)


class Play(Answer):
    """One play, from which the game can play itself again.

    Args:
        seat: who one was.
        district: which of its places it was played in.
        rounds: begun, in their order.
        over: played to the end.
    """

    seat: Id
    district: Id
    rounds: list[Round] = Field(max_length=6)
    over: bool


class GameAnswer(Answer):
    """Every play, the last one last, and three answers in the learner's own words."""

    plays: list[Play] = Field(max_length=12)
    words: list[str] = Field(max_length=3)


class Game(Spec):
    """A game that the course's package brings, and the questions after it."""

    minutes = 25  # three rounds of eight quarters at half a minute, their three beginnings, and looking back
    answer = GameAnswer
    silent = Spec.silent | {"game"}

    game: PlainText
    questions: list[Text] = Field(min_length=1, max_length=3)

    @model_validator(mode="after")
    def _there(self, info: ValidationInfo) -> Game:
        games = course_of(info).games
        if self.game not in games:
            raise ValueError(f"there is no game '{self.game}'. The games are {', '.join(games) or 'none yet'}")
        return self

    def rooms(self, course: Course) -> tuple[str, ...]:
        return course.games[self.game].rooms

    def context(self, course: Course) -> dict[str, Any]:
        return {"table": course.games[self.game].html(course)}


KIND = Game
