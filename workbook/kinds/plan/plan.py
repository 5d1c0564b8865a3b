"""The learner's plan: the if-then lines of all lessons, made ready to happen, with dates for a calendar."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from ...spec import Answer, PlainText, Spec, StrictModel, Text

LineId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Day = Annotated[str, StringConstraints(pattern=r"^(2[0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$")]
Time = Annotated[str, StringConstraints(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$")]


class Line(Answer):
    """One line, with the cue and the action as they stood when it was last worked on.

    Args:
        id: the if-then exercise it comes from, or ``own-1`` and so on for a line written here.
        day, time: of the look back, in the learner's own calendar (United Kingdom); empty where not set.
    """

    id: LineId
    cue: str
    action: str
    why: str
    obstacle: str
    helper: str
    first: str
    rehearsal: str
    day: Day
    time: Time


class PlanAnswer(Answer):
    """The lines worked on, and the mark that keeps this learner's calendar entries apart from others'.

    Args:
        since: the day from which the weeks of the reviews count; empty until a calendar with reviews was made.
    """

    lines: list[Line] = Field(max_length=40)
    calendar: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{0,32}$")]
    since: Day = ""

    @model_validator(mode="after")
    def _distinct(self) -> PlanAnswer:
        ids = [line.id for line in self.lines]
        if len(set(ids)) < len(ids):
            raise ValueError("two lines have one id")
        return self


class Reviews(StrictModel):
    """Dates to come back on, which go into the calendar with the plan.

    Args:
        page: the page that they lead to, without ending.
        weeks: after how many weeks, each a date.
        says: what an entry says, besides where the page is.
    """

    page: PlainText
    weeks: list[Annotated[int, Field(ge=1, le=52)]] = Field(min_length=1, max_length=4)
    title: Text
    says: Text


class Plan(Spec):
    """Asks of each line what makes it likely to happen.

    Args:
        why, obstacle, helper, first: an example for each field.
        rehearse: how to go through the line in the mind, before the field for it.
        reviews: dates to come back to the course, if there are to be any.
    """

    answer = PlanAnswer
    minutes = 6

    why: Text
    obstacle: Text
    helper: Text
    first: Text
    rehearse: Text
    reviews: Reviews | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Plan:
        if "?" not in self.rehearse:
            raise ValueError("rehearse asks nothing. Ask what the learner sees, hears or says: end with a question")
        return self


KIND = Plan
