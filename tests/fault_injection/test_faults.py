"""No answer is lost: seeded random sequences of work and trouble in a real browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support import sample
from tests.support.server import serving

from .learner import Learner

SEQUENCES = int(os.environ.get("SEQUENCES", "10"))  # `make soak` tries at least 500
GROUP = 5
LENGTH = 12  # things that one learner does


@pytest.mark.parametrize("first", range(0, SEQUENCES, GROUP))
def test_what_was_saved_is_still_there(browser: Browser, tmp_path: Path, first: int) -> None:
    sample.write(tmp_path)
    with serving(tmp_path) as address:
        for seed in range(first, first + GROUP):
            assert play(browser, address, tmp_path, seed) == [], f"seed {seed}"


def play(browser: Browser, address: str, folder: Path, seed: int) -> list[str]:
    """One sequence; what it lost, after the steps that led there."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    context.set_default_timeout(10_000)
    try:
        learner = Learner(context, f"{address}/{sample.PAGE}", seed, folder)
        for _ in range(LENGTH):
            learner.act()
        lost = learner.lost()
        return [*learner.log, *lost] if lost else []
    finally:
        context.close()


def test_a_store_that_forgets_is_caught(browser: Browser, tmp_path: Path) -> None:
    """The seeded fault: earlier answers are not kept."""
    whole = sample.html()
    broken = whole.replace("earlier:earlier.slice(0,MAX_EARLIER)", "earlier:[]")
    assert broken != whole
    (tmp_path / sample.PAGE).write_text(broken, encoding="utf-8")
    with serving(tmp_path) as address:
        assert any(play(browser, address, tmp_path, seed) for seed in range(GROUP))
