"""Answer every exercise of the built book and lay pictures of all of them into ``_build/look``.

``python -m tests.look`` looks at all lessons, ``python -m tests.look 3-when`` at those whose page has such a name.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

from tests.look.sheets import Row, write
from tests.support.answering import Entry, begin_game, complete, exercise, play_round
from tests.support.book import ROOT, Book
from tests.support.chromium import launch
from tests.support.server import serving

OUT = ROOT / "_build" / "look"
#: How wide a page is shown, and how wide its pictures are in a sheet.
VIEWS: dict[str, tuple[ViewportSize, int]] = {
    "phone": ({"width": 390, "height": 844}, 300),
    "desk": ({"width": 1280, "height": 800}, 560),
}
#: Nothing moves while a picture is taken, and nothing that stays in sight lies over it.
STILL = """
*, *::before, *::after { animation: none !important; transition: none !important; }
.skip-link, .bd-header-article, sl-steps { display: none !important; }
"""
DRAWN = """() => document.fonts.ready.then(
    () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"""


def settled(page: Page) -> None:
    """Wait until the page has drawn what it last did."""
    page.evaluate(DRAWN)


def shot(page: Page, found: Locator) -> bytes:
    settled(page)
    return found.screenshot(animations="disabled")


def on_the_way(page: Page, found: Locator, kind: str) -> list[tuple[str, bytes]]:
    """What is seen between the first look and the answer: of a game, a desk and the end of a round."""
    if kind != "game":
        return []
    begin_game(found)
    desk = shot(page, found)
    play_round(found)
    return [("a desk", desk), ("the end of a round", shot(page, found))]


def looked_at(page: Page, entries: list[Entry]) -> Iterator[Row]:
    """Each exercise of a page: before, answered, and answered in the dark."""
    for entry in entries:
        found = exercise(page, entry)
        page.emulate_media(color_scheme="light")
        before = shot(page, found)
        between = on_the_way(page, found, entry["kind"])
        complete(page, entry)
        page.evaluate("document.activeElement.blur()")
        after = shot(page, found)
        page.emulate_media(color_scheme="dark")
        dark = shot(page, found)
        shots = (("as it opens", before), *between, ("answered", after), ("answered, dark", dark))
        yield Row(f"{entry['kind']}: {entry['title']} ({entry['id']})", shots)


def look(browser: Browser, book: Book, address: str, lesson: str) -> list[Path]:
    """Look at one lesson in each view; return the sheets."""
    made = []
    for name, (viewport, width) in VIEWS.items():
        page = browser.new_page(viewport=viewport, reduced_motion="reduce")
        page.goto(f"{address}/{lesson}")
        page.add_style_tag(content=STILL)
        rows = list(looked_at(page, book.lessons[lesson]))
        made += write(OUT, f"{Path(lesson).stem}-{name}", rows, width)
        page.close()
    return made


def main() -> int:
    book = Book()
    wanted = [page for page in book.lessons if not sys.argv[1:] or any(name in page for name in sys.argv[1:])]
    if not wanted:
        print(f"No lesson has such a name. There are: {', '.join(book.lessons)}", file=sys.stderr)
        return 1
    if len(wanted) == len(book.lessons):
        shutil.rmtree(OUT, ignore_errors=True)
    with sync_playwright() as playwright, serving(book.root) as address:
        browser = launch(playwright.chromium)
        for lesson in wanted:
            for path in look(browser, book, address, lesson):
                print(path.relative_to(ROOT), flush=True)
        browser.close()
    print("Open each of them, and look.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
