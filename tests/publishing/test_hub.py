"""The page's recipe for a hub whose homes persist: the package comes with the course beside the notebook, and so does
a later edition. Folders stand in for the image and for a person's disk, and `git pull` for nbgitpuller."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.book import ROOT

PAGE = ROOT / "book" / "organisations.md"
TRIED = """
import systems_leadership, workbook
from systems_leadership import Lesson
print(systems_leadership.__file__)
print(workbook.__file__)
lesson = Lesson("what-is-systems-leadership")
print(" ".join(lesson.specs))
"""


def start_file() -> str:
    """The file that the page tells hosts to write."""
    block = PAGE.read_text(encoding="utf-8").partition("```sh\n")[2].partition("```")[0]
    assert block, "the page has no recipe"
    return "".join(line.removeprefix("   ") for line in block.splitlines(keepends=True))


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """The course's repository, with what is in this folder committed."""
    folder = tmp_path / "origin"
    folder.mkdir()
    for name in (
        "_config.yml",
        "_toc.yml",
        "strings.en-GB.yml",
        "pyproject.toml",
        "data",
        "workbook",
        "systems_leadership",
    ):
        source = ROOT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / "a.ipynb").write_text("{}", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def in_notebook(home: Path, start: Path | None) -> subprocess.CompletedProcess[str]:
    """What a notebook's kernel would say, in a home that hides whatever the image had there."""
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"} | {"HOME": str(home)}
    run = ["sh", str(start)] if start else []
    return subprocess.run(
        [*run, sys.executable, "-c", TRIED],
        cwd=home / "course" / "notebooks",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_recipe_uses_the_course_beside_the_notebook_and_follows_its_editions(origin: Path, tmp_path: Path) -> None:
    home = tmp_path / "home of a person äö"
    home.mkdir()
    start = tmp_path / "start"
    start.write_text(start_file(), encoding="utf-8")
    git(home, "clone", "-q", str(origin), "course")
    told = in_notebook(home, start)
    assert told.returncode == 0, told.stderr
    package, engine, ids = told.stdout.splitlines()
    assert Path(package).resolve().is_relative_to(home / "course")
    assert Path(engine).resolve().is_relative_to(home / "course")
    # A later edition: another exercise, which the notebook asks for.
    data = next((origin / "data" / "exercises").glob("1-*.yml"))
    text = data.read_text(encoding="utf-8")
    first = ids.split()[-1]  # of which nothing is a version
    data.write_text(text.replace(f"id: {first}\n", f"id: {first}-anew\n", 1), encoding="utf-8")
    commit(origin)
    git(home / "course", "pull", "-q")
    again = in_notebook(home, start)
    assert f"{first}-anew" in again.stdout.splitlines()[2].split(), again.stderr


def test_without_the_recipe_another_package_or_none_is_used(origin: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(origin), "course")
    told = in_notebook(tmp_path, None)
    used = told.stdout.splitlines()[:1]
    assert not used or not Path(used[0]).resolve().is_relative_to(tmp_path)
