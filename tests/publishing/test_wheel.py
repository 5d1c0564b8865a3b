"""The packages as a wheel: everything in it that they need, and a course that works without this repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.previewing import LEFT, PACKAGES
from tests.support.book import ROOT

DATA = {".html", ".js", ".css", ".yml", ".sh", ".typed"}
SECOND = ROOT / "tests" / "second_course"
#: What stands in the README must go on working wherever the package was installed.
USE = """from systems_leadership import Lesson, Portfolio, models
lesson = Lesson("what-is-systems-leadership")
print(lesson.show(next(iter(lesson.specs))), len(models.discharge.run(to_care=60)), Portfolio("portfolio.json"))"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made of a copy, as making one leaves things behind."""
    source = tmp_path_factory.mktemp("source")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=LEFT)
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, source)
    made = tmp_path_factory.mktemp("wheel")
    how = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", str(made)]
    done = subprocess.run([sys.executable, "-m", "pip", "wheel", *how, str(source)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(made.glob("*.whl"))


def test_every_file_that_the_packages_need_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
    there = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.suffix in DATA | {".py"} and not {"__pycache__", "_build"} & set(path.parts)
    }
    assert there - names == set(), "these are missing"
    assert names - there == set(), "these do not belong there"


@pytest.mark.soak("a new environment is installed by `make soak` only")
def test_a_course_works_with_what_is_installed(wheel: Path, tmp_path: Path) -> None:
    python = tmp_path / "environment" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "environment")], check=True)
    pins = ["--constraint", str(_constraints(tmp_path))]
    done = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", *pins, f"{wheel}[book]", "ipykernel"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    course = tmp_path / "a course of one's own"
    shutil.copytree(SECOND, course, ignore=LEFT)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COURSE_", "JUPYTER"))}

    def run(*command: str, where: Path, **more: str) -> str:
        done = subprocess.run([str(python), *command], cwd=where, env=kept | more, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert "No mistakes" in run("-m", "workbook", "check", where=course)
    assert "unchanged" in run("-m", "workbook", "notebooks", where=tmp_path, COURSE_ROOT=str(course))
    run("-m", "workbook", "build", where=tmp_path, COURSE_ROOT=str(course))
    assert (course / "_build" / "html" / "index.html").is_file()
    elsewhere: Any = {"where": ROOT / "notebooks", "PYTHONSAFEPATH": "1"}
    assert "site-packages" in run("-c", "import workbook; print(workbook.__file__)", **elsewhere)
    said = run("-c", USE, COURSE_PORTFOLIO="none", **elsewhere)
    assert said.startswith("<Exercise ")


def _constraints(folder: Path) -> Path:
    """The exact versions, without the line that installs this folder."""
    path = folder / "constraints.txt"
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith("-")), encoding="utf-8")
    return path
