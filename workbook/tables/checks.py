"""What Frictionless finds wrong with the tables, in words that say what to mend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..data import Problem
from .package import PACKAGE, package

#: What to do about each kind of fault; the rest keep the words of Frictionless.
FIXES = {
    "constraint-error": "Correct the cell, or the rule in the package",
    "type-error": "Write digits only, without commas or units; true or false in small letters",
    "missing-cell": "Put quotation marks round text with commas",
    "extra-cell": "Put quotation marks round text with commas",
    "missing-label": "Make the first row and the package agree",
    "incorrect-label": "Make the first row and the package agree",
    "extra-label": "Make the first row and the package agree",
    "blank-row": "Take the row out",
    "source-error": "Write its first row",
    "foreign-key": "Correct it, or add that row",
    "unique-error": "Give each row its own",
    "primary-key": "Give each row its own",
    "scheme-error": "Check its name and place",
    "encoding-error": "Save the file as CSV UTF-8",
}


def faults(folder: Path, table: str | None = None) -> list[Problem]:
    """Every fault of the tables in a folder, or of one of them.

    Args:
        folder: where the package lies.
        table: the one to look at; all, if not given, and then also whether rows name one another rightly.
    """
    # Half a second that only a check needs, and not everyone who reads a table.
    import frictionless

    found: Any = frictionless.Package(str(folder / PACKAGE))
    report = found.get_resource(table).validate() if table else found.validate()
    paths = {one.name: one.path for one in package(folder).values()}
    problems = [Problem(folder / PACKAGE, "", _told(error)) for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            line = getattr(error, "row_number", None)
            field = getattr(error, "field_name", None) or getattr(error, "label", None)
            problems.append(Problem(paths[task.name], f"field {field}" if field else "", _told(error), line))
    return problems


def _told(error: Any) -> str:
    fix = FIXES.get(error.type, "Mend it")
    cell = f"'{error.cell}' does not fit: " if getattr(error, "cell", None) else ""
    return f"{cell}{(error.note or error.message).rstrip('.')}. {fix}"
