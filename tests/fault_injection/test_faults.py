"""No answer is lost and none comes back: seeded random sequences of work and trouble in a real browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.server import serving
from tests.support.spoilt import spoilt

from . import page
from .learner import Learner
from .tabs import Tabs

SEQUENCES = int(os.environ.get("SEQUENCES", "3000" if os.environ.get("SOAK") else "5"))
FIRST = int(os.environ.get("FIRST_SEQUENCE", "0"))
GROUP = min(10, SEQUENCES)
SEEDS = 30  # in which a seeded fault is met
LENGTH = 14  # things that one learner does


@pytest.mark.parametrize("first", range(FIRST, FIRST + SEQUENCES, GROUP))
def test_what_was_saved_is_there_and_what_was_erased_is_not(
    browser: Browser, tmp_path: Path, first: int, record_property: Callable[[str, object], None]
) -> None:
    (tmp_path / page.PAGE).write_text(page.html(), encoding="utf-8")
    saves = 0
    faults: list[str] = []
    with sitting(browser, tmp_path) as tabs:
        for seed in range(first, first + GROUP):
            told = play(tabs, seed)
            saves += told[0]
            faults += [f"seed {seed}: {one}" for one in told[1]]
    record_property("saves", saves)
    print(f"{GROUP} sequences from {first}, {saves} acknowledged saves")
    assert not faults, "\n".join(faults)


@contextmanager
def sitting(browser: Browser, folder: Path) -> Iterator[Tabs]:
    """A browser on the page in a folder, for one learner after the other."""
    context = browser.new_context(viewport={"width": 400, "height": 300}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    with serving(folder) as address:
        try:
            yield Tabs(context, f"{address}/{page.PAGE}")
        finally:
            context.close()


def play(tabs: Tabs, seed: int, only: Collection[str] = ()) -> tuple[int, list[str]]:
    """One sequence: how many saves were acknowledged; what was lost or left, after the steps that led there."""
    learner = Learner(tabs, seed, only)
    for _ in range(LENGTH):
        learner.act()
    lost, left = learner.faults()
    tabs.leave_nothing()
    return learner.saves, [" ".join(learner.log), *(f"lost {one}" for one in lost), *left] if lost or left else []


#: Seeded faults: what the scripts do, what they would do instead, and where all acts together seldom meet it, which do.
BROKEN: dict[str, tuple[str, str, Collection[str]]] = {
    "earlier answers are not kept": ("earlier:earlier.slice(0,MAX_EARLIER)", "earlier:[]", ()),
    "a page that was away does not ask whether all was erased": (
        "wasErased(){",
        "wasErased(){return false;",
        ("append", "another_tab", "away_and_back"),
    ),
    "tabs do not hear one another at all": ('addEventListener("message"', 'addEventListener("never"', ()),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_store_that_forgets_or_remembers_is_caught(browser: Browser, tmp_path: Path, fault: str) -> None:
    before, after, only = BROKEN[fault]
    broken = page.with_scripts(spoilt(lambda script: script.replace(before, after)))
    (tmp_path / page.PAGE).write_text(broken, encoding="utf-8")
    with sitting(browser, tmp_path) as tabs:
        assert any(play(tabs, seed, only)[1] for seed in range(SEEDS))
