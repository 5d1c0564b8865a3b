"""The words of the interface: one file, read by the templates and by the script."""

from __future__ import annotations

import json
from functools import cache

from .data import ROOT, DataError

WORDS = ROOT / "data" / "words.json"


@cache
def words() -> dict[str, str]:
    """Every word of the interface by its key.

    Raises:
        DataError: the file is missing or is not JSON.
    """
    try:
        found: dict[str, str] = json.loads(WORDS.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise DataError(WORDS, "", f"cannot be read as JSON ({error}). Mend it") from None
    return found
