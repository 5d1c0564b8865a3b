"""The PDF of the whole course, read by a second parser. Printing it takes a while: `make soak` only."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from tests.support.book import HTML, ROOT, Book
from tests.support.lessons import lessons
from workbook.build import onepage
from workbook.course import current
from workbook.lesson import manifest

#: Has more on paper than on screen, or less.
NOT_ALIKE = re.compile("^(sl-keep|sl-map-desk|sl-plan-.*|sl-figure|sl-map-run)$")

pytestmark = pytest.mark.soak("the whole course is printed by `make soak` only")
A4 = (595, 842)  # points
#: Structure that a screen reader goes by; each must be there.
TAGS = {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Figure"}


def make(target: Path) -> Path:
    """What `make pdf` makes; in a process of its own, as this one may already drive a browser."""
    done = subprocess.run([sys.executable, "-m", "workbook", "pdf"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return Path(shutil.copy(current().output / f"{current().id}.pdf", target))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("printed") / "course.pdf")


def tags(node: Any) -> set[str]:
    """Every kind of structure element below ``node``."""
    found = set()
    waiting = [node]
    while waiting:
        one: Any = waiting.pop()
        if isinstance(one, pypdf.generic.IndirectObject):
            one = one.get_object()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, pypdf.generic.DictionaryObject):
            found.add(str(one.get("/S", "")))
            waiting += [one["/K"]] if "/K" in one else []
    return found


def bookmarks(outline: list[Any]) -> list[str]:
    """Titles of all bookmarks, in order."""
    return [title for one in outline for title in (bookmarks(one) if isinstance(one, list) else [str(one.title)])]


def faults(path: Path) -> list[str]:
    """What the PDF lacks, in words."""
    read = pypdf.PdfReader(path)
    root: Any = read.trailer["/Root"]
    titles = bookmarks(read.outline)
    checks = {
        "not tagged": bool(root.get("/MarkInfo", {}).get("/Marked")),
        "no structure": "/StructTreeRoot" in root and tags(root["/StructTreeRoot"]) >= TAGS,
        "no language": root.get("/Lang") == current().language,
        "no title": read.metadata is not None and read.metadata.title == current().title,
        "title not shown": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")),
        "not A4": {(round(page.mediabox.width), round(page.mediabox.height)) for page in read.pages} == {A4},
        "lessons without a bookmark": {one.title for one in lessons()} <= set(titles),
        "exercises without a bookmark": {one["title"] for one in manifest(lessons()) if "of" not in one} <= set(titles),
    }
    return [what for what, good in checks.items() if not good]


def bare(text: str) -> str:
    """Letters and figures alone: how lines break is of no matter."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def texts(path: Path) -> list[str]:
    """The words of each page without its foot."""
    found, _ = onepage.chapters(current(), HTML)
    feet = re.compile(rf"^\d*\s*(?:{'|'.join(re.escape(one.title) for one in found)})\n")
    return [feet.sub("", page.extract_text()) for page in pypdf.PdfReader(path).pages]


def test_it_has_all_that_a_screen_reader_needs(printed: Path) -> None:
    assert faults(printed) == []
    assert 100 < len(pypdf.PdfReader(printed).pages) < 300
    assert printed.stat().st_size < 5 * 1024 * 1024


def test_no_words_are_lost(printed: Path, book: Book) -> None:
    """Every paragraph of every lesson, and all feedback, is on the pages, to the last letter."""
    words = bare("\n".join(texts(printed)))
    lost = []
    for page in book.lessons:
        for one in book.soups[page].select("article :is(p, li, dd, h1, h2, h3):not(:has(p, li))"):
            if one.select_one("a, sl-own-words, .sl-mark") or one.find_parent(class_=NOT_ALIKE):
                continue
            shown = not {"sl-asleep", "admonition-title"} & set(one.get("class") or [])
            shown = shown and one.find_next_sibling(attrs={"data-part": "calendar"}) is None  # a file, on screen only
            shown = shown and one.get("data-part") != "still"  # what is yet to do, said after the first run
            if shown and bare(one.get_text()) not in words:
                lost.append(f"{page}: {one.get_text()[:80]}")
    assert lost == []


def test_each_lesson_ends_with_its_key(printed: Path) -> None:
    titles = bookmarks(pypdf.PdfReader(printed).outline)
    for lesson in (one for one in lessons() if not one.optional):
        after = titles[titles.index(lesson.title) :]
        key = after.index(f"Answer key: {lesson.title}")
        assert [one for one in after[:key] if one.startswith("Answer key")] == []


def test_page_numbers_lead_there(printed: Path) -> None:
    pages = texts(printed)
    for lesson in lessons():
        line = re.search(rf"{re.escape(lesson.title)}\s*(\d+)", pages[0])
        assert line and pages[int(line[1]) - 1].lstrip().startswith(lesson.title), lesson.title


def test_it_is_printed_the_same_again(printed: Path, tmp_path: Path) -> None:
    make(tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").stat().st_size == pytest.approx(printed.stat().st_size, rel=0.01)
    assert texts(tmp_path / "again.pdf") == texts(printed)


def test_what_is_missing_is_noticed(printed: Path, tmp_path: Path) -> None:
    with pikepdf.open(printed) as whole:
        for key in ("/MarkInfo", "/StructTreeRoot", "/Lang", "/Outlines"):
            del whole.Root[key]
        whole.save(tmp_path / "less.pdf")
    lacking = {"not tagged", "no structure", "no language", "lessons without a bookmark"}
    assert lacking <= set(faults(tmp_path / "less.pdf"))
