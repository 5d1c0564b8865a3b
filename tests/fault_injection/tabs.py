"""The tabs of one learner: opened, left, given away by a link, closed; a tab that was closed is used again as a new one.

To open a tab takes a browser most of the time of a whole sequence. A tab that stands on an empty page, with nothing in
its own storage, is as good as a new one.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError

from tests.support.server import BLANK

#: What a browser says where a page went in the middle of a script, or its own scripts have not run yet.
CAME_ANEW = ("context was destroyed", "is not a function", "properties of null")
WAYS = 3  # how often a page is sent to a blank one
AWAKE = "document.querySelectorAll('.sl-alive').length > 6"


def evaluated(page: Page, script: str, given: Any = None, *, again: bool = True) -> Any:
    """What a script gives; once more, where the page came anew meanwhile, as it does after an erasing.

    Args:
        page: may be about to come anew.
        script: an expression or a function.
        given: what the function takes.
        again: False for a script which itself makes the page come anew: a second time would do that again.

    Raises:
        AssertionError: the page came anew each time.
    """
    for _ in range(5):
        try:
            return page.evaluate(script, given)
        except PlaywrightError as error:
            if not any(words in str(error) for words in CAME_ANEW):
                raise
            page.wait_for_load_state()
            if not again and CAME_ANEW[0] in str(error):
                return None
    raise AssertionError(f"{script[:80]}: {page.url} never came to rest")


def come_anew(page: Page) -> None:
    """Load a page again, as a person does; where it does so itself at that moment, once is enough."""
    try:
        page.reload()
    except PlaywrightError as error:
        if "ERR_ABORTED" not in str(error):
            raise
        page.wait_for_load_state()


class Tabs:
    """Tabs of one context on one page.

    Args:
        context: fresh, with empty storage.
        url: the page with the exercises and the portfolio.
    """

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.context, self.url = context, url
        self.blank = f"{url.rpartition('/')[0]}/{BLANK}"
        self.open: list[Page] = []
        self._idle: list[Page] = []
        self._given: list[Page] = []  # tabs that have an opener: they run in its process

    @property
    def related(self) -> bool:
        """Is one tab the opener of another?"""
        return any(page in self.open for page in self._given)

    def add(self) -> Page:
        """One more tab, as by an address that is typed."""
        page = self._idle.pop() if self._idle else self.context.new_page()
        page.goto(self.url)
        self.open.append(page)
        return page

    def give(self, opener: Page) -> Page:
        """One more tab, as by a link that gives its opener."""
        with self.context.expect_page() as caught:
            evaluated(opener, "() => { open(location.href); }")
        page = caught.value
        page.wait_for_function(AWAKE)
        self.open.append(page)
        self._given.append(page)
        return page

    def close(self) -> None:
        """Close all, as a person does."""
        for page in self.open:
            # It may be about to come anew, after an erasing: then one way to the blank page crosses the other.
            for _ in range(WAYS):
                with suppress(PlaywrightError):
                    page.goto(self.blank)
                if page.url == self.blank:
                    break
            page.wait_for_url(self.blank)
            if page in self._given:
                page.close()
            else:
                evaluated(page, "sessionStorage.clear()")
                self._idle.append(page)
        self.open, self._given = [], []

    def crash(self, page: Page) -> None:
        """A tab goes without a word; one that stands alone, as others would crash with it."""
        with suppress(PlaywrightError):
            page.goto("chrome://crash", timeout=2000)
        self.open.remove(page)
        with suppress(PlaywrightError):
            page.close()

    def leave_nothing(self) -> None:
        """As before the first tab was opened."""
        self.close()
        if not self._idle:
            self.add()
            self.close()
        evaluated(self._idle[-1], "localStorage.clear()")
