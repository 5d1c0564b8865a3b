"""The course as a clone of its repository would have it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.support.book import ROOT


def sources() -> Iterator[Path]:
    """Every file that a clone of the course would have, relative to its root; new ones too."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    yield from (Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file())


def clone(to: Path) -> Path:
    """Copy the course as a clone would have it, into the folder ``to``."""
    for path in sources():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, to / path)
    return to
