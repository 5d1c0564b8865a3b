"""The words of the course's interface, as its pages show them."""

from __future__ import annotations

from workbook.course import current
from workbook.strings import Strings


def words() -> Strings:
    """Every word by its key."""
    return current().strings


def number(value: float) -> str:
    """A number as the course's pages write it."""
    return current().number(value)
