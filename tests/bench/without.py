"""A copy of the book with the exercises taken out, to see what they cost."""

from __future__ import annotations

import shutil
from pathlib import Path

from bs4 import BeautifulSoup

OURS = (
    ".sl-exercise, sl-progress, sl-portfolio, sl-study, .sl-keep, #sl-course, #sl-docx, #sl-paper, "
    "[src*='workbook/'], link[href*='workbook/']"
)


def strip(html: bytes) -> str:
    """A page without our elements, script, style and manifest."""
    soup = BeautifulSoup(html, "lxml")
    for one in soup.select(OURS):
        one.decompose()
    return str(soup)


def copy_without(book: Path, to: Path) -> Path:
    """Copy the book, every page stripped."""
    shutil.copytree(book, to)
    for page in to.rglob("*.html"):
        page.write_text(strip(page.read_bytes()), encoding="utf-8")
    return to
