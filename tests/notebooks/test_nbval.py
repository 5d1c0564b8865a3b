"""Strict nbval proves that stored outputs are current: it fails on one changed word of feedback."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.book import ROOT
from tests.support.lessons import lessons

#: One that is soon run: it has no model.
LESSON = next(one for one in lessons() if all(spec.kind != "simulator" for spec in one.specs.values()))
NOTEBOOK = f"{LESSON.page}.ipynb"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """What the notebook needs, in a folder of its own."""
    if not (ROOT / NOTEBOOK).is_file():
        pytest.skip(f"there is no {NOTEBOOK} yet")
    for name in ("data", "systems_leadership", "workbook", "book"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "notebooks").mkdir()
    shutil.copy(ROOT / NOTEBOOK, tmp_path / NOTEBOOK)
    shutil.copy(ROOT / "_config.yml", tmp_path)
    return tmp_path


def nbval(folder: Path) -> subprocess.CompletedProcess[str]:
    """Compare the copied notebook with a fresh run of it."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    env |= {"PYTHONPATH": str(folder), "COURSE_PORTFOLIO": "none"}
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "-q"]
    return subprocess.run([*command, NOTEBOOK], cwd=folder, env=env, capture_output=True, text=True)


def test_a_changed_feedback_fails_until_the_notebook_is_run_again(copied: Path) -> None:
    """One cell fails and the others pass: as in `make test`, where all of this notebook's pass without the change."""
    spec = next(spec for spec in LESSON.specs.values() if spec.feedback())
    data = copied / LESSON.path.relative_to(ROOT)
    word = " ".join(spec.feedback()[0].split()[:4])
    text = data.read_text(encoding="utf-8")
    assert text.count(word) == 1
    data.write_text(text.replace(word, f"Indeed: {word}"), encoding="utf-8")
    done = nbval(copied)
    assert done.returncode == 1, done.stdout[-3000:]
    assert re.search(r"\b1 failed, \d+ passed\b", done.stdout), done.stdout[-3000:]
    assert f"Indeed: {word}" in done.stdout
