"""One walk down each lesson by the keyboard, to its end; what it leaves behind serves all tests of a lesson done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypedDict

from filelock import FileLock
from playwright.sync_api import Browser, Page, StorageState

from tests.support import keyboard
from tests.support.answering import Entry, all_shown, choose, exercise, saved, spoken, way
from tests.support.book import Book
from tests.support.sites import Site
from tests.support.visits import Visits
from tests.support.words import words

#: What each kind says through its live region once it is answered; kinds that only save say nothing.
SAYS = {
    "choice": [words()[key] for key in words() if key.startswith("verdict_")],
    "sort": [words()["sort_result"].partition("{")[0]],
    # Or, where words are typed last, that they are kept.
    "simulator": [words()[key].partition("{")[0] for key in ("sim_kept", "saved_page")],
}
#: These show something more once they are answered again: the answer before, a round, a path.
AGAIN = ("choice", "recall", "scale", "case")


class Walked(TypedDict):
    """What is left of the walk of one lesson.

    Args:
        kept: what the browser keeps, by key.
        shown: the answers as they stand on screen, by exercise.
    """

    kept: dict[str, str]
    shown: dict[str, Any]


def walk(page: Page, entries: list[Entry]) -> None:
    """Complete the exercises from the top of the page to its end.

    Kinds that are walked by keyboard in tests/kinds are answered by pointer here.
    """
    for entry in entries:
        found = exercise(page, entry)
        if entry["kind"] in keyboard.WAYS:
            keyboard.complete(page, entry)
        else:
            way(entry["kind"])(found)
        said = spoken(found)
        assert any(words in said for words in SAYS.get(entry["kind"], [""])), f"{entry['id']} says: {said}"
    page.locator("sl-progress [data-part=count]", has_text=everything(entries)).wait_for(state="attached")


def everything(entries: list[Entry]) -> str:
    """What the head of a lesson says once all of it is done."""
    counted = sum("of" not in entry for entry in entries)  # a group of versions is one exercise
    return words()["progress_done"].format(done=counted, all=counted)


def sound(record: Any, entry: Entry) -> bool:
    """Is this what is kept of a first answer: its kind, the words asked and answered, and nothing before it?"""
    asked = entry["title"] in record["asked"] and all(text for _, text in record["said"])
    return bool(asked and record["kind"] == entry["kind"] and record["said"])


class Walks:
    """The walk of each lesson, done by the first worker that asks for it; the others take what it left.

    Args:
        browser: whose contexts are used.
        book: the built book.
        site: where it is served to this worker.
        folder: shared by all workers of one run.
    """

    def __init__(self, browser: Browser, book: Book, site: Site, folder: Path) -> None:
        self.browser, self.book, self.site, self.folder = browser, book, site, folder

    def walked(self, lesson: str) -> Walked:
        """What is left of one lesson once all is answered and some of it twice.

        Raises:
            AssertionError: it cannot be walked, an answer does not come back, or the page asked others or complained.
        """
        path = self.folder / f"walked-{Path(lesson).stem}.json"
        with FileLock(f"{path}.lock"):
            if not path.is_file():
                path.write_text(json.dumps(self._walk(lesson)), encoding="utf-8")
        found: Walked = json.loads(path.read_text(encoding="utf-8"))
        return found

    def _walk(self, lesson: str) -> Walked:
        entries = self.book.lessons[lesson]
        visits = Visits(self.browser, self.site.origin)
        try:
            page = visits.open(self.site.url(lesson))
            walk(page, entries)
            before = all_shown(page, entries)
            page.reload()
            assert all_shown(page, entries) == before
            assert page.locator("sl-progress [data-part=count]").first.inner_text() == everything(entries)
            records = self._kept(page)
            course = self.book.manifest["course"]
            for entry in entries:
                assert sound(json.loads(records[f"{course}/v1/{entry['id']}"]), entry), entry["id"]
                if entry["kind"] in AGAIN:
                    found = exercise(page, entry)
                    if entry["kind"] in ("choice", "recall"):
                        first = found.locator(".sl-choice[style*='order: 1;'] input").is_checked()
                        choose(found, 0 if first else 1)
                    else:
                        way(entry["kind"])(found)
                    saved(found)
            assert not visits.faults(), "\n".join(visits.faults())
            return {"kept": self._kept(page), "shown": all_shown(page, entries)}
        finally:
            visits.close()

    @staticmethod
    def _kept(page: Page) -> dict[str, str]:
        found: dict[str, str] = page.evaluate("({ ...localStorage })")
        return found

    def all(self) -> dict[str, Walked]:
        """What is left of every lesson, by its page."""
        # From the last: another worker may be on its way from the first, and they meet in the middle.
        return {lesson: self.walked(lesson) for lesson in reversed(self.book.lessons)}

    def state(self, *lessons: str) -> StorageState:
        """What the browser keeps for this worker's site once some lessons are walked; without any, all."""
        kept: dict[str, str] = {}
        for lesson in lessons or tuple(reversed(self.book.lessons)):
            kept |= self.walked(lesson)["kept"]
        items = [{"name": name, "value": value} for name, value in kept.items()]
        state: StorageState = {"cookies": [], "origins": [{"origin": self.site.origin, "localStorage": items}]}  # type: ignore[typeddict-item]
        return state
