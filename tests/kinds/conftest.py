"""The gallery of kinds as a page without a server: opened from its folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import gallery
from tests.support.visits import Visits


@pytest.fixture(scope="session")
def gallery_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("gallery") / gallery.PAGE
    path.write_text(gallery.html(), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def gallery_visits(browser: Browser) -> Iterator[Visits]:
    """Contexts for the gallery; the test fails on a foreign request or a console error in any."""
    visits = Visits(browser, "file://")
    yield visits
    faults = visits.faults()
    visits.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def gallery_page(gallery_visits: Visits, gallery_url: str) -> Page:
    # British dates: a date field takes day, month, year.
    return gallery_visits.open(gallery_url, locale="en-GB", timezone_id="Europe/London")
