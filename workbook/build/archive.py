"""Packs the built book into one zip file, which opens from a folder, and which the book itself offers.

Every book that is built is packed, so the link on the offline page always leads to a file that is there. The copy
inside the zip has no such link: nothing in it would be at the other end.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ..course import Course
from ..sphinx.page_html import without

MAX_BYTES = 15 * 1024 * 1024
#: The part of a page that offers the zip: for every copy of the book but the one inside it.
OFFER = "course-zip"
#: The earliest time that a zip can hold: the same book gives the same bytes.
TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16


class TooLargeError(Exception):
    """The packed book is too large to mail; the message says by how much."""


def name_of(course: Course) -> str:
    return f"{course.id}.zip"


def contents(course: Course, book: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the zip made of ``book``, by its name there, in a fixed order."""
    # Stands first in the list that Windows shows of a zip, where nothing else can be said.
    letter = course.strings["zip_letter"].format(course=course.title)
    yield course.strings["zip_letter_name"], letter.replace("\n", "\r\n").encode("utf-8-sig")  # for the old Notepad
    for path in sorted(book.rglob("*"), key=lambda one: one.relative_to(book).as_posix()):
        name = path.relative_to(book).as_posix()
        if path.is_file() and name != name_of(course) and not path.name.startswith("."):
            if path.suffix == ".html":
                yield name, without(path.read_text(encoding="utf-8"), OFFER).encode("utf-8")
            else:
                yield name, path.read_bytes()


def pack(course: Course, book: Path, target: Path) -> int:
    """Write the zip of ``book`` to ``target``; return its size in bytes.

    Raises:
        TooLargeError: it has more than `MAX_BYTES`.
    """
    entries = list(contents(course, book))  # read before the new file is there, which may stand in the book itself
    new = target.with_suffix(".new")
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system; Windows reads it as well
            entry.external_attr = READABLE
            packed.writestr(entry, data)
    size = new.stat().st_size
    if size > MAX_BYTES:
        new.unlink()
        raise TooLargeError(
            f"The packed book has {size:,} bytes; at most {MAX_BYTES:,} can be mailed. Find what made it grow."
        )
    new.replace(target)
    return size


def copy(course: Course) -> int:
    """Copy the book's own zip to where it is easy to find, for whoever mails it; return the exit status."""
    target = course.output / name_of(course)
    shutil.copyfile(course.output / "html" / name_of(course), target)
    print(f"{target.relative_to(course.root)}: the whole course, {target.stat().st_size / 1024:,.0f} KB")
    return 0
