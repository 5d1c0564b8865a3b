"""Binder's steps, run here: a clean environment, JupyterLab, lesson 1, an exercise that answers."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Browser

from tests.bench.binder import binder_seconds


@pytest.mark.skipif(not os.environ.get("SOAK"), reason="a clean environment is made by `make soak` only")
def test_a_clean_environment_comes_to_a_live_exercise(browser: Browser) -> None:
    for seconds in binder_seconds(browser):
        assert seconds < 600
