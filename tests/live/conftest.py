"""The page of Merrowdale Live, served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.live import screen
from tests.support.contexts import Contexts
from tests.support.server import serving
from tests.support.visits import Visits, visiting


@pytest.fixture(scope="module")
def live_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("live")
    (folder / "live.html").write_text(screen.html(), encoding="utf-8")
    with serving(folder) as address:
        yield f"{address}/live.html"


@pytest.fixture
def live_visits(browser: Browser, live_url: str, contexts: Contexts) -> Iterator[Visits]:
    """Contexts for the page; the test fails on a foreign request or a console error in any."""
    yield from visiting(browser, live_url.rpartition("/")[0], contexts)


@pytest.fixture
def live(live_visits: Visits, live_url: str) -> Page:
    return live_visits.open(live_url, reduced_motion="reduce")
