"""The course's facts: tables in ``data/facts``, each row with its source, and what is made of them.

``facts.load("places")`` gives a data frame, ``facts.figure("loneliness")`` a chart with its table, and
``facts.directory()`` the project directory.
"""

from __future__ import annotations

import pandas as pd

from .data import DataError
from .shown import Shown
from .tables.agreement import problems
from .tables.reader import read
from .tables.schema import FOLDER, PACKAGE, package


def tables() -> list[str]:
    """The names that ``load`` takes."""
    return list(package())


def load(name: str) -> pd.DataFrame:
    """One table of facts.

    Args:
        name: the table, such as ``statistics`` or ``pioneers``.

    Returns:
        A frame with the data types of ``datapackage.json``, indexed by the fact's id; what is not known is missing.

    Raises:
        DataError: no such table, or a mistake in it: file, row, field and fix.
    """
    if name not in package():
        raise DataError(FOLDER / PACKAGE, f"table {name}", f"there is none. The tables are: {', '.join(tables())}")
    return read(package()[name])


def check() -> list[str]:
    """What does not agree between the tables and with the references, as sentences; empty where all is well.

    Raises:
        DataError: a table that cannot be read at all.
    """
    return problems({name: load(name) for name in tables()})


def figure(name: str) -> Shown:
    """A chart of the facts, with its period, definition, source, caution and table.

    Args:
        name: the chart, such as ``discharge``.

    Raises:
        KeyError: no such chart; the message lists those there are.
    """
    # Pages are made of facts, not facts of pages: only these two doors lead there, and only when asked.
    from .exercises.figures.catalogue import figure as make

    return make(name)


def figures() -> list[str]:
    """The names that ``figure`` takes."""
    from .exercises.figures.catalogue import FIGURES

    return list(FIGURES)


def directory() -> Shown:
    """The project directory: every place and project that the sources name."""
    from .exercises.directory.entries import directory as make

    return make()
