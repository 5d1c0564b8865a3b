"""The saved record of one exercise, as book and kernel both write it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..kinds import kinds

MAX_EARLIER = 20  # replaced answers that a record keeps
MAX_DEPTH = 20  # no answer is nested half as deep


def _there_was(time: str) -> str:
    date.fromisoformat(time[:10])  # the 31st of February is of the right form
    return time


Time = Annotated[
    str,
    StringConstraints(
        pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?Z$"
    ),
    AfterValidator(_there_was),
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
    earlier: list[Version] = Field(max_length=MAX_EARLIER)


def problem_with(record: Any) -> str:
    """Why this is not a record that the course can use; empty where it is one.

    A kind that this edition does not know is let through: its words are kept and shown as text.
    """
    if not is_shallow(record):
        return "it is nested too deeply"
    try:
        good = Record.model_validate(record)
        known = kinds().get(good.kind)
        if known:
            for one in (good, *good.earlier):
                known.answer.model_validate(one.value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        return f"{place}: {first['msg']}"
    return ""


def is_shallow(value: Any, depth: int = MAX_DEPTH) -> bool:
    """Whether a value is nested at most so deep."""
    if isinstance(value, dict):
        return depth > 0 and all(is_shallow(one, depth - 1) for one in value.values())
    if isinstance(value, list):
        return depth > 0 and all(is_shallow(one, depth - 1) for one in value)
    return True


def version_of(record: dict[str, Any]) -> dict[str, Any]:
    """The answer of a record as it stands under earlier ones."""
    return {key: record[key] for key in ("value", "saved", "said")}


def joined(chosen: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """The chosen record, with the other's answer and all earlier ones kept under it; the other's comes first."""
    older: list[dict[str, Any]] = []
    for version in [*chosen["earlier"], *other["earlier"]]:
        if version["value"] not in [one["value"] for one in (chosen, other, *older)]:
            older.append(version)
    older.sort(key=lambda version: str(version["saved"]), reverse=True)
    # What was on screen a moment ago may not be the one cut off, whatever its clock said.
    first = [] if other["value"] == chosen["value"] else [version_of(other)]
    return {**chosen, "earlier": [*first, *older][:MAX_EARLIER]}
