"""Every link inside the book leads to a page, a file or an anchor that is there."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag

from bs4 import BeautifulSoup

from tests.support.book import Book
from tests.support.links import ELSEWHERE, broken


def test_no_link_is_broken(book: Book) -> None:
    assert broken(book.root, book.soups) == []


def test_each_page_can_be_reached(book: Book) -> None:
    seen, open_pages = set(), [book.home]
    while open_pages:
        page = open_pages.pop()
        seen.add(page)
        for link in book.soups[page].find_all("a", href=True):
            way = urldefrag(str(link["href"]))[0]
            if not way or way.startswith(ELSEWHERE):
                continue
            name = str((book.root / page).parent.joinpath(unquote(way)).resolve().relative_to(book.root.resolve()))
            if name in book.soups and name not in seen:
                open_pages.append(name)
    assert set(book.full_pages) - seen <= {"search.html", "genindex.html"}


def test_broken_links_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    html = '<p id="a b"></p><a href="../two.html#there">1</a><a href="one.html#a%20b">2</a>'
    faults = '<a href="none.html">3</a><a href="../two.html#not">4</a><img src="../../x.png">'
    (tmp_path / "sub" / "one.html").write_text(html + faults, encoding="utf-8")
    (tmp_path / "two.html").write_text('<p id="there"></p>', encoding="utf-8")
    soups = {name: BeautifulSoup((tmp_path / name).read_bytes(), "lxml") for name in ("sub/one.html", "two.html")}
    assert broken(tmp_path, soups) == [
        "sub/one.html: none.html",
        "sub/one.html: ../two.html#not",
        "sub/one.html: ../../x.png",
    ]
