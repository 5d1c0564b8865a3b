"""Build the book into ``_build/html``, from nothing, with warnings as errors, and pack it for use offline.

Always from nothing: an incremental build passes over a warning that an earlier one gave. With ``--if-changed``
a build is left out where no source has changed since the last good one.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pack

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (
    "_config.yml",
    "_toc.yml",
    "requirements.txt",
    "book",
    "data",
    "notebooks",
    "systems_leadership",
)
#: Left behind by editors, Python and learners; no part of the book.
NOT_SOURCES = {"__pycache__", ".ipynb_checkpoints", "portfolio.json"}
HTML = Path("_build/html")
STAMP = Path("_build/book.stamp")
LOG = Path("_build/build.log")


def sources() -> Iterator[Path]:
    """Every file that the book is made of, relative to the root."""
    for name in SOURCES:
        path = ROOT / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            relative = file.relative_to(ROOT)
            if file.is_file() and NOT_SOURCES.isdisjoint(relative.parts):
                yield relative


def fingerprint() -> str:
    """What the sources say, as one short text: contents, not times, which a fresh clone does not keep."""
    digest = hashlib.sha256()
    for path in sources():
        digest.update(str(path).encode() + b"\0" + (ROOT / path).read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(now: str) -> bool:
    """Whether the book in ``_build`` is a good one, made of these very sources."""
    stamp = ROOT / STAMP
    whole = all((ROOT / HTML / name).is_file() for name in ("index.html", pack.NAME))
    return whole and stamp.is_file() and stamp.read_text() == now


def build() -> int:
    """Build from nothing; return the exit status, 0 only for a book that is there and gave no warning."""
    for leftover in (HTML, Path("_build/.doctrees"), STAMP, LOG):
        path = ROOT / leftover
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    status = subprocess.run(
        [
            sys.executable,
            "-c",
            # Looking less often for what has died saves a tenth of the time.
            "import gc; gc.set_threshold(100_000, 20, 100); from jupyter_book.cli.main import main; main()",
            "build",
            ".",
            "-W",
            "-n",
            "--keep-going",
            "-q",
        ],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,  # where the pages are, which `main` says
        stderr=subprocess.PIPE,
        text=True,
    )
    if status.returncode == 0 and (ROOT / HTML / "index.html").is_file():
        return 0
    (ROOT / LOG).parent.mkdir(exist_ok=True)
    (ROOT / LOG).write_text(status.stderr, encoding="utf-8")
    # What is wrong comes first; then Jupyter Book tells where in itself it noticed.
    print(status.stderr.partition("Traceback (most recent call last)")[0].strip(), file=sys.stderr)
    print(f"The book was not built; warnings count as errors. All of it is in {LOG}.", file=sys.stderr)
    return status.returncode or 1


def main() -> int:
    """Build, unless told not to bother; return the exit status."""
    before = fingerprint()
    if "--if-changed" in sys.argv[1:] and is_current(before):
        return 0
    print("Building the book ...", flush=True)
    start = time.monotonic()
    status = build()
    if status == 0:
        try:
            pack.pack(ROOT / HTML, ROOT / HTML / pack.NAME)
        except pack.TooLarge as error:
            print(error, file=sys.stderr)
            return 1
        (ROOT / STAMP).write_text(before)
        pages = len(list((ROOT / HTML).rglob("*.html")))
        print(f"Built {pages} pages in {time.monotonic() - start:.0f} s: {HTML}/index.html")
    return status


if __name__ == "__main__":
    sys.exit(main())
