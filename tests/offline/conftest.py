"""The zip file as a learner has it: unpacked in a folder with nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits
from workbook.build.archive import name_of
from workbook.course import current


@pytest.fixture(scope="session")
def unpacked(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("downloads") / "leading across boundaries"  # a space, as folders have
    with zipfile.ZipFile(book.root / name_of(current())) as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture
def folder_site(unpacked: Path) -> Site:
    return Site(unpacked.as_uri(), unpacked.as_uri())


@pytest.fixture
def folder_visits(browser: Browser, folder_site: Site, tmp_path: Path) -> Iterator[Visits]:
    """Contexts that may ask for nothing but files of the folder."""
    visits = Visits(browser, folder_site.origin, tmp_path)
    yield visits
    faults = visits.faults()
    visits.close()
    assert not faults, "\n".join(faults)
