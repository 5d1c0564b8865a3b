"""How a broken rule is told to the author: which rule, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def hold(rule: str, place: str, problems: Iterable[str], fix: str) -> None:
    """Fail, in words, if a rule is broken.

    Args:
        rule: what must be so.
        place: the file or folder.
        problems: each place in it where it is not so; none where all is well.
        fix: what to do about it.
    """
    found = list(problems)
    if found:
        listed = "\n".join(f"  - {one}" for one in found)
        pytest.fail(f"{place} breaks a rule: {rule}.\n{listed}\nFix: {fix}.", pytrace=False)
