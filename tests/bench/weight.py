"""What pages weigh: what a first visit transfers, as a server sends it that compresses, and how much of it is ours."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.support.book import Book, manifest_of
from workbook import bundle
from workbook.course import current
from workbook.kinds import kinds

KB = 1024
#: On pages of words too: the count of what is done.
EVERYWHERE = {"sl-progress"}


def transfer(browser: Browser, url: str) -> float:
    """KB over the wire, headers included, in a fresh context."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[float] = []
    held: set[str] = set()  # in a file that was counted: the icons in the style sheet

    def sent(event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("data:"):
            held.add(event["requestId"])

    def finished(event: dict[str, Any]) -> None:
        if event["requestId"] not in held:
            sizes.append(event["encodedDataLength"])

    session = context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", sent)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    context.close()
    return sum(sizes) / KB


def packed(content: bytes) -> float:
    """KB of some content, packed as a server packs it."""
    return len(gzip.compress(content, 9)) / KB


def is_prose(book: Book, page: str) -> bool:
    """Whether a page has nothing to do on it."""
    names = {tag.name for tag in book.soups[page].find_all(True) if tag.name.startswith("sl-")}
    return page not in (book.home, "search.html") and names <= EVERYWHERE


def own_script(book: Book, page: str, waiting: bool = False) -> float:
    """KB of the scripts of ours that a page loads or holds, each file packed for itself; data is none.

    Args:
        book: the built book.
        page: one of its pages.
        waiting: with those that come behind all others, for heavy exercises; what is loaded after a press is in none.
    """
    total = 0.0
    if waiting:
        found = manifest_of(book.soups[page])
        parts = {name for names in found.get("near", {}).values() for name in names}
        total += sum(packed((book.root / "_static" / "workbook" / f"{name}.js").read_bytes()) for name in parts)
    for script in book.soups[page].find_all("script"):
        if script.get("src"):
            path = (book.root / page).parent / urlsplit(str(script["src"])).path
            total += packed(path.read_bytes()) if path.parent.name == "workbook" else 0
        elif "json" not in str(script.get("type", "")):
            total += packed(script.get_text().encode())
    return total


def own_style(book: Book) -> float:
    """KB of all style sheets of ours that a page can load."""
    sheets = [*book.root.glob("_static/*.css"), *book.root.glob("_static/workbook/*.css")]
    return sum(packed(path.read_bytes()) for path in sheets)


def widgets() -> Iterator[tuple[str, float, float]]:
    """Each kind with the KB of the script and of the style that its live widget carries; the figure at last."""
    course = current()
    for kind in kinds():
        room = kind.replace("-", "_")
        script, style = bundle.widget_script(course, room), bundle.widget_style(course, room)
        yield kind, packed(script.encode()), packed(style.encode())
    yield "figure", packed(bundle.figure_script(course).encode()), packed(bundle.figure_style(course).encode())


def raw(book: Book, page: str) -> float:
    """KB of a page's HTML as it is on disk."""
    return (book.root / Path(page)).stat().st_size / KB
