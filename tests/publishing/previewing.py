"""A preview of a copy of a course, made by a copy of the engine: so that a test may change any file of both."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tests.support.book import ROOT

LEFT = shutil.ignore_patterns("__pycache__", "_build", ".ipynb_checkpoints", "portfolio.json*")
READY = "The preview is at "
PATIENCE = 60  # seconds to stop in, on a machine with much to do
PARTS = ("book", "data", "notebooks")
PACKAGES = ("workbook", "systems_leadership")


@dataclass
class Writing:
    """A course that someone is writing, with its preview.

    Args:
        root: the course's folder.
        code: the folder of the engine and the course's package.
        address: of the preview, with a slash at its end.
        said: what the preview has printed, line by line.
    """

    root: Path
    code: Path
    address: str = ""
    said: list[str] = field(default_factory=list)

    def file(self, name: str) -> Path:
        """A file of the course, or of the code."""
        return next(path for path in (self.root / name, self.code / name) if path.is_file())

    def change(self, name: str, old: str, new: str) -> None:
        """Put ``new`` in the place of the first ``old``, as an editor saves it."""
        path = self.file(name)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no '{old}' any more"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def copy(course: Path, to: Path) -> Writing:
    """Copy a course and the code into the folder ``to``."""
    writing = Writing(to / "course", to / "code")
    for name in PARTS:
        if (course / name).is_dir():
            shutil.copytree(course / name, writing.root / name, ignore=LEFT)
    for path in [*course.glob("*.yml"), course / "requirements.txt"]:
        if path.is_file():
            shutil.copy(path, writing.root)
    for name in PACKAGES:
        shutil.copytree(ROOT / name, writing.code / name, ignore=LEFT)
    return writing


@contextmanager
def previewing(writing: Writing) -> Iterator[Writing]:
    """Start the preview, and stop it as Ctrl+C does.

    Raises:
        AssertionError: it does not start, or does not stop.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COURSE_", "DISPLAY", "WAYLAND"))}
    process = subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-m", "workbook", "preview"],
        cwd=writing.root,
        env=kept | {"PYTHONPATH": str(writing.code)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            writing.said.append(line)
            if line.startswith(READY):
                writing.address = line.removeprefix(READY).split()[0]
                break
        assert writing.address, "".join(writing.said)
        listener = Thread(target=writing.said.extend, args=[process.stdout], daemon=True)
        listener.start()
        yield writing
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(timeout=PATIENCE) in (0, 130)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)  # It then says where each of its threads is.
            listener.join()
            raise AssertionError("".join(writing.said)) from None
    finally:
        process.kill()
        process.wait()
