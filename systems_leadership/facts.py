"""The course's facts: tables in ``data/facts``, each row with its source, and what is made of them.

``facts.load("places")`` gives a data frame, ``facts.figure("loneliness")`` a chart with its table, and
``facts.directory()`` the project directory.
"""

from __future__ import annotations

import pandas as pd

from workbook import tables
from workbook.course import current
from workbook.html_output import HtmlOutput

from . import directory as _directory
from . import figures as _figures


def load(name: str) -> pd.DataFrame:
    """One table of facts.

    Args:
        name: the table, such as ``statistics`` or ``pioneers``.

    Returns:
        A frame with the data types of ``datapackage.json``, indexed by the fact's id; what is not known is missing.

    Raises:
        DataError: no such table, or mistakes in it: line, field and fix.
    """
    return tables.load(current(), name)


def names() -> list[str]:
    """The tables that ``load`` takes."""
    return tables.names(current())


def figure(name: str) -> HtmlOutput:
    """A chart of the facts, with its period, definition, source, caution and table.

    Args:
        name: the chart, such as ``discharge``.

    Raises:
        KeyError: no such chart; the message lists those there are.
    """
    return _figures.figure(current(), name)


def figures() -> list[str]:
    """The names that ``figure`` takes."""
    return list(_figures.specs(current()))


def directory() -> HtmlOutput:
    """The project directory: every place and project that the sources name."""
    return _directory.directory(current())
