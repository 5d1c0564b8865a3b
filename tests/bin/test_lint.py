"""A check of `make lint` notices what it is there for."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bin.lint import CHECKS
from tests.support.book import ROOT

PYTHON_ALONE = shutil.ignore_patterns("__pycache__", "*.js", "*.css", "*.html", "*.yml", "page")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The Python of both packages, and the contracts."""
    for name in ("workbook", "systems_leadership"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=PYTHON_ALONE)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def imports(root: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(CHECKS["imports"], cwd=root, env=env, capture_output=True, text=True)


@pytest.mark.parametrize(
    "file, line, contract",
    [
        ("workbook/data.py", "import systems_leadership.facts", "which knows no course BROKEN"),
        ("workbook/strings.py", "from .lesson import Lesson", "stand on one another BROKEN"),
        ("workbook/kinds/choice/choice.py", "from ..sort.sort import Sort", "knows no other BROKEN"),
        ("systems_leadership/models/fixes/model.py", "from workbook import rendering", "is read BROKEN"),
    ],
)
def test_an_import_that_goes_the_wrong_way_is_noticed(copy: Path, file: str, line: str, contract: str) -> None:
    with (copy / file).open("a", encoding="utf-8") as out:
        out.write(f"\n{line}\n")
    done = imports(copy)
    assert done.returncode == 1 and contract in " ".join(done.stdout.split()), done.stdout


def test_imports_as_they_are_go_one_way(copy: Path) -> None:
    done = imports(copy)
    assert done.returncode == 0, done.stdout
