"""Browser pages that write down every request and every complaint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError

from tests.support.chromium import with_profile

# What a page may load besides its own origin: nothing leaves the machine for these.
INLINE = ("data:", "blob:", "about:")

PATIENCE = 15_000  # ms before a state that does not come fails the test


class Visits:
    """The contexts one test opens, each with storage of its own; ``faults`` says what went wrong in any.

    Args:
        browser: the browser they share.
        origin: the start of every address that pages may ask for, such as ``file://``.
        profiles: an empty folder for profiles on disk, where contexts are to have them.
    """

    def __init__(self, browser: Browser, origin: str, profiles: Path | None = None) -> None:
        self.browser = browser
        self.origin = origin
        self.profiles = profiles
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.contexts: list[BrowserContext] = []

    def context(self, **options: Any) -> BrowserContext:
        """A new context, watched; ``options`` as Playwright's ``new_context`` takes them."""
        options = {"viewport": {"width": 1100, "height": 800}, **options}
        if self.profiles:
            profile = self.profiles / str(len(self.contexts))
            context = with_profile(self.browser.browser_type, profile, **options)
        else:
            context = self.browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", self._error)
        self.contexts.append(context)
        return context

    def open(self, url: str, **options: Any) -> Page:
        """A page in a new context, once its scripts have run."""
        page = self.context(**options).new_page()
        page.goto(url)
        return page

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console error: {message.text} ({message.location['url']})")

    def _error(self, error: WebError) -> None:
        self.complaints.append(f"page error: {error.error}")

    def faults(self) -> list[str]:
        """Requests to another origin, console errors and uncaught exceptions, in words."""
        foreign = [url for url in self.requests if not url.startswith((self.origin, *INLINE))]
        return [f"request to another origin: {url}" for url in foreign] + self.complaints

    def close(self) -> None:
        for context in self.contexts:
            context.close()
