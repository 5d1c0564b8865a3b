"""Reads one table of facts into a data frame."""

from __future__ import annotations

import pandas as pd

from ..data import DataError
from .checks import faults
from .package import DTYPES, Table


def read(table: Table) -> pd.DataFrame:
    """A table as a frame, indexed by id; what is not known is missing.

    Args:
        table: where it lies and what it may hold.

    Raises:
        DataError: it cannot be read as the package says: every fault with its line, field and fix.
    """
    try:
        frame = pd.read_csv(
            table.path,
            encoding="utf-8-sig",  # a spreadsheet may put a byte order mark before the first heading
            dtype={one.name: "string" for one in table.fields},
            keep_default_na=False,
            na_values=[""],
        )
        for one in table.fields:
            if one.words:
                stray = set(frame[one.name].dropna()) - set(one.words)
                if stray:
                    raise ValueError(f"{stray} is not among the words of {one.name}")
                frame[one.name] = pd.Categorical(frame[one.name], categories=one.words)
            elif one.type == "boolean":
                frame[one.name] = frame[one.name].map({"true": True, "false": False}).astype("boolean")
            else:
                frame = frame.astype({one.name: DTYPES[one.type]})
        found = frame[[one.name for one in table.fields]].set_index("id")
        if not found.index.is_unique:
            raise ValueError("an id stands twice")
        return found
    except (OSError, ValueError, KeyError, pd.errors.ParserError) as error:
        problems = faults(table.path.parent, table.name)
        if problems:
            raise DataError.of(problems) from None
        raise DataError(table.path, "", f"cannot be read ({error}). Compare it with the package") from None
