"""The saved record of one exercise, as book and kernel both write it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..exercises import kinds

KEPT = 20  # replaced answers that a record keeps
Time = Annotated[
    str,
    StringConstraints(
        pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$"
    ),
]
Pair = Annotated[list[str], Field(min_length=2, max_length=2)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Version(_Strict):
    """An answer that was replaced: the value, when it was saved, and what it said."""

    value: dict[str, Any]
    saved: Time
    said: list[Pair]


class Record(Version):
    """An answer with the words it was asked in and the versions before it.

    Args:
        kind: the kind of exercise.
        value: made of ids and of the learner's own words.
        saved: time in UTC, ISO 8601, ending in Z.
        asked: the words shown.
        said: the words answered, in pairs of label and text.
        earlier: at most 20 replaced versions, newest first.
    """

    kind: str
    asked: str
    earlier: list[Version] = Field(max_length=KEPT)


def problem_with(record: Any) -> str:
    """Why this is not a record that the course can use; empty where it is one.

    A kind that this edition does not know is let through: its words are kept and shown as text.
    """
    try:
        good = Record.model_validate(record)
        known = kinds().get(good.kind)
        if known:
            for one in (good, *good.earlier):
                known.value.model_validate(one.value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        return f"{place}: {first['msg']}"
    return ""


def versions_of(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The answer itself and those before it, newest first."""
    return [{key: record[key] for key in ("value", "saved", "said")}, *record["earlier"]]


def joined(chosen: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """The chosen record, with the other's answers kept among its earlier ones."""
    earlier: list[dict[str, Any]] = []
    for version in [*chosen["earlier"], *versions_of(other)]:
        if version["value"] != chosen["value"] and version["value"] not in [one["value"] for one in earlier]:
            earlier.append(version)
    earlier.sort(key=lambda version: str(version["saved"]), reverse=True)
    return {**chosen, "earlier": earlier[:KEPT]}
