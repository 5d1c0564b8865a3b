"""The simulation models of the course, one folder each, with its words. They know nothing of pages.

A folder ``fixes`` holds the model ``fixes``; nothing else lists them.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from workbook.model import Check, Control, Model, Series


def _found() -> dict[str, Model]:
    folders = sorted(path.parent.name for path in Path(__file__).parent.glob("*/words.yml"))
    return {name: getattr(import_module(f"{__name__}.{name}"), name) for name in folders}


MODELS: dict[str, Model] = _found()
# `models.fixes` is the model, and not the folder that it is in: notebooks run it by that name.
globals().update(MODELS)

__all__ = ["MODELS", "Check", "Control", "Model", "Series"]
