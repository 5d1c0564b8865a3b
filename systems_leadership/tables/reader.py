"""Reads one table of facts into a data frame, or says which row and field to mend."""

from __future__ import annotations

import csv
from typing import Any

import pandas as pd

from ..data import DataError
from .schema import Table


def read(table: Table) -> pd.DataFrame:
    """A table as a frame, indexed by id; what is not known is missing.

    Args:
        table: where it lies and what it may hold.

    Raises:
        DataError: no such file, not UTF-8, other columns, or a cell that may not be so: table, row, field, fix.
    """
    rows = _rows(table)
    columns: dict[str, list[Any]] = {field.name: [] for field in table.fields}
    seen: dict[str, set[str]] = {field.name: set() for field in table.fields if field.constraints.get("unique")}
    for line, cells in rows:
        for field, cell in zip(table.fields, cells, strict=True):
            where = f"row {cells[0] or f'on line {line}'}, field {field.name}"
            try:
                columns[field.name].append(field.value(cell))
            except ValueError as error:
                raise DataError(table.path, where, str(error)) from None
            if field.name in seen:
                if cell in seen[field.name]:
                    raise DataError(table.path, where, f"'{cell}' stands twice. Give each row its own")
                seen[field.name].add(cell)
    frame = pd.DataFrame(
        {field.name: _column(columns[field.name], field.dtype, field.constraints.get("enum")) for field in table.fields}
    )
    return frame.set_index("id")


def _column(values: list[Any], dtype: str, words: list[str] | None) -> pd.Series[Any]:
    if words is not None:
        return pd.Series(pd.Categorical(values, categories=words))
    return pd.Series(values, dtype=dtype)


def _rows(table: Table) -> list[tuple[int, list[str]]]:
    """Every row with the line it ends on.

    Raises:
        DataError: the file is missing, is not text, or a row has another number of cells.
    """
    names = [field.name for field in table.fields]
    try:
        # A spreadsheet may put a byte order mark before the first heading.
        with table.path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            head = next(reader, [])
            rows = [(reader.line_num, row) for row in reader if row]
    except FileNotFoundError:
        raise DataError(table.path, "", "there is no such file. Put it back, or take it out of the package") from None
    except UnicodeDecodeError as error:
        raise DataError(table.path, f"byte {error.start}", "not UTF-8 text. Save the file as CSV UTF-8") from None
    except csv.Error as error:
        raise DataError(table.path, "", f"cannot be read as CSV ({error}). Look at the quotation marks") from None
    if head != names:
        alike = [a == b for a, b in zip(head, names, strict=False)]
        wrong = alike.index(False) if False in alike else len(alike)
        said = f"'{head[wrong]}'" if wrong < len(head) else "nothing"
        meant = f"'{names[wrong]}'" if wrong < len(names) else "nothing"
        raise DataError(table.path, "first row", f"column {wrong + 1} is {said}, not {meant}. Make them agree")
    for line, row in rows:
        if len(row) != len(names):
            where = f"row {row[0] or f'on line {line}'}"
            raise DataError(
                table.path, where, f"has {len(row)} cells, not {len(names)}. Put quotation marks round text with commas"
            )
    return rows
