"""What `make test` runs of a long list of cases; `make soak` runs all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def quick(cases: Iterable[Any], *kept: Any) -> list[Any]:
    """The cases for ``parametrize``: those ``kept`` always, the others marked as long.

    Args:
        cases: all of them.
        kept: some of them.
    """
    return [one if one in kept else pytest.param(one, marks=pytest.mark.soak) for one in cases]
