"""Browser pages that write down every request and every complaint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError

from tests.support.chromium import with_profile
from tests.support.contexts import VIEW, VIEWPORT, Contexts

# What a page may load besides its own origin: nothing leaves the machine for these.
INLINE = ("data:", "blob:", "about:")

PATIENCE = 15_000  # ms before a state that does not come fails the test


class Visits:
    """The contexts one test opens, each with storage of its own; ``faults`` says what went wrong in any.

    Args:
        browser: the browser they share.
        origin: the start of every address that pages may ask for, such as ``file://``.
        profiles: an empty folder for profiles on disk, where contexts are to have them.
        contexts: where the first page that is opened may come from, instead of a new context.
    """

    def __init__(
        self, browser: Browser, origin: str, profiles: Path | None = None, contexts: Contexts | None = None
    ) -> None:
        self.browser = browser
        self.origin = origin
        self.profiles = profiles
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.opened: list[BrowserContext] = []
        self.contexts = contexts
        self.shared: BrowserContext | None = None

    def context(self, **options: Any) -> BrowserContext:
        """A new context, watched; ``options`` as Playwright's ``new_context`` takes them."""
        options = {"viewport": VIEWPORT, **VIEW, **options}
        if self.profiles:
            profile = self.profiles / str(len(self.opened))
            context = with_profile(self.browser.browser_type, profile, **options)
        else:
            context = self.browser.new_context(**options)
        self._watch(context)
        self.opened.append(context)
        return context

    def open(self, url: str, **options: Any) -> Page:
        """A page with a storage of its own, once its scripts have run."""
        if self.contexts and not self.shared:
            page = self.contexts.take(self.origin, **options)
            self.shared = page.context
            self._watch(self.shared)
        else:
            page = self.context(**options).new_page()
        page.goto(url)
        return page

    def _watch(self, context: BrowserContext) -> None:
        context.set_default_timeout(PATIENCE)
        for event, heard in self._ears.items():
            context.on(event, heard)  # type: ignore[call-overload]

    @property
    def _ears(self) -> dict[str, Callable[[Any], None]]:
        return {"request": self._request, "console": self._console, "weberror": self._error}

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
        for context in self.opened:
            context.close()
        if self.shared:
            for event, heard in self._ears.items():
                self.shared.remove_listener(event, heard)


def visiting(browser: Browser, origin: str, contexts: Contexts, profiles: Path | None = None) -> Iterator[Visits]:
    """For a fixture: the visits of one test, which fails on a foreign request or a complaint in any."""
    visits = Visits(browser, origin, profiles, contexts)
    yield visits
    faults = visits.faults()
    visits.close()
    assert not faults, "\n".join(faults)
