"""Every table has its codebook in the book: each column with its meaning, and each source cited."""

from __future__ import annotations

import re

from tests.support.book import Book
from workbook.course import current
from workbook.tables.package import package

PAGE = "book/codebook.html"


def test_every_table_and_column_is_explained(book: Book) -> None:
    page = book.soups[PAGE]
    for table in package(current().facts).values():
        heading = next((one for one in page.find_all("h2") if one.get_text().rstrip("#").strip() == table.title), None)
        assert heading, table.name
        section = heading.find_parent("section")
        assert section
        text = re.sub(r"\s+", " ", section.get_text(" "))
        assert table.path.name in text and f'facts.load("{table.name}")' in re.sub(r"\s*([(\".)])\s*", r"\1", text)
        for field in table.fields:
            assert field.name in [one.get_text() for one in section.find_all("code")], f"{table.name}.{field.name}"
        if any(field.name == "sources" for field in table.fields):
            assert section.select("a[href*='sources.html#']"), f"{table.name} cites its sources"


def test_every_meaning_is_there(book: Book) -> None:
    text = re.sub(r"\W+", " ", book.soups[PAGE].get_text(" "))
    for table in package(current().facts).values():
        for field in table.fields:
            assert re.sub(r"\W+", " ", field.description).strip() in text, f"{table.name}.{field.name}"
            assert field.description.endswith("."), "a meaning is a sentence"
