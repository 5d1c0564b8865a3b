"""Scripts of the book with a fault put in, to see whether a check notices it."""

from __future__ import annotations

from collections.abc import Callable
from unittest import mock

from workbook import bundle
from workbook.bundle.rename import renamed
from workbook.course import current


def spoilt(change: Callable[[str], str]) -> dict[str, str]:
    """Every script by its name, changed before its names become short.

    Args:
        change: a script's text as it was written, without remarks and idle spaces; gives it back, changed or not.
    """
    changed: set[str] = set()

    def with_fault(text: str, name: str) -> str:
        if change(text) != text:
            changed.add(name)
        return renamed(change(text), name)

    with mock.patch("workbook.bundle.link.renamed", with_fault):
        found = {name: text for name, (_, text) in bundle.scripts(current()).items()}
    assert changed, "the fault is in no script: its place was written anew"
    return found
