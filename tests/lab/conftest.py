"""One JupyterLab with the one notebook of the live tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.lab import notebook
from tests.support.jupyterlab import Lab, running
from tests.support.visits import Visits


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("notebooks")
    notebook.put(folder)
    with running(folder, tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture(scope="module")
def visits(browser: Browser, lab: Lab) -> Iterator[Visits]:
    opened = Visits(browser, lab.url)
    yield opened
    opened.close()
