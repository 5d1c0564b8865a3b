"""Browser tabs that serve one test after the other, cleared in between: half the work of a new context for each."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from playwright.sync_api import Browser, Page, StorageState, ViewportSize
from playwright.sync_api import Error as PlaywrightError

from tests.support.chromium import with_profile
from tests.support.server import BLANK, EMPTY

VIEWPORT: ViewportSize = {"width": 1100, "height": 800}
#: What a tab can change as it stands, and what it is unless a test says otherwise. Motion takes a third of the time of
#: all tests in a browser, and only those that look at what moves need it.
VIEW: dict[str, Any] = {"color_scheme": "light", "reduced_motion": "reduce", "forced_colors": "none"}
#: For a test that looks at what moves.
MOVING: dict[str, Any] = {"reduced_motion": "no-preference"}
RESET = """items => {
  window.name = '';
  for (const store of [localStorage, sessionStorage]) store.clear();
  for (const { name, value } of items) localStorage.setItem(name, value);
}"""


class Contexts:
    """The tabs of one worker: one for each set of options that only a context can have.

    A test may do to a page what it likes, as the next one comes to a new document with an empty storage; what
    would outlast that (a script put in before each page, a route, a clock) needs a context of its own.

    Args:
        browser: whose tabs they are.
        folder: an empty one, for the profile that pages from a folder need and the page that is opened in between.
    """

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.tabs: dict[tuple[Any, ...], Page] = {}
        (folder / BLANK).write_bytes(EMPTY)

    def take(self, origin: str, **options: Any) -> Page:
        """A tab that looks like a new one, on an empty page of ``origin``.

        Args:
            origin: of the pages that it will open; one that tests' own server or a folder has.
            options: as Playwright's ``new_context`` takes them.
        """
        viewport: ViewportSize = options.pop("viewport", VIEWPORT)
        kept: StorageState | None = options.pop("storage_state", None)
        view = {name: options.pop(name, usual) for name, usual in VIEW.items()}
        page = self._tab(origin == "file://", **options)
        for other in page.context.pages:
            if other != page:
                other.close()
        page.set_viewport_size(viewport)
        page.emulate_media(media="null", **view)
        page.mouse.move(0, 0)
        page.goto((self.folder / BLANK).as_uri() if origin == "file://" else f"{origin}/{BLANK}")
        states = [] if kept is None else kept["origins"]
        page.evaluate(RESET, [item for state in states for item in state["localStorage"]])
        return page

    def _tab(self, on_disk: bool, **options: Any) -> Page:
        """The tab for these options; a new one where a test closed or crashed the last."""
        key = (on_disk, *sorted(options.items()))
        page = self.tabs.get(key)
        if page is not None:
            try:
                page.evaluate("0")
                return page
            except PlaywrightError:
                page.context.close()
        if on_disk:
            profile = Path(mkdtemp(prefix="profile-", dir=self.folder))
            context = with_profile(self.browser.browser_type, profile, **options)
        else:
            context = self.browser.new_context(**options)
        self.tabs[key] = context.new_page()
        return self.tabs[key]

    def close(self) -> None:
        for page in self.tabs.values():
            page.context.close()
