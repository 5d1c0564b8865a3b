"""The zip file is the built book, whole, and the same whenever it is made."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest

from tests.support.book import Book
from tests.support.links import broken
from workbook.build import archive
from workbook.course import current

NAME, LETTER = archive.name_of(current()), current().strings["zip_letter_name"]


def differences(book: Path, folder: Path) -> list[str]:
    """Where an unpacked copy differs from the book it was made of: files lacking, added or changed.

    The copy may leave out the zip itself, the offer of it and files that only hosts read, and has its own letter.
    """
    ours = {
        str(path.relative_to(book)): path
        for path in book.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    theirs = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    ours.pop(NAME, None)
    theirs.pop(LETTER, None)
    found = sorted(ours.keys() ^ theirs.keys())
    for name in sorted(ours.keys() & theirs.keys()):
        data = ours[name].read_bytes()
        if theirs[name].read_bytes() != (without_offer(data) if name == "book/offline.html" else data):
            found.append(name)
    return found


def without_offer(page: bytes) -> bytes:
    return re.sub(rb'<div class="course-zip">.*?</div>', b"", page, flags=re.DOTALL)


def test_the_zip_is_the_whole_book(book: Book, unpacked: Path) -> None:
    assert differences(book.root, unpacked) == []
    assert len(list(unpacked.rglob("*.html"))) == len(list(book.root.rglob("*.html"))) > 15


def test_no_link_in_it_is_dead(book: Book, unpacked: Path) -> None:
    copy = Book(unpacked)
    assert broken(unpacked, copy.pages) == []
    assert copy.soups["book/offline.html"].select("a[download]") == []
    assert len(book.soups["book/offline.html"].select("a[download]")) == 1


def test_it_can_be_mailed_and_opened_anywhere(book: Book) -> None:
    assert (book.root / NAME).stat().st_size < archive.MAX_BYTES == 15 * 1024 * 1024
    with zipfile.ZipFile(book.root / NAME) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
    assert names[0] == LETTER and names[1:] == sorted(names[1:])
    # Windows takes no path of more than 260 signs, and tells no capitals from small letters.
    assert max(map(len, names)) < 100
    assert len({name.lower() for name in names}) == len(names)
    assert [name for name in names if name.startswith("/") or ".." in name or "\\" in name] == []


def test_the_same_book_gives_the_same_bytes(book: Book, unpacked: Path, tmp_path: Path) -> None:
    archive.pack(current(), book.root, tmp_path / "one.zip")
    (unpacked / LETTER).rename(tmp_path / "letter")  # made anew by each packing
    for path in unpacked.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    archive.pack(current(), unpacked, tmp_path / "two.zip")
    (tmp_path / "letter").rename(unpacked / LETTER)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert (tmp_path / "one.zip").read_bytes() == (book.root / NAME).read_bytes()


def test_a_book_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "index.html").write_text("<p>x</p>", encoding="utf-8")
    monkeypatch.setattr(archive, "MAX_BYTES", 100)
    with pytest.raises(archive.TooLargeError, match="at most 100"):
        archive.pack(current(), tmp_path / "book", tmp_path / "x.zip")
    assert not list(tmp_path.glob("x.*"))


def test_a_spoilt_zip_is_noticed(tmp_path: Path) -> None:
    for name in ("book", "copy"):
        (tmp_path / name).mkdir()
        for page in ("index.html", "one.html"):
            (tmp_path / name / page).write_text("<p>x</p>", encoding="utf-8")
    assert differences(tmp_path / "book", tmp_path / "copy") == []
    (tmp_path / "copy" / "one.html").write_text("<p>z</p>", encoding="utf-8")
    (tmp_path / "copy" / "index.html").rename(tmp_path / "copy" / "more.html")
    assert differences(tmp_path / "book", tmp_path / "copy") == ["index.html", "more.html", "one.html"]
