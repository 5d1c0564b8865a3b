"""Browser, sites and the built book, one of each for a worker."""

from __future__ import annotations

import gc
import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from playwright.sync_api import Browser, Page, Playwright, StorageState, sync_playwright

from tests.support import sample
from tests.support.book import Book, NotBuilt
from tests.support.chromium import NoBrowser, launch
from tests.support.contexts import Contexts
from tests.support.server import serving
from tests.support.sites import Site
from tests.support.visits import Visits, visiting
from tests.support.walk import Walks

NEAR = 20  # frames: the way from a test's step into Playwright


def near_stack(context: int = 1) -> list[inspect.FrameInfo]:
    """The nearest frames of the call stack, without their source: all that Playwright's reports need.

    Playwright takes the stack at every step. For the frames that start Python and xdist's workers, which have no
    file, `inspect.stack` looks through every module each time: that was a third of all test time.
    """
    found: list[inspect.FrameInfo] = []
    frame: FrameType | None = sys._getframe(1)
    while frame and len(found) < NEAR:
        code = frame.f_code
        found.append(inspect.FrameInfo(frame, code.co_filename, frame.f_lineno, code.co_name, None, None))
        frame = frame.f_back
    return found


inspect.stack = near_stack

# Python looks through all that lives for what has died whenever 700 objects more have come: a fifth of the time of
# tests that parse the book. Memory is not short here.
gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def playwright_instance() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright_instance: Playwright) -> Iterator[Browser]:
    try:
        started = launch(playwright_instance.chromium)
    except NoBrowser as error:
        pytest.fail(str(error), pytrace=False)
    yield started
    started.close()


@pytest.fixture(scope="session")
def book() -> Book:
    try:
        return Book()
    except NotBuilt as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def book_http(book: Book) -> Iterator[Site]:
    with serving(book.root) as address:
        yield Site(address, address)


@pytest.fixture(scope="session")
def walks(browser: Browser, book: Book, book_http: Site, tmp_path_factory: pytest.TempPathFactory) -> Walks:
    """Each lesson walked once by keyboard, whichever worker comes first."""
    own = tmp_path_factory.getbasetemp()  # Of this worker; its parent is of all workers of this run.
    return Walks(browser, book, book_http, own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture(scope="session")
def answered(walks: Walks) -> StorageState:
    """What the browser keeps for ``book_http`` once every exercise is answered, some of them twice."""
    return walks.all()


@pytest.fixture(scope="session")
def book_folder(book: Book) -> Site:
    """The book's folder, opened without a server."""
    return Site(book.root.as_uri(), "file://")


@pytest.fixture(params=["http", "file"])
def book_site(request: pytest.FixtureRequest, book_http: Site, book_folder: Site) -> Site:
    """The book over http, then from its folder."""
    return book_http if request.param == "http" else book_folder


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.write(tmp_path_factory.mktemp("sample")).parent


@pytest.fixture(scope="session")
def sample_http(sample_folder: Path) -> Iterator[Site]:
    with serving(sample_folder) as address:
        yield Site(address, address)


@pytest.fixture(scope="session")
def contexts(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contexts]:
    shared = Contexts(browser, tmp_path_factory.mktemp("contexts"))
    yield shared
    shared.close()


@pytest.fixture
def sample_visits(browser: Browser, sample_http: Site, contexts: Contexts) -> Iterator[Visits]:
    """Contexts for the sample page; the test fails on a foreign request or a console error in any."""
    yield from visiting(browser, sample_http.origin, contexts)


@pytest.fixture
def sample_page(sample_visits: Visits, sample_http: Site) -> Page:
    return sample_visits.open(sample_http.url(sample.PAGE))


@pytest.fixture
def book_visits(browser: Browser, book_site: Site, contexts: Contexts, tmp_path: Path) -> Iterator[Visits]:
    """Contexts for the book, over http and from the folder; watched like the sample's."""
    yield from visiting(browser, book_site.origin, contexts, tmp_path if book_site.origin == "file://" else None)


@pytest.fixture
def folder_visits(browser: Browser, book_folder: Site, contexts: Contexts, tmp_path: Path) -> Iterator[Visits]:
    """Contexts for the book's folder only."""
    yield from visiting(browser, book_folder.origin, contexts, tmp_path)


@pytest.fixture
def http_visits(browser: Browser, book_http: Site, contexts: Contexts) -> Iterator[Visits]:
    """Contexts for the book over http only."""
    yield from visiting(browser, book_http.origin, contexts)
