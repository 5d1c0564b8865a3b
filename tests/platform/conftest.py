"""A small learning platform: scorm-again in a page of its own, which keeps what it is told, and empties the storage."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Frame, Page

from tests.support.book import ROOT, Book
from tests.support.server import serving
from workbook.build import scorm
from workbook.course import current

SCORM_AGAIN = ROOT / "tests" / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
PLATFORM = """<!doctype html><meta charset="utf-8"><title>Platform</title><link rel="icon" href="data:,">
<style>html,body,iframe{margin:0;width:100%;height:100%;border:0}</style>
<script src="scorm12.min.js"></script><script>
window.sent = [];
window.API = new Scorm12API({ autocommit: false, lmsCommitUrl: false });
API.loadFromJSON(GIVEN, "");
for (const name of ["LMSInitialize", "LMSSetValue", "LMSCommit", "LMSFinish"]) {
  const call = API[name].bind(API);
  API[name] = (...all) => { sent.push([name, ...all]); localStorage.setItem("platform/sent", JSON.stringify(sent));
    return call(...all); };
}
</script><iframe id="sco" title="sco" src="package/index_lms.html"></iframe>"""


@dataclass
class Platform:
    """What it knows of one learner, and where it is."""

    address: str
    folder: Path
    learner: str = "l1"
    mode: str = "normal"
    core: dict[str, str] = field(default_factory=dict)
    marks: str = ""

    def launch(self, context: BrowserContext, framed: bool = True) -> Page:
        """Open the course as a learner does; or the platform alone, which can open a window for it."""
        core = {"student_id": self.learner, "lesson_mode": self.mode, **self.core}
        given = {"cmi": {"core": core, "suspend_data": self.marks}}
        page = context.new_page()
        html = PLATFORM.replace("GIVEN", json.dumps(given))
        html = html if framed else html.partition("<iframe")[0]
        (self.folder / "platform.html").write_text(html, encoding="utf-8")
        page.goto(f"{self.address}/platform.html")
        return page

    def keep(self, sent: list[list[str]]) -> None:
        """Keep what was sent, for the next launch."""
        for name, *values in sent:
            if name == "LMSSetValue":
                path, value = values
                if path == "cmi.suspend_data":
                    self.marks = value
                elif path in ("cmi.core.lesson_status", "cmi.core.lesson_location"):
                    self.core[path.rpartition(".")[2]] = value


def book_of(page: Page) -> Frame:
    """The frame of the book, once its page is there."""
    wrapper = page.frame_locator("#sco")
    wrapper.frame_locator("#book").locator("main").first.wait_for()
    return next(one for one in page.frames if "/site/" in one.url)


def sent(page: Page) -> list[list[str]]:
    """Every call of the platform's functions so far."""
    found: list[list[str]] = page.evaluate("sent")
    return found


def values(page: Page, name: str) -> list[str]:
    """What one element of the data model was set to, in order."""
    return [call[2] for call in sent(page) if call[0] == "LMSSetValue" and call[1] == name]


@pytest.fixture(scope="module")
def package(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, unpacked as a platform does."""
    assert scorm.pack(current()) == 0
    folder = tmp_path_factory.mktemp("platform")
    with zipfile.ZipFile(current().output / f"{current().id}-scorm12.zip") as packed:
        packed.extractall(folder / "package")
    (folder / "scorm12.min.js").write_bytes(SCORM_AGAIN.read_bytes())
    return folder


@pytest.fixture
def platform(package: Path) -> Iterator[Platform]:
    with serving(package) as address:
        yield Platform(address, package)


@pytest.fixture
def context(browser: Any) -> Iterator[BrowserContext]:
    found = browser.new_context()
    yield found
    found.close()
