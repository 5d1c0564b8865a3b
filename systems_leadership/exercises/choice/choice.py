"""A question with three or four answers, each of which is told where it leads."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from ..spec import Id, Part, Spec, Text, refuse_twins
from ..values import Value

VERDICTS = {
    "judgement": ("well-supported", "defensible", "risky"),
    "fact": ("right", "not-quite"),
}


class ChoiceValue(Value):
    """The id of the option chosen, or nothing yet."""

    option: str


class Option(Part):
    """One answer, and what it is told."""

    id: Id
    text: Text
    verdict: Literal["well-supported", "defensible", "risky", "right", "not-quite"]
    feedback: Text


class Choice(Spec):
    """A judgement, where answers differ in their consequences, or a question of fact."""

    minutes = 1
    value = ChoiceValue

    item: Literal["judgement", "fact"]
    options: list[Option] = Field(min_length=3, max_length=4)

    def label(self) -> str:
        return f"kind_{self.item}"

    @model_validator(mode="after")
    def _consistent(self) -> Choice:
        refuse_twins(self.options, "options")
        for option in self.options:
            if option.verdict not in VERDICTS[self.item]:
                raise ValueError(
                    f"option '{option.id}' has the verdict '{option.verdict}', but a {self.item} item "
                    f"takes {' or '.join(VERDICTS[self.item])}. Change the verdict or the item"
                )
        if self.item == "fact" and [o.verdict for o in self.options].count("right") != 1:
            raise ValueError("a fact item needs exactly one option with the verdict 'right'. Correct the verdicts")
        return self

    def feedback(self) -> list[str]:
        return [option.feedback for option in self.options]


KIND = Choice
