"""The package in a platform that somebody else wrote: scormhost, with accounts, uploads and a table of its own."""

from __future__ import annotations

import json
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Frame, Page

from tests.support.answering import TO_ITS_STEP
from workbook.course import current
from workbook.lesson import lessons

from .test_scorm import ISSUE, WORDS, answer

pytestmark = pytest.mark.soak("it sets up a learning platform in an environment of its own")

WANTED = Path(__file__).with_name("scormhost.txt")
SERVE = """import sys, uvicorn
from scormhost import create_scorm_app
app = create_scorm_app(data_dir=sys.argv[1], secret_key=sys.argv[3])
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")"""
SECRET = secrets.token_urlsafe(32)
PACKAGE = "course"


@dataclass
class Host:
    """The platform: where it answers, and where it keeps what it is told."""

    address: str
    folder: Path

    def enrol(self, context: BrowserContext, name: str) -> None:
        """Make an account; its holder is logged in. The first one of all runs the platform."""
        given = {"email": f"{name}@example.org", "username": name, "password": SECRET, "display_name": name.title()}
        told = context.request.post(f"{self.address}/api/auth/register", data=given)
        assert told.ok, told.text()

    def log_in(self, context: BrowserContext, name: str) -> None:
        """After another one: who logged out took what the browser's storage held, as some platforms do."""
        context.request.post(f"{self.address}/api/auth/logout")
        page = context.new_page()
        page.goto(f"{self.address}/health")
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.close()
        given = {"email": f"{name}@example.org", "password": SECRET}
        assert context.request.post(f"{self.address}/api/auth/login", data=given).ok

    def launch(self, context: BrowserContext) -> tuple[Page, Frame]:
        """Open the course as from the platform's list, at the first lesson."""
        page = context.new_page()
        page.goto(f"{self.address}/launch/{PACKAGE}")
        book = self.book(page)
        book.goto(f"{book.url.partition('/site/')[0]}/site/notebooks/1-what-is-systems-leadership.html")
        book.locator(f"#{ISSUE}.sl-alive").wait_for(state="attached")
        book.evaluate(TO_ITS_STEP, ISSUE)
        return page, book

    @staticmethod
    def book(page: Page) -> Frame:
        page.frame_locator("#scormhost-content").frame_locator("#book").locator("main").first.wait_for()
        return next(one for one in page.frames if "/site/" in one.url)

    def kept(self) -> list[dict[str, str]]:
        """What it keeps of each learner, by the names of the data model."""
        files = sorted((self.folder / "sessions" / PACKAGE).glob("*.json"))
        return [json.loads(one.read_text(encoding="utf-8"))["elements"] for one in files]


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment with the platform in it."""
    folder = tmp_path_factory.mktemp("platform") / "env"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    found = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    told = subprocess.run(
        [found, "-m", "pip", "install", "-q", "-r", str(WANTED)], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    return found


@pytest.fixture(scope="module")
def host(python: Path, package: Path, tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[Host]:
    """The platform with the course uploaded to it."""
    folder = tmp_path_factory.mktemp("scormhost")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([python, "-c", SERVE, str(folder), str(port), SECRET])
    found = Host(f"http://127.0.0.1:{port}", folder)
    try:
        wait_for(f"{found.address}/health", process)
        context = browser.new_context()
        found.enrol(context, "manager")
        course = current()
        zipped = (course.output / f"{course.id}-scorm12.zip").read_bytes()
        told = context.request.post(
            f"{found.address}/api/packages?package_id={PACKAGE}",
            multipart={"file": {"name": "course.zip", "mimeType": "application/zip", "buffer": zipped}},
        )
        assert told.status == 201, told.text()
        assert course.title in told.text()
        context.close()
        yield found
    finally:
        process.kill()
        process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until it answers.

    Raises:
        AssertionError: it ended, or a minute went by.
    """
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, "the platform ended"
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("the platform does not answer")


def test_two_learners_in_one_browser_each_find_their_own(host: Host, context: BrowserContext) -> None:
    host.enrol(context, "ann")
    page, book = host.launch(context)
    answer(book)
    page.close(run_before_unload=True)
    host.enrol(context, "ben")
    _page, book = host.launch(context)
    assert book.locator(f"#{ISSUE} [name=name]").input_value() == "", "one sees the other's"
    _page.close()
    host.log_in(context, "ann")
    _page, book = host.launch(context)
    assert book.locator(f"#{ISSUE} [name=name]").input_value() == WORDS


#: What a platform may come to know; all else it keeps is its own.
TOLD = {
    "cmi.core.lesson_status": r"incomplete|completed",
    "cmi.suspend_data": r"1:[0-9a-f]{0,170}:[0-9a-f]{0,4}",
    "cmi.core.lesson_location": r"[\w/.-]{0,255}",
    "cmi.core.session_time": r"\d{4}:\d\d:\d\d",
    "cmi.core.exit": "suspend",
}
OWN = {f"cmi.core.{name}" for name in ("score.raw", "score.min", "score.max", "student_id", "student_name", "entry")}


def test_it_comes_to_know_that_all_is_done_and_no_word(host: Host, context: BrowserContext) -> None:
    host.enrol(context, "cora")
    page, book = host.launch(context)
    answer(book)
    root = book.url.partition("/site/")[0]
    for lesson in [one for one in lessons(current()) if not one.optional]:
        book.goto(f"{root}/site/{lesson.page}.html")
        wrapper = page.frame_locator("#scormhost-content")
        wrapper.locator("#finish:visible[aria-pressed=false]").click()
    with page.expect_response(lambda one: '"cmi.core.exit":"suspend"' in (one.request.post_data or "")):
        page.frames[1].goto("about:blank")  # The session ends once the course is left.
    known = next(one for one in host.kept() if one["cmi.core.student_name"] == "Cora")
    assert known["cmi.core.lesson_status"] == "completed"
    assert known["cmi.core.lesson_location"] and known["cmi.suspend_data"].startswith("1:")
    assert known.keys() == TOLD.keys() | OWN
    for name, pattern in TOLD.items():
        assert re.fullmatch(pattern, known[name]), (name, known[name])
    assert WORDS.split()[0] not in str(host.kept())
    page.goto(f"{host.address}/launch/{PACKAGE}")
    host.book(page)
    status = page.frame_locator("#scormhost-content").locator("#status").inner_text()
    assert "nothing is recorded" not in status
