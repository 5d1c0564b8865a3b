"""What the tests of every model share."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from systems_leadership.models import MODELS


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, Any, str], bool]:
    """Put a fault into a model's module, and tell whether the check that should catch it does."""

    def try_fault(model: str, name: str, fault: Any, check_id: str) -> bool:
        check = next(check for check in MODELS[model].checks if check.id == check_id)
        monkeypatch.setattr(import_module(f"systems_leadership.models.{model}"), name, fault)
        return not check.holds()

    return try_fault
