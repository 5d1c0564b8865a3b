"""The kinds of exercise: one folder each, found by looking."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from ..spec import Spec

FOLDER = Path(__file__).parent


@cache
def kinds() -> dict[str, type[Spec]]:
    """Every kind by its name in YAML. A folder ``if_then`` with ``if_then.py`` is the kind ``if-then``."""
    found = {}
    for folder in sorted(FOLDER.iterdir()):
        if (folder / f"{folder.name}.py").is_file():
            module = import_module(f"{__name__}.{folder.name}.{folder.name}")
            found[folder.name.replace("_", "-")] = module.KIND
    return found
