"""Browser, sites and the built book, one of each for a worker."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from greenlet import greenlet
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.support import sample
from tests.support.book import Book, NotBuilt
from tests.support.chromium import NoBrowser, launch
from tests.support.contexts import Contexts
from tests.support.server import serving
from tests.support.sites import Site
from tests.support.visits import Visits, visiting
from tests.support.walk import Walks
from workbook.data import read_yaml

OPEN = Path(__file__).with_name("open_faults.yml")
FEW = 1000  # tests; whoever asks for fewer means those
LONG = Path(__file__).with_name("long.yml")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is known to fail is named in a list, with what is open there; `OPEN_FAULTS=1` runs it all the same."""
    known = {} if "OPEN_FAULTS" in os.environ else {one["test"]: one["why"] for one in read_yaml(OPEN) or []}
    long = {} if {"LONG", "SOAK"} & {*os.environ} or len(items) < FEW else read_yaml(LONG)
    for item in items:
        path, _, name = item.nodeid.partition("::")
        # A name is a test with all of its cases, or the beginning of one case.
        if any(
            one in (name, name.partition("[")[0]) or ("[" in one and name.startswith(one)) for one in long.get(path, [])
        ):
            item.add_marker(pytest.mark.skip(reason="it takes long: `make full` runs it"))
        why = known.get(item.nodeid) or known.get(item.nodeid.partition("[")[0])
        if why:
            item.add_marker(pytest.mark.xfail(reason=why, run=False))
        if (soak := item.get_closest_marker("soak")) and "SOAK" not in os.environ:
            item.add_marker(
                pytest.mark.skip(reason=soak.args[0] if soak.args else "it takes long: `make soak` runs it")
            )


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool:
    """Run each test in a greenlet, whose call stack begins here.

    Playwright takes the whole stack at every step, and for frames without a file, as xdist's workers have at their
    start, Python looks through every module: a third of all test time.
    """
    names = pyfuncitem._fixtureinfo.argnames
    greenlet(partial(pyfuncitem.obj, **{name: pyfuncitem.funcargs[name] for name in names})).switch()
    return True


def of_all_workers(factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    own = factory.getbasetemp()  # Of this worker; its parent is of all.
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


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
    return Walks(browser, book, book_http, of_all_workers(tmp_path_factory))


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
    """The sample page, made by whichever worker comes first."""
    folder = of_all_workers(tmp_path_factory) / "sample"
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            folder.mkdir()
            sample.write(folder)
    return folder


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
