"""What each table of a course's facts may hold, as ``data/facts/datapackage.json`` says it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ..data import DataError, read_text

PACKAGE = "datapackage.json"
#: Data types of pandas for the types of the package.
DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


@dataclass(frozen=True)
class Field:
    """One column.

    Args:
        name: its heading.
        type: ``string``, ``integer``, ``number`` or ``boolean``.
        description: what it means, for the codebook.
        constraints: as Frictionless names them: required, unique, enum, pattern, minimum, maximum, maxLength.
    """

    name: str
    type: str
    description: str
    constraints: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> list[str] | None:
        """The closed list of what it may hold, if there is one."""
        return self.constraints.get("enum")


@dataclass(frozen=True)
class Table:
    """One table of the package.

    Args:
        name: what ``load`` calls it.
        path: its CSV file.
        title: its title in the codebook.
        description: what it holds.
        fields: its columns, in order.
        links: for columns that name a row of another table: the column and that table.
    """

    name: str
    path: Path
    title: str
    description: str
    fields: tuple[Field, ...]
    links: tuple[tuple[str, str], ...]


@cache
def package(folder: Path) -> dict[str, Table]:
    """Every table in a folder by its name, in the package's order.

    Raises:
        DataError: the package is missing, is not JSON, or lacks a part.
    """
    path = folder / PACKAGE
    try:
        return {one["name"]: _table(folder, one) for one in json.loads(read_text(path))["resources"]}
    except json.JSONDecodeError as error:
        raise DataError(path, "", f"cannot be read as JSON ({error.msg}). Mend it there", error.lineno) from None
    except (KeyError, TypeError) as error:
        raise DataError(path, "", f"lacks a part ({error}). Add it, as the other tables have it") from None


def _table(folder: Path, resource: dict[str, Any]) -> Table:
    schema = resource["schema"]
    return Table(
        name=resource["name"],
        path=folder / resource["path"],
        title=resource["title"],
        description=resource["description"],
        fields=tuple(
            Field(one["name"], one["type"], one["description"], one.get("constraints", {})) for one in schema["fields"]
        ),
        links=tuple((one["fields"][0], one["reference"]["resource"]) for one in schema.get("foreignKeys", [])),
    )
