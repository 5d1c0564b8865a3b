"""Builds the book from nothing, with warnings as errors, aside; only a good one takes the place of the last.

Always from nothing: an incremental build passes over a warning that an earlier one gave. Where no source has
changed since the last good build, it can be left out.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..course import SETTING, Course
from ..files import visible
from . import BookError, archive

ENGINE = Path(__file__).resolve().parents[1]
#: Of the course's folder, all that the book is made of.
SOURCES = ("_config.yml", "_toc.yml", "requirements.txt", "book", "data", "notebooks")
#: Left behind by editors, systems, Python and learners; no part of the book.
NOT_SOURCES = {"__pycache__", ".ipynb_checkpoints", "portfolio.json"}
#: Without the command's own file, which a folder that was moved would not find.
JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"
STRICT = ("-W", "-n", "--keep-going", "-q")


@dataclass(frozen=True)
class Places:
    """Where a build keeps what.

    Args:
        html: the good book.
        aside: the folder in which the next one is made.
        stamp: what the good book was made of.
        log: what a failed build said.
    """

    html: Path
    aside: Path
    stamp: Path
    log: Path


def places(course: Course) -> Places:
    out = course.output
    return Places(out / "html", out / "new", out / "book.stamp", out / "build.log")


def environment(course: Course) -> dict[str, str]:
    """For a process that works on this very course, wherever it is started."""
    return os.environ | {SETTING: str(course.root)}


def sources(course: Course) -> Iterator[Path]:
    """Every file that the book is made of, the engine's and the course's package among them."""
    roots: list[Path] = [*(course.root / name for name in SOURCES), *course.root.glob("strings.*.yml"), ENGINE]
    if course.package:
        roots.append(course.package)
    for root in roots:
        for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
            hidden = any(part.startswith(".") for part in file.relative_to(root.parent).parts)
            if file.is_file() and not hidden and NOT_SOURCES.isdisjoint(file.parts):
                yield file


def fingerprint(course: Course) -> str:
    """What the sources say, as one short text: contents, not times, which a fresh clone does not keep."""
    digest = hashlib.sha256()
    homes = (course.root, ENGINE, course.package or ENGINE)
    for path in sources(course):
        home = next(one for one in homes if path.is_relative_to(one))
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(course: Course, now: str) -> bool:
    """Whether the book at hand is a good one, made of these very sources."""
    at = places(course)
    whole = all((at.html / name).is_file() for name in ("index.html", archive.name_of(course)))
    return whole and at.stamp.is_file() and at.stamp.read_text() == now


def build(course: Course) -> int:
    """Build from nothing and put the new book in the place of the last; return how many pages it has.

    Raises:
        BookError: a warning, an error, or a zip that is too large. The last good book is where it was.
    """
    at, before = places(course), fingerprint(course)
    shutil.rmtree(at.aside, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-c", JUPYTER_BOOK, "build", ".", "--path-output", str(at.aside), *STRICT],
        cwd=course.root,
        env=environment(course),
        stdout=subprocess.DEVNULL,  # where the pages are, which the command says
        stderr=subprocess.PIPE,
        text=True,
    )
    made = at.aside / "_build" / "html"
    if done.returncode or not (made / "index.html").is_file():
        at.log.parent.mkdir(exist_ok=True)
        at.log.write_text(done.stderr, encoding="utf-8")
        # What is wrong comes first; then Jupyter Book tells where in itself it noticed.
        said = done.stderr.partition("Traceback (most recent call last)")[0].strip()
        raise BookError(f"{said}\nThe book was not built; warnings count as errors. All of it is in {at.log}.")
    try:
        archive.pack(course, made, made / archive.name_of(course))
    except archive.TooLargeError as error:
        raise BookError(str(error)) from None
    pages = len(visible(made, "**/*.html"))
    at.stamp.unlink(missing_ok=True)
    try:
        if at.html.exists():
            at.html.rename(at.aside / "last")  # in one step: file by file, it can fail half-way
        made.rename(at.html)
    except OSError as error:
        raise BookError(f"The new book is in {made}, but cannot be put in the old one's place: {error}") from None
    shutil.rmtree(at.aside, ignore_errors=True)
    at.log.unlink(missing_ok=True)
    at.stamp.write_text(before)
    return pages


def make(course: Course, if_changed: bool) -> None:
    """Build, and say so.

    Args:
        course: whose book it is.
        if_changed: leave it where no source has changed since the last good build.

    Raises:
        BookError: see `build`.
    """
    if if_changed and is_current(course, fingerprint(course)):
        return
    print("Building the book ...", flush=True)
    start = time.monotonic()
    pages = build(course)
    where = places(course).html.relative_to(course.root)
    print(f"Built {pages} pages in {time.monotonic() - start:.0f} s: {where}/index.html")
