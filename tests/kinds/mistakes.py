"""Mistakes in a lesson's file, and what its author is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from workbook.course import current
from workbook.data import DataError, read_yaml
from workbook.lesson import Lesson


@dataclass(frozen=True)
class Mistake:
    """A change to a good file, and what the message must say.

    Args:
        old, new: the text replaced, at its first place, and by what.
        told: words that name the place, and words that say how to mend it.
    """

    old: str
    new: str
    told: tuple[str, ...]


def assert_told(path: Path, mistake: Mistake, folder: Path) -> None:
    """Make the mistake in a copy of the file and see that the message names file, place and fix."""
    good = path.read_text(encoding="utf-8")
    assert mistake.old in good, "the good file has changed: mend this test's mistake"
    copy = folder / path.name
    copy.write_text(good.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Lesson(str(read_yaml(path)["lesson"]), current(), copy)
    message = str(caught.value)
    for words in (path.name, *mistake.told):
        assert words in message, message
