"""Engine by way in: what works, from a run. Chromium, Firefox and WebKitGTK; over http and from a folder; Back, too.

`make soak` runs it. Each line of the table is a test; what differs between the engines is told on the offline page.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Playwright

from tests.engines.test_firefox import firefox_path
from tests.support import sample
from tests.support.book import Book
from tests.support.chromium import chromium_path
from tests.support.server import EMPTY, serving
from tests.support.webdriver import webkit
from tests.support.words import words

pytestmark = pytest.mark.soak("other engines are driven by `make soak` only")

ENGINES = ("chromium", "firefox", "webkit")
WAYS = ("http", "folder")
SECRET = "About the ward sister"
PATIENCE = 20.0  # seconds
PORT = 40117

FIELD = "document.querySelector('#sample-reflection [name=what]')"
TYPE = """(() => {{ const one = document.querySelector('#sample-reflection [name={name}]'); one.focus(); one.value = '{text}';
  one.dispatchEvent(new Event('input', {{ bubbles: true }})); one.dispatchEvent(new FocusEvent('focusout', {{ bubbles: true }}));
  return document.querySelector('#sample-reflection [data-part=saved]').textContent; }})()"""
HELD = "[localStorage, sessionStorage].map(one => Object.values(one).join(' ')).join(' ')"
ERASE = """(() => { document.querySelector('.sl-erase button').click();
  [...document.querySelectorAll('.sl-erase button')].at(-1).click(); return true; })()"""
WRITTEN = "document.querySelector('sl-portfolio').textContent"


#: Write in every field of a page's exercises and take the first of every choice; what of it is kept, by exercise.
ANSWER_ALL = """(() => {
  const tell = (one, ...names) => names.forEach(name => one.dispatchEvent(new Event(name, { bubbles: true })));
  for (const exercise of document.querySelectorAll('.sl-exercise')) {
    for (const one of exercise.querySelectorAll('textarea, input[type=text]')) {
      if (!one.checkVisibility() && one.closest('[data-draft]')) continue;
      one.value = 'Cold, damp homes';
      tell(one, 'input', 'change');
    }
    const seen = new Set();
    for (const one of exercise.querySelectorAll('input[type=radio]')) {
      if (!seen.has(one.name)) one.click();
      seen.add(one.name);
    }
    for (const one of exercise.querySelectorAll('form button[type=submit]')) one.click();
    exercise.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }
  return true;
})()"""
KEPT = """JSON.stringify([...document.querySelectorAll('.sl-exercise')].filter(one =>
  Object.keys(localStorage).some(key => key.endsWith(`/v1/${one.id}`))).map(one => [one.id, one.read()]))"""


class Window(Protocol):
    def goto(self, url: str) -> None: ...
    def back(self) -> None: ...
    def reload(self) -> None: ...
    def run(self, script: str) -> Any: ...


class Playwrights:
    """A page of Playwright as such a window."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def goto(self, url: str) -> None:
        self.page.goto(url)

    def back(self) -> None:
        with suppress(PlaywrightError):  # Firefox tells nothing of a page that comes out of its memory.
            self.page.go_back(timeout=3000)

    def reload(self) -> None:
        self.page.reload()

    def run(self, script: str) -> Any:
        return self.page.evaluate(script)


@contextmanager
def window(engine: str, playwright: Playwright) -> Iterator[Window]:
    if engine == "webkit":
        with webkit(PORT) as found:
            yield found
    elif engine == "firefox":
        with closing(playwright.firefox.launch(channel="moz-firefox", executable_path=firefox_path())) as browser:
            yield Playwrights(browser.new_page())
    else:
        with closing(playwright.chromium.launch(executable_path=chromium_path())) as browser:
            yield Playwrights(browser.new_page())


def until(window: Window, test: str) -> None:
    end = time.monotonic() + PATIENCE
    while not window.run(f"Boolean({test})"):
        assert time.monotonic() < end, f"never: {test}"
        time.sleep(0.05)


@pytest.fixture(params=[f"{engine} {way}" for engine in ENGINES for way in WAYS])
def opened(request: pytest.FixtureRequest, playwright_instance: Playwright, tmp_path: Path) -> Iterator[Window]:
    engine, way = request.param.split()
    sample.write(tmp_path)
    (tmp_path / "other.html").write_bytes(EMPTY)
    with serving(tmp_path) as address, window(engine, playwright_instance) as found:
        base = address if way == "http" else tmp_path.as_uri()
        found.base = base  # type: ignore[attr-defined]
        found.goto(f"{base}/{sample.PAGE}")
        until(found, "document.querySelectorAll('.sl-alive').length > 10")
        yield found


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("way", WAYS)
def test_what_is_answered_in_the_lessons_comes_back(
    engine: str, way: str, playwright_instance: Playwright, book: Book
) -> None:
    """After a reload, and by Back."""
    with serving(book.root) as address, window(engine, playwright_instance) as found:
        base = address if way == "http" else book.root.as_uri()
        for page in book.course_lessons:
            found.goto(f"{base}/{page}")
            until(found, "document.readyState === 'complete' && document.querySelector('.sl-exercise.sl-alive')")
            found.run(ANSWER_ALL)
            kept = json.loads(found.run(KEPT))
            assert len(kept) > 3, f"{page}: {kept}"
            found.reload()
            until(found, "document.readyState === 'complete' && document.querySelector('.sl-exercise.sl-alive')")
            assert json.loads(found.run(KEPT)) == kept, f"{page}, after a reload"
            found.goto(f"{base}/{book.home}")
            found.back()
            told = json.dumps(json.dumps(kept, ensure_ascii=False, separators=(",", ":")))
            until(found, f"document.readyState === 'complete' && {KEPT} === {told}")


def leave_and_come_back(window: Any) -> None:
    window.goto(f"{window.base}/other.html")
    window.back()
    until(window, "document.readyState === 'complete' && document.querySelectorAll('.sl-alive').length > 10")


def test_an_answer_is_saved_comes_back_and_stands_in_the_portfolio(opened: Window) -> None:
    said = opened.run(TYPE.format(name="what", text=SECRET))
    assert said.startswith(words()["saved_page"].partition("{")[0])
    opened.reload()
    until(opened, f"{FIELD}?.value === '{SECRET}'")
    until(opened, f"{WRITTEN}.includes('{SECRET}')")


def test_back_shows_it_and_the_next_word_does_not_replace_it(opened: Window) -> None:
    opened.run(TYPE.format(name="what", text=SECRET))
    leave_and_come_back(opened)
    until(opened, f"{FIELD}.value === '{SECRET}'")
    opened.run(TYPE.format(name="so_what", text="one more"))
    opened.reload()
    until(opened, f"{FIELD}?.value === '{SECRET}'")


def test_erased_and_back_brings_nothing_up(opened: Any) -> None:
    opened.run(TYPE.format(name="what", text=SECRET))
    opened.goto(f"{opened.base}/{sample.PAGE}?portfolio")
    until(opened, "document.querySelectorAll('.sl-alive').length > 10")
    opened.run(ERASE)
    opened.back()
    until(opened, f"document.querySelectorAll('.sl-alive').length > 10 && {FIELD}.value === ''")
    opened.run(TYPE.format(name="so_what", text="x"))
    assert SECRET not in opened.run(HELD)


def test_on_a_shared_computer_the_device_keeps_nothing(opened: Window) -> None:
    opened.run("(() => { document.getElementById('sl-shared').click(); return true; })()")
    opened.run(TYPE.format(name="what", text=SECRET))
    assert SECRET not in opened.run("Object.values(localStorage).join(' ')")
    opened.reload()
    until(opened, f"{FIELD}?.value === '{SECRET}'")
