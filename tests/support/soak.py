"""What `make test` runs of a long list of cases; `make soak` runs all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def quick(cases: Iterable[Any], *kept: Any) -> list[Any]:
    """The cases for ``parametrize``: those ``kept`` always, the others marked as long.

    Args:
        cases: all of them.
        kept: some of them, each the case itself or, for one of several values, the first.
    """
    return [one if first_of(one) in kept else pytest.param(one, marks=pytest.mark.soak) for one in cases]


def first_of(case: Any) -> Any:
    return case[0] if isinstance(case, tuple) else case
