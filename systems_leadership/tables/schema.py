"""What each table of facts may hold, as ``datapackage.json`` says it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ..data import ROOT, DataError

FOLDER = ROOT / "data" / "facts"
PACKAGE = "datapackage.json"
#: Data types of pandas for the types of the package.
DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
TRUTH = {"true": True, "false": False}


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
    def dtype(self) -> str:
        """The column's data type in pandas; a closed list of words is a category."""
        return "category" if "enum" in self.constraints else DTYPES[self.type]

    def value(self, cell: str) -> Any:
        """What a cell says; None where it is empty.

        Raises:
            ValueError: what is wrong with it and how to mend it.
        """
        if cell == "":
            if self.constraints.get("required"):
                raise ValueError("is empty. Fill it in: every row needs one")
            return None
        found: Any = cell
        if self.type in ("integer", "number"):
            try:
                found = int(cell) if self.type == "integer" else float(cell)
            except ValueError:
                kind = "a whole number" if self.type == "integer" else "a number"
                raise ValueError(f"'{cell}' is not {kind}. Write digits only, without commas or units") from None
        elif self.type == "boolean":
            if cell not in TRUTH:
                raise ValueError(f"'{cell}' is not true or false. Write one of them, in small letters")
            found = TRUTH[cell]
        self._check(cell, found)
        return found

    def _check(self, cell: str, found: Any) -> None:
        rules = self.constraints
        if "enum" in rules and cell not in rules["enum"]:
            raise ValueError(f"'{cell}' is not one of {', '.join(rules['enum'])}. Use one of them")
        if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
            raise ValueError(f"'{cell}' does not have the form {rules['pattern']}. Correct it")
        if "maxLength" in rules and len(cell) > rules["maxLength"]:
            raise ValueError(f"has {len(cell)} characters, but at most {rules['maxLength']} fit. Shorten it")
        if "minimum" in rules and found < rules["minimum"]:
            raise ValueError(f"{cell} is below {rules['minimum']}. Correct it")
        if "maximum" in rules and found > rules["maximum"]:
            raise ValueError(f"{cell} is above {rules['maximum']}. Correct it")


@dataclass(frozen=True)
class Table:
    """One table of the package.

    Args:
        name: what ``facts.load`` calls it.
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
def package(folder: Path = FOLDER) -> dict[str, Table]:
    """Every table by its name, in the package's order.

    Raises:
        DataError: the package is missing, is not JSON, or lacks a part.
    """
    path = folder / PACKAGE
    try:
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
        return {one["name"]: _table(folder, one) for one in resources}
    except FileNotFoundError:
        raise DataError(path, "", "there is no such file. It says what each table may hold: put it back") from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise DataError(path, "", f"cannot be read as JSON ({error}). Mend it there") from None
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
