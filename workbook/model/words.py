"""The words of a simulation model, from the file ``words.yml`` beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from ..data import DataError, Problem, explained, read_document
from ..spec import Id, PlainText, StrictModel


class Counted(StrictModel):
    """A phrase that changes with a number, such as people who wait.

    Args:
        many: with ``{n}`` for the number.
        one: for 1, where it is different.
        none: for 0, where it is different.
        full: for as many as there can be, where a picture says so.
    """

    many: PlainText
    one: PlainText | None = None
    none: PlainText | None = None
    full: PlainText | None = None

    def say(self, number: float, shown: str | None = None, **parts: Any) -> str:
        """The phrase for a number.

        Args:
            number: rounded to whole ones for the choice of words.
            shown: the number as it is written; whole and with its thousands parted, if not given.
            parts: what else the phrase names in braces.
        """
        whole = round(number)
        exact = shown is not None and number != whole
        form = {0: self.none, 1: self.one}.get(whole) if not exact else None
        return (form or self.many).format(n=f"{whole:,}" if shown is None else shown, **parts)


class Quantity(StrictModel):
    """A control, a measure or an axis in words.

    Args:
        label: its name on the page.
        unit: what its numbers count: a name of the table of units.
        names: what a control's steps are called, where they are kinds and not amounts.
    """

    label: PlainText
    unit: PlainText
    names: list[PlainText] = Field(default=[])


class PictureWords(StrictModel):
    """What a picture says in another setting; where it lacks a part, the picture's own words stay.

    Args:
        says: what is drawn.
        columns: heads of its table, by stock.
        labels: how many are in a place, by place.
        marks: what the moments say that the run turns on, by the name of each moment.
        scenery: whether the place that is drawn behind the people fits this setting too; or the name of the place that
            is drawn for it instead.
        more: words of a way of drawing of its own kind, by the names they have there.
    """

    says: PlainText
    columns: dict[str, PlainText] = Field(default={})
    labels: dict[str, Counted] = Field(default={})
    marks: dict[str, PlainText] = Field(default={})
    scenery: bool | Id = False
    more: dict[str, Any] = Field(default={})


class ModelWords(StrictModel):
    """All that a model says.

    Args:
        axis: the horizontal axis of its charts.
        controls, series: by their names in the model.
        units: how amounts are said, by the names that ``unit`` gives.
        assumptions: how the model works, a sentence each.
        invented: values that are made up or teaching values.
        data: values with a source, and which.
        caveats: published doubts that a learner must be told.
        cannot_answer: one question that the model cannot answer.
        checks: what it must show, a sentence each, by the ids of its checks.
        sentences: what a run shows, by names that the model's ``sentence`` uses.
        picture: only of another setting: what the model's picture says there. Without it, no picture is shown.
    """

    title: PlainText
    axis: Quantity
    controls: dict[str, Quantity]
    series: dict[str, Quantity]
    units: dict[str, Counted] = Field(default={})
    assumptions: list[PlainText]
    invented: list[PlainText]
    data: list[PlainText] = Field(default=[])
    caveats: list[PlainText] = Field(default=[])
    cannot_answer: PlainText
    checks: dict[str, PlainText] = Field(default={})
    sentences: dict[str, PlainText | Counted]
    picture: PictureWords | None = None

    @classmethod
    def read(cls, path: Path) -> ModelWords:
        """The words in a file.

        Raises:
            DataError: it is missing, or lacks a part: every mistake, with its line.
        """
        document = read_document(path)
        try:
            return cls.model_validate(document.value)
        except ValidationError as error:
            raise DataError.of(
                document.error(f"field {field}", problem, loc)
                for loc, field, problem in explained(error, tuple(cls.model_fields))
            ) from None

    def refuse_gaps(self, path: Path, **wanted: list[str]) -> None:
        """Refuse words that are missing, and words that nothing says.

        Args:
            path: where they come from, for the message.
            wanted: for each field the names that must be there, and no others.

        Raises:
            DataError: every name that is missing or too many.
        """
        problems = [
            Problem(
                path,
                f"field {field}",
                f"{name!r} {'is missing. Add it' if name in names else 'is of no use. Take it out'}",
            )
            for field, names in wanted.items()
            for name in sorted(set(names) ^ getattr(self, field).keys())
        ]
        if problems:
            raise DataError.of(problems)

    def say(self, name: str, number: float | None = None, **parts: Any) -> str:
        """A sentence, or a phrase of one.

        Args:
            name: its key under ``sentences``.
            number: what is counted, for a phrase that changes with it.
            parts: what it names in braces.
        """
        found = self.sentences[name]
        if isinstance(found, Counted):
            return found.say(0 if number is None else number, **parts)
        return found.format(**parts)
