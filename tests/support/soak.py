"""What `make test` runs of a long list of cases; `make soak` runs all of them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

import pytest

Case = TypeVar("Case")

#: Is this a run of the long tests?
SOAK = "SOAK" in os.environ


def quick(cases: Iterable[Any], *kept: Any) -> list[Any]:
    """The cases for ``parametrize``: those ``kept`` always, the others marked as long.

    Args:
        cases: all of them.
        kept: some of them.
    """
    return [one if one in kept else pytest.param(one, marks=pytest.mark.soak) for one in cases]


def some(cases: Collection[Case], every: int) -> list[Case]:
    """All cases in a long run, each so-manieth one else: for a test that takes them one after the other.

    Args:
        cases: all of them.
        every: takes the first, and then each one that many places on.
    """
    return list(cases)[:: 1 if SOAK else every]


def of_kinds(entries: Collection[dict[str, Any]], *kinds: str) -> list[dict[str, Any]]:
    """All exercises in a long run, those of some kinds else.

    Args:
        entries: exercises as a manifest lists them.
        kinds: that stand for the others.
    """
    return [entry for entry in entries if SOAK or entry["kind"] in kinds]
