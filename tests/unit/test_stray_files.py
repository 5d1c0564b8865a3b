"""macOS leaves a `._name` beside each file on disks of other kinds: nothing of the course reads one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.clones import clone
from workbook.files import visible

#: The first bytes of such a file: no text in any code page.
STRAY = bytes.fromhex("00051607000200004d6163204f5320582020202020202020000200e9ff")
#: All that a build reads of its own, without running a notebook or Sphinx.
READ_ALL = """
from workbook import bundle
from workbook.build import book, check, notebooks
from workbook.course import current
course = current()
assert check.mistakes(course) == [], check.mistakes(course)[:3]
bundle.style(course)
print(len(list(book.sources(course))), len(notebooks.in_order(course.notebooks)))
"""


@pytest.mark.soak("two readings of a whole clone")
def test_a_course_with_a_stray_file_beside_each_is_read_as_before(tmp_path: Path) -> None:
    course = clone(tmp_path)
    before = read(course)
    made = [path for path in course.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    for path in made:
        path.with_name(f"._{path.name}").write_bytes(STRAY)
    assert len(made) > 290
    assert read(course) == before


def read(course: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(course), "COURSE_ROOT": str(course)}
    done = subprocess.run([sys.executable, "-c", READ_ALL], capture_output=True, text=True, env=environment, cwd=course)
    assert done.returncode == 0, done.stderr[-800:]
    return done.stdout


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yml", "._a.yml", ".hidden/c.yml", "d/e.yml", "d/._e.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in visible(tmp_path, "**/*.yml")] == ["a.yml", "b.yml", "e.yml"]
    assert [path.name for path in visible(tmp_path, "*.yml")] == ["a.yml", "b.yml"]
    assert visible(tmp_path / "nowhere", "*") == []
