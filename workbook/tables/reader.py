"""Reads one table of facts into a data frame."""

from __future__ import annotations

from collections.abc import Collection
from io import StringIO

import pandas as pd

from ..data import DataError, read_text
from .checks import faults
from .package import DTYPES, Table

TRUTH = {"true": True, "false": False}


def read(table: Table) -> pd.DataFrame:
    """A table as a frame, indexed by id; what is not known is missing.

    Args:
        table: where it lies and what it may hold.

    Raises:
        DataError: it cannot be read as the package says: every fault with its line, field and fix.
    """
    text = read_text(table.path)
    try:
        frame = pd.read_csv(
            StringIO(text),
            dtype={one.name: "string" for one in table.fields},
            keep_default_na=False,
            na_values=[""],
        )
        for one in table.fields:
            if one.words:
                _refuse_stray(frame[one.name], one.words)
                frame[one.name] = pd.Categorical(frame[one.name], categories=one.words)
            elif one.type == "boolean":
                _refuse_stray(frame[one.name], TRUTH)
                frame[one.name] = frame[one.name].map(TRUTH).astype("boolean")
            else:
                frame = frame.astype({one.name: DTYPES[one.type]})
        found = frame[[one.name for one in table.fields]].set_index("id")
        if not found.index.is_unique:
            raise ValueError("an id stands twice")
        return found
    except (ValueError, KeyError, pd.errors.ParserError) as error:
        problems = faults(table.path.parent, table.name)
        if problems:
            raise DataError.of(problems) from None
        raise DataError(table.path, "", f"cannot be read ({error}). Compare it with the package") from None


def _refuse_stray(column: pd.Series, known: Collection[str]) -> None:
    """Refuse a word that the package does not list: made into a frame it would be as if nothing stood there.

    Raises:
        ValueError: the words.
    """
    stray = set(column.dropna()) - set(known)
    if stray:
        raise ValueError(f"{stray} is not among the words of {column.name}")
