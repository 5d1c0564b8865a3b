"""Print each budget with its measure, and beside it the same page without exercises."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.bench.making import Failed, build_seconds, model_grids, notebook_seconds
from tests.bench.speed import moves, phone, picture, turns, usable
from tests.bench.table import Row, table
from tests.bench.weight import is_prose, own_script, own_style, packed, raw, transfer, widgets
from tests.bench.without import copy_without
from tests.bench.writing import preview_seconds
from tests.support.answering import exercise
from tests.support.axe import NoAxe, findings
from tests.support.book import Book, NotBuilt
from tests.support.chromium import NoBrowser, launch
from tests.support.server import serving
from tests.support.visits import Visits
from tests.support.words import words

MODEL_ROOM = "notebooks/models.html"


def weights(browser: Browser, book: Book, bare: Book, url: str, bare_url: str) -> Iterator[Row]:
    size = {page: transfer(browser, f"{url}/{page}") for page in book.full_pages}
    script = {page: own_script(book, page) for page in book.full_pages}
    prose = [page for page in book.full_pages if is_prose(book, page)]
    types = (("prose page", prose), ("lesson", book.course_lessons), ("any page", book.full_pages))
    for (what, pages), limit in zip(types, (90, 140, 160), strict=True):
        page = max(pages, key=size.__getitem__)
        without = transfer(browser, f"{bare_url}/{page}")
        yield Row(f"first visit, heaviest {what} ({Path(page).stem}), KB compressed", size[page], limit, without)
    if MODEL_ROOM in size:
        yield Row("first visit, model room, KB compressed", size[MODEL_ROOM], 160)
        paths = sorted((book.root / "_static" / "workbook" / "bulk").glob("room-*.js"))
        for name, pieces in groupby(paths, key=lambda path: path.stem.removeprefix("room-").rpartition("-")[0]):
            weight = sum(packed(path.read_bytes()) for path in pieces)
            yield Row(f"  runs of {name}, loaded when it comes near", weight, None, None, 1)
    types = (("prose page", prose), ("lesson or welcome", [*book.course_lessons, book.home]), types[2])
    for (what, pages), limit in zip(types, (12, 40, 60), strict=True):
        page = max(pages, key=script.__getitem__)
        yield Row(f"own script, heaviest {what} ({Path(page).stem}), KB compressed", script[page], limit, None, 1)
    whole = {page: own_script(book, page, waiting=True) for page in book.full_pages}
    page = max(book.course_lessons, key=whole.__getitem__)
    yield Row(f"  with what comes behind, heaviest lesson ({Path(page).stem})", whole[page], 60, None, 1)
    yield Row("own style sheets, all together, KB compressed", own_style(book), None, None, 1)
    live = list(widgets())
    for what, place in (("script", 1), ("style", 2)):
        heaviest = max(live, key=lambda one: float(one[place]))
        yield Row(f"live widget, heaviest {what} ({heaviest[0]}), KB compressed", float(heaviest[place]), 25, None, 1)
    for page in book.lessons:
        budget = 240 if page in book.course_lessons else None
        yield Row(f"page HTML, {Path(page).stem}, KB raw", raw(book, page), budget, raw(bare, page))


def speeds(browser: Browser, book: Book, url: str, bare_url: str) -> Iterator[Row]:
    lesson = book.largest_lesson
    ours, bare = usable(browser, f"{url}/{lesson}"), usable(browser, f"{bare_url}/{lesson}")
    yield Row("first exercise usable, s", ours, 1.0, bare, 2)
    yield Row("  later than without exercises, s", ours - bare, 0.05, None, 2)
    slow, slow_bare = phone(browser, f"{url}/{lesson}"), phone(browser, f"{bare_url}/{lesson}")
    yield Row("slow phone: largest paint, s", slow.paint, 2.0, slow_bare.paint, 2)
    yield Row("slow phone: load, s", slow.load, 2.5, slow_bare.load, 2)
    yield Row("slow phone: blocking, ms", slow.blocking, 200, slow_bare.blocking)


def simulators(browser: Browser, book: Book, url: str) -> Iterator[Row]:
    page = browser.new_page()
    for lesson, entries in book.lessons.items():
        for entry in entries:
            if entry["kind"] != "simulator":
                continue
            page.goto(f"{url}/{lesson}")
            exercise(page, entry).get_by_role("button", name=words()["sim_skip"]).click()
            times = moves(page, entry["id"])
            yield Row(f"simulator {entry['id']}, moved control, ms: median", median(times), 50, None, 1)
            yield Row(f"  slowest of {len(times)} moves", max(times), 50, None, 1)
            if drawn := picture(page, entry["id"]):
                handles, frames = drawn
                if handles:
                    yield Row("  slow processor: handle to picture, slowest, ms", max(handles), 50, None, 1)
                yield Row("  slow processor: ms between two frames (45 a second)", 1000 / frames, 1000 / 45, None, 1)
    page.close()


def games(browser: Browser, book: Book, url: str) -> Iterator[Row]:
    """How long a quarter of a game takes from the press to the next desk laid out, with a slow processor."""
    page = browser.new_page()
    for lesson, entries in book.lessons.items():
        for entry in entries:
            if entry["kind"] == "game":
                page.goto(f"{url}/{lesson}")
                times = turns(page)
                yield Row(f"game {entry['id']}, slow processor, turn, ms: median", median(times), 50, None, 1)
    page.close()


def faults(browser: Browser, book: Book, url: str) -> Iterator[Row]:
    found: list[str] = []
    visits = Visits(browser, url)
    for mode in ("light", "dark"):
        page = visits.context(color_scheme=mode).new_page()
        for name in book.full_pages:
            page.goto(f"{url}/{name}", wait_until="networkidle")
            found += findings(page)
    visits.close()
    foreign = [fault for fault in visits.faults() if fault.startswith("request")]
    yield Row("requests to any other origin, all pages", len(foreign), 0)
    yield Row("console errors, all pages", len(visits.complaints), 0)
    yield Row("axe findings, all pages, light and dark", len(found), 0)
    for fault in [*visits.faults(), *found]:
        print(fault, file=sys.stderr)


def makings() -> Iterator[Row]:
    yield Row("full clean build, s", build_seconds(), 30, None, 1)
    seconds = notebook_seconds()
    yield Row(f"notebooks executed, all {len(seconds)}, s", sum(seconds.values()), 60, None, 1)
    yield Row("  the slowest, s", max(seconds.values()), 20, None, 1)
    grids = model_grids()
    slowest, heaviest = (max(grids, key=lambda name: grids[name][one]) for one in (0, 1))
    yield Row(f"slowest of {len(grids)} models ({slowest}), its grid from nothing, s", grids[slowest][0], 5, None, 1)
    yield Row(f"  heaviest ({heaviest}), its runs in the page, KB compressed", grids[heaviest][1], 15, None, 1)


def writing(browser: Browser) -> Iterator[Row]:
    for what, seconds in preview_seconds(browser):
        yield Row(f"preview: {what} seen in the browser, s", seconds, 2, None, 2)


#: Its parts in the order in which they are measured; a name on the command line measures that one alone.
PARTS = ("faults", "weights", "speeds", "simulators", "games", "writing", "makings")


def measure(parts: Sequence[str]) -> Iterator[Row]:
    """The rows of the parts asked for; the building comes last, as it lays the book anew."""
    book = Book()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bare = Book(copy_without(book.root, Path(folder) / "bare"))
        browser = launch(playwright.chromium)
        with serving(book.root, compress=True) as url, serving(bare.root, compress=True) as bare_url:
            found = {
                "faults": faults(browser, book, url),
                "weights": weights(browser, book, bare, url, bare_url),
                "speeds": speeds(browser, book, url, bare_url),
                "simulators": simulators(browser, book, url),
                "games": games(browser, book, url),
                "writing": writing(browser),
                "makings": makings(),
            }
            for part in parts:
                yield from found[part]
        browser.close()


def main() -> int:
    """Print each row as it is measured, then the table. Budgets are reported, not enforced: a busy machine is slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"which to measure, all unless told: {', '.join(PARTS)}"
    )
    parts = parser.parse_args().parts or PARTS
    if wrong := [part for part in parts if part not in PARTS]:
        parser.error(f"no part is called {wrong[0]}; there are {', '.join(PARTS)}")
    rows = []
    try:
        for row in measure(parts):
            rows.append(row)
            print(*row.cells()[:4], file=sys.stderr, flush=True)
        print(table(rows))
    except (NotBuilt, NoBrowser, NoAxe, Failed) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
