"""A question with three or four answers, each of which is told where it leads: what choice and recall share."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from .course import Course
from .spec import Answer, Excerpt, Id, Spec, StrictModel, Text, refuse_duplicates

Verdict = Literal["well-supported", "defensible", "risky", "right", "not-quite"]
VERDICTS = {
    "judgement": ("well-supported", "defensible", "risky"),
    "fact": ("right", "not-quite"),
}


class OptionAnswer(Answer):
    """The id of the option chosen, or nothing yet."""

    option: str


class Option(StrictModel):
    """One answer, and what it is told.

    Args:
        then: what happened when it was done, in a sentence or two; shown before the verdict.
    """

    id: Id
    text: Text
    verdict: Verdict
    feedback: Text
    then: Text | None = None


class OptionsSpec(Spec):
    """A judgement, where answers differ in their consequences, or a question of fact.

    Args:
        item: which of the two.
        options: three or four; one of a fact item is right.
    """

    minutes = 2
    answer = OptionAnswer

    item: Literal["judgement", "fact"]
    options: list[Option] = Field(min_length=3, max_length=4)

    def on_paper(self, course: Course) -> dict[str, Any]:
        return {"verdicts": {option.id: option.verdict for option in self.options}}

    @model_validator(mode="after")
    def _consistent(self) -> OptionsSpec:
        refuse_duplicates(self.options, "options")
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

    def entry(self, entry: Any, course: Course, only: frozenset[str]) -> Excerpt:
        if isinstance(entry, Option):
            return told(entry.text, entry.verdict, entry.feedback, course)
        return super().entry(entry, course, only)


def told(text: str, verdict: Verdict, feedback: str, course: Course) -> Excerpt:
    """An option with what it is told."""
    said = course.strings[f"verdict_{verdict.replace('-', '_')}"]
    return Excerpt(course.spoken(text), told=f"{said} {course.spoken(feedback)}")
