"""One walk down each lesson by the keyboard, to its end; what it leaves behind serves all tests of a lesson done."""

from __future__ import annotations

import json
from pathlib import Path

from filelock import FileLock
from playwright.sync_api import Browser, Page, StorageState

from tests.support.words import words
from tests.support import keyboard
from tests.support.answering import Entry, choose, complete, exercise, saved, spoken
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits

#: What each kind says through its live region once it is answered; kinds that only save say nothing.
SAYS = {
    "choice": [words()[key] for key in words() if key.startswith("verdict_")],
    "sort": [words()["sort_result"].partition("{")[0]],
    "simulator": [words()["sim_kept"].split("{name}")[0]],
}


def walk(page: Page, entries: list[Entry]) -> None:
    """Complete the exercises from the top of the page to its end.

    Kinds that are walked by keyboard in tests/kinds are answered by pointer here.
    """
    for entry in entries:
        if entry["kind"] not in keyboard.WAYS:
            complete(page, entry)
            continue
        keyboard.complete(page, entry)
        found = exercise(page, entry)
        said = spoken(found)
        assert any(words in said for words in SAYS.get(entry["kind"], [""])), f"{entry['id']} says: {said}"
        saved(found)
    everything = words()["progress_done"].format(done=len(entries), all=len(entries))
    page.locator("sl-progress [data-part=count]", has_text=everything).wait_for()


class Walks:
    """The walk of each lesson, done by the first worker that asks for it; the others take what it kept.

    Args:
        browser: whose contexts are used.
        book: the built book.
        site: where it is served to this worker.
        folder: shared by all workers of one run.
    """

    def __init__(self, browser: Browser, book: Book, site: Site, folder: Path) -> None:
        self.browser, self.book, self.site, self.folder = browser, book, site, folder

    def kept(self, lesson: str) -> dict[str, str]:
        """What the browser keeps of one lesson, by key, once all is answered and each choice made twice.

        Raises:
            AssertionError: it cannot be walked, or the page asked others or complained meanwhile.
        """
        path = self.folder / f"walked-{Path(lesson).stem}.json"
        with FileLock(f"{path}.lock"):
            if not path.is_file():
                path.write_text(json.dumps(self._walk(lesson)), encoding="utf-8")
        found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def _walk(self, lesson: str) -> dict[str, str]:
        visits = Visits(self.browser, self.site.origin)
        try:
            page = visits.open(self.site.url(lesson))
            walk(page, self.book.lessons[lesson])
            for entry in self.book.lessons[lesson]:
                if entry["kind"] == "choice":
                    choose(exercise(page, entry), 1)  # So that an earlier answer shows as well.
                    saved(exercise(page, entry))
            state = page.context.storage_state()
            assert not visits.faults(), "\n".join(visits.faults())
        finally:
            visits.close()
        return {item["name"]: item["value"] for item in state["origins"][0]["localStorage"]}

    def all(self) -> StorageState:
        """What the browser keeps for this worker's site once every lesson is walked."""
        kept: dict[str, str] = {}
        # From the last: another worker may be on its way from the first, and they meet in the middle.
        for lesson in reversed(self.book.lessons):
            kept |= self.kept(lesson)
        items = [{"name": name, "value": value} for name, value in kept.items()]
        state: StorageState = {"cookies": [], "origins": [{"origin": self.site.origin, "localStorage": items}]}  # type: ignore[typeddict-item]
        return state
