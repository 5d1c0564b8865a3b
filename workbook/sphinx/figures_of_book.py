"""Prints on a page the edition and how much the book weighs: known only when the last page is written.

A page's source has a name in capitals where each figure is to stand.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from ..course import Course

MB = 1024 * 1024


def figures(course: Course, folder: Path) -> dict[str, str]:
    """What stands for each name: edition, number of files, their size, and about what they weigh packed."""
    files = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".zip"]
    packed = sum(len(zlib.compress(one, 9)) for one in files)
    return {
        "BOOK-EDITION": course.edition or "–",
        "BOOK-FILES": str(len(files)),
        "BOOK-SIZE": f"{sum(map(len, files)) / MB:.1f} MB",
        "BOOK-PACKED": f"{packed / MB:.1f} MB",
    }


def print_figures(course: Course, folder: Path) -> None:
    """Put the figures where a page has a place for them."""
    found: dict[str, str] = {}
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if "BOOK-" not in text:
            continue
        found = found or figures(course, folder)
        for place, figure in found.items():
            text = text.replace(place, figure)
        path.write_text(text, encoding="utf-8")
