"""The tables of facts in ``data/facts``: what they may hold, how they are read, whether they agree."""

from __future__ import annotations

import pandas as pd

from ..course import Course
from ..data import DataError
from .package import PACKAGE, package
from .reader import read

__all__ = ["load", "names"]


def names(course: Course) -> list[str]:
    """The tables of a course."""
    return list(package(course.facts)) if course.facts.is_dir() else []


def load(course: Course, name: str) -> pd.DataFrame:
    """One table of facts.

    Args:
        course: whose it is.
        name: the table, such as ``statistics``.

    Returns:
        A frame with the data types of ``datapackage.json``, indexed by the fact's id; what is not known is missing.

    Raises:
        DataError: no such table, or mistakes in it: line, field and fix.
    """
    if name not in names(course):
        there = ", ".join(names(course)) or "none yet"
        raise DataError(course.facts / PACKAGE, f"table {name}", f"there is none. The tables are: {there}")
    return read(package(course.facts)[name])
