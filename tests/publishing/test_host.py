"""What those who host are told: who publishes, which edition, how large, and the checksum of what they install."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.support.book import Book
from workbook.build import scorm
from workbook.course import Course, current
from workbook.settings import Settings
from workbook.sphinx import figures_of_book

SAYING = ("book/about.html", "book/it-sheet.html", "book/accessibility.html")


@pytest.mark.parametrize("page", SAYING)
def test_pages_say_who_publishes_or_that_nobody_is_named(book: Book, page: str) -> None:
    text = " ".join(book.soups[page].get_text(" ").split())
    name = current().settings.course_publisher
    assert (name or current().strings["publisher_none"]) in text


def test_edition_and_sizes_are_printed(book: Book) -> None:
    text = book.soups["book/it-sheet.html"].get_text(" ")
    assert "BOOK-" not in text and f"edition {current().edition}" in text
    assert [one for one in book.pages if "BOOK-" in book.soups[one].get_text()] == []


def test_figures_are_those_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("BOOK-FILES files, BOOK-SIZE, edition BOOK-EDITION", encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(bytes(3 * figures_of_book.MB))
    (tmp_path / "c.zip").write_bytes(bytes(9 * figures_of_book.MB))  # offered beside the book, and no part of it
    figures_of_book.print_figures(current(), tmp_path)
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == f"2 files, 3.0 MB, edition {current().edition}"


def test_a_publisher_is_a_name_and_a_contact() -> None:
    found = Settings.model_validate(
        {"course_id": "a", "course_publisher": " A council ", "course_contact": "a@b.example"}
    )
    assert (found.course_publisher, found.course_contact) == ("A council", "a@b.example")


def test_a_course_without_a_citation_has_no_edition(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: T\nsphinx: {config: {course_id: t}}\n", encoding="utf-8")
    assert Course(tmp_path).edition == ""


def test_the_package_comes_with_its_checksum(book: Book) -> None:
    assert scorm.pack(current()) == 0
    package = current().output / f"{current().id}-scorm12.zip"
    digest, name = package.with_suffix(".zip.sha256").read_text(encoding="utf-8").split()
    assert (digest, name) == (hashlib.sha256(package.read_bytes()).hexdigest(), package.name)
