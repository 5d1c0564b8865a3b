"""Who has a part in an issue: one list, seen as a grid of power and interest and as a network."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from ...spec import Answer, Id, Spec, StrictModel, Text, refuse_duplicates

MOST = 30
PersonId = Annotated[str, StringConstraints(pattern=r"^p[0-9]{1,4}$")]


class Person(Answer):
    """One line of the list: a role or initials, and the steps chosen for it, if any."""

    id: PersonId
    who: str
    power: str
    interest: str


class StakeholdersAnswer(Answer):
    """The list, who talks with whom in pairs of ids, and who may be missing."""

    people: list[Person] = Field(max_length=MOST)
    talks: list[Annotated[list[PersonId], Field(min_length=2, max_length=2)]] = Field(max_length=MOST * (MOST - 1) // 2)
    missing: str

    @model_validator(mode="after")
    def _distinct(self) -> StakeholdersAnswer:
        ids = [person.id for person in self.people]
        if len(set(ids)) < len(ids):
            raise ValueError("two people have one id")
        return self


class Step(StrictModel):
    """One step of power or of interest, in words."""

    id: Id
    text: Text


class Stakeholders(Spec):
    """Asks who has a part in the issue and draws the answer.

    Args:
        power: three to five steps, from the least to the most say.
        interest: three to five steps, from the least to the most at stake.
        often_missing: questions on those whom such lists leave out.
        missing: what the last field asks.
    """

    near = True  # its script is among the heavy ones
    minutes = 8
    answer = StakeholdersAnswer

    power: list[Step] = Field(min_length=3, max_length=5)
    interest: list[Step] = Field(min_length=3, max_length=5)
    often_missing: list[Text] = Field(min_length=2, max_length=6)
    missing: Text

    @model_validator(mode="after")
    def _consistent(self) -> Stakeholders:
        refuse_duplicates(self.power, "steps of power")
        refuse_duplicates(self.interest, "steps of interest")
        for name, steps in (("power", self.power), ("interest", self.interest)):
            texts = [step.text.casefold() for step in steps]
            for step in steps:
                if texts.count(step.text.casefold()) > 1:
                    raise ValueError(f"two steps of {name} say '{step.text}'. Give each its own words")
        return self


KIND = Stakeholders
