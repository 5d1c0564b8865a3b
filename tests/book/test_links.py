"""Every link inside the book leads to a page, a file or an anchor that is there."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from tests.support.book import Book
from tests.support.links import ELSEWHERE, broken, links_of, target


def test_no_link_is_broken(book: Book) -> None:
    assert broken(book.root, book.pages) == []


def test_each_page_can_be_reached(book: Book) -> None:
    pages, seen, open_pages = set(book.pages), set(), [book.home]
    while open_pages:
        page = open_pages.pop()
        seen.add(page)
        tree = html.parse(book.root / page)
        ways = {target(page, link) for link in links_of(tree) if not link.startswith(ELSEWHERE)}
        open_pages += (ways & pages) - seen
    assert set(book.full_pages) - seen <= {"search.html", "genindex.html"}


def test_broken_links_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    html = '<p id="a b"></p><a href="../two.html#there">1</a><a href="one.html#a%20b">2</a>'
    faults = '<a href="none.html">3</a><a href="../two.html#not">4</a><img src="../../x.png">'
    (tmp_path / "sub" / "one.html").write_text(html + faults, encoding="utf-8")
    (tmp_path / "two.html").write_text('<p id="there"></p>', encoding="utf-8")
    assert broken(tmp_path, ["sub/one.html", "two.html"]) == [
        "sub/one.html: none.html",
        "sub/one.html: ../two.html#not",
        "sub/one.html: ../../x.png",
    ]
