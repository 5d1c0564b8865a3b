"""Mistakes in data files, told all at once in words that an author can act on: which file, where in it, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

# What to do about each kind of mistake that pydantic names; the rest keep pydantic's words.
FIXES = {
    "missing": "the field is missing. Add it",
    "extra_forbidden": "no such field here. Correct its spelling or take it out",
    "string_type": "this must be text. Put it in quotes",
    "string_too_short": "the text is empty. Write it, or take the field out if it is optional",
    "list_type": "this must be a list: one line for each, beginning with a dash",
    "dict_type": "this must be a set of 'name: value' lines. Write it so",
    "model_type": "this must be a set of 'name: value' lines, not empty and not a list. Write it so",
}


@dataclass(frozen=True)
class Problem:
    """One mistake in a data file.

    Args:
        path: the file.
        where: the place in it, such as ``exercise ward-full, field prompt``; may be empty.
        problem: what is wrong and how to mend it.
        line: counted from 1; None where it is not known.
    """

    path: Path
    where: str
    problem: str
    line: int | None = None

    def __str__(self) -> str:
        line = f" line {self.line}" if self.line else ""
        place = f", {self.where}" if self.where else ""
        return f"{shown(self.path)}{line}{place}: {self.problem}"


class DataError(Exception):
    """A data file that a course cannot use: which file, where in it, and how to mend it.

    No ValueError: pydantic would take it for a mistake in the file that it checks at the time.

    Attributes:
        problems: every mistake that was found, in the order of the file.
    """

    def __init__(self, path: Path, where: str, problem: str, line: int | None = None) -> None:
        self.problems = [Problem(path, where, problem, line)]
        super().__init__(str(self.problems[0]))

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> DataError:
        """One error that tells all of several mistakes, each once."""
        found = sorted(dict.fromkeys(problems), key=lambda one: (str(one.path), one.line or 0))
        error = cls(found[0].path, found[0].where, found[0].problem, found[0].line)
        error.problems = found
        error.args = ("\n".join(map(str, found)),)
        return error


def shown(path: Path) -> Path:
    """A path as messages name it: from the course's root where it lies in a course, else from its folder."""
    for folder in path.parents:
        if (folder / "_config.yml").is_file():
            return path.relative_to(folder)
    return path


def explained(error: ValidationError, fields: Sequence[str] = ()) -> list[tuple[tuple[int | str, ...], str, str]]:
    """Every mistake that pydantic found: its place, the field as people count it, and the fix.

    Args:
        error: from ``model_validate``.
        fields: those there are, told where one is misspelt.
    """
    return [(tuple(one["loc"]), *_explain(one, fields)) for one in error.errors()]


def explain(error: ValidationError, fields: Sequence[str] = ()) -> tuple[str, str]:
    """The first mistake that pydantic found: the field and the fix."""
    return _explain(error.errors()[0], fields)


def _explain(error: ErrorDetails, fields: Sequence[str]) -> tuple[str, str]:
    # Count as people do: the first option is number 1.
    parts = [f"{part + 1}" if isinstance(part, int) else str(part) for part in error["loc"]]
    field = ".".join(parts) or "the whole entry"
    kind = error["type"]
    given = str(error["input"])[:80]
    if kind == "value_error":
        problem = str(error["ctx"]["error"])
    elif kind == "literal_error":
        problem = f"'{given}' is not one of {error['ctx']['expected']}. Use one of them"
    elif kind in ("too_short", "too_long"):
        context = error["ctx"]
        bound = f"at least {context['min_length']}" if kind == "too_short" else f"at most {context['max_length']}"
        problem = f"{context['actual_length']} given, but this takes {bound}. Add or take out some"
    elif kind == "string_pattern_mismatch":
        problem = f"'{given}' does not have the form {error['ctx']['pattern']}. Correct it"
    elif kind == "string_too_long":
        problem = f"longer than {error['ctx']['max_length']} characters. Shorten it"
    else:
        problem = FIXES.get(kind, f"{error['msg']}. Correct it")
    if kind == "extra_forbidden" and fields:
        problem += f" (the fields are {', '.join(fields)})"
    return field, problem
