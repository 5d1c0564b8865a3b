"""A JupyterLab for each file of tests, on the notebook that the file puts there with its ``put``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.jupyterlab import Lab, running
from tests.support.visits import Visits


@pytest.fixture(scope="module")
def lab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("notebooks")
    request.module.put(folder)
    with running(folder, tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture(scope="module")
def visits(browser: Browser, lab: Lab) -> Iterator[Visits]:
    opened = Visits(browser, lab.url)
    yield opened
    opened.close()
