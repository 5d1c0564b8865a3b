"""What the tests of every model share."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from systems_leadership.models import MODELS


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, Any, str], bool]:
    """Put a fault into a model, wherever its equations and its checks use that name, and tell whether the check
    that should catch it does.
    """

    def try_fault(model: str, name: str, fault: Any, check_id: str) -> bool:
        check = next(check for check in MODELS[model].checks if check.id == check_id)
        modules = [import_module(f"systems_leadership.models.{model}.{part}") for part in ("model", "checks")]
        users = [module for module in modules if hasattr(module, name)]
        assert users, f"nothing in the model {model} is called {name}"
        for module in users:
            monkeypatch.setattr(module, name, fault)
        return not check.holds()

    return try_fault
