"""The gallery of kinds as one page, served: opened from a folder, a browser without a profile forgets at times
what the page stored (see tests/support/chromium.py). The built book's own tests open it from its folder too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import gallery
from tests.support.contexts import Contexts
from tests.support.server import serving
from tests.support.visits import Visits, visiting


@pytest.fixture(scope="module")
def gallery_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page's address; a file of tests that needs only some kinds names them in its ``ON_PAGE``."""
    path: Path = tmp_path_factory.mktemp("gallery") / gallery.PAGE
    path.write_text(gallery.html(getattr(request.module, "ON_PAGE", ())), encoding="utf-8")
    with serving(path.parent) as address:
        yield f"{address}/{path.name}"


@pytest.fixture
def gallery_visits(browser: Browser, gallery_url: str, contexts: Contexts) -> Iterator[Visits]:
    """Contexts for the gallery; the test fails on a foreign request or a console error in any."""
    yield from visiting(browser, gallery_url.rpartition("/")[0], contexts)


@pytest.fixture
def gallery_page(gallery_visits: Visits, gallery_url: str) -> Page:
    return gallery_visits.open(gallery_url, **gallery.BRITISH)
