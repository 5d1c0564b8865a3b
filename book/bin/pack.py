"""Pack the built book into one zip file, which opens from a folder, and which the book itself offers.

``build.py`` packs every book that it builds, so the link on the offline page always leads to a file that is
there. The copy inside the zip has no such link: nothing in it would be at the other end.
"""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "_build" / "html"
NAME = "leading-across-boundaries.zip"
#: Where `make zip` puts the file, for whoever mails it or puts it on a stick.
OUT = ROOT / "_build" / NAME
MOST = 15 * 1024 * 1024
#: The part of a page that offers the zip: for every copy of the book but the one inside it.
OFFER = re.compile(rb'\s*<div class="course-zip">.*?</div>', re.DOTALL)
#: Stands first in the list that Windows shows of a zip, where nothing else can be said.
LETTER = "1 How to open this course.txt"
WORDS = """Leading Across Boundaries: an interactive course

1. Unpack this zip file first. On Windows: close this window, right-click
   the zip file and choose 'Extract All'. On a Mac: double-click it.
2. Open the new folder, and in it the file index.html with a double click.
3. Use Edge or Chrome. In Firefox each page keeps its answers to itself.

No network is needed. Your answers stay in your browser, on this computer.
How to carry them with you: see the page 'Use it offline'.
"""
#: The earliest time that a zip can hold: the same book gives the same bytes.
TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16


class TooLarge(Exception):
    """The packed book is too large to mail; the message says by how much."""


def contents(book: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the zip made of ``book``, by its name there, in a fixed order."""
    yield LETTER, WORDS.replace("\n", "\r\n").encode("ascii")  # the old Notepad needs both signs
    for path in sorted(book.rglob("*"), key=lambda one: one.relative_to(book).as_posix()):
        name = path.relative_to(book).as_posix()
        if path.is_file() and name != NAME:
            data = path.read_bytes()
            yield name, OFFER.sub(b"", data) if path.suffix == ".html" else data


def pack(book: Path, target: Path) -> int:
    """Write the zip of ``book`` to ``target``; return its size in bytes.

    Raises:
        TooLarge: it has more than `MOST` bytes.
    """
    entries = list(contents(book))  # read before the new file is there, which may stand in the book itself
    new = target.with_suffix(".new")
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system; Windows reads it as well
            entry.external_attr = READABLE
            packed.writestr(entry, data)
    size = new.stat().st_size
    if size > MOST:
        new.unlink()
        raise TooLarge(f"The packed book has {size:,} bytes; at most {MOST:,} can be mailed. Find what made it grow.")
    new.replace(target)
    return size


def main() -> int:
    """Copy the book's own zip to where it is easy to find; return the exit status."""
    if not (HTML / NAME).is_file():
        print("The book is not built yet. Type: make zip", file=sys.stderr)
        return 1
    shutil.copyfile(HTML / NAME, OUT)
    print(f"{OUT.relative_to(ROOT)}: the whole course, {OUT.stat().st_size / 1024:,.0f} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
