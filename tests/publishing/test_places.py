"""Where the course may find itself: without a home folder, in a folder that is read-only, checked out on Windows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from systems_leadership import Portfolio
from tests.portfolio.test_session import answered, opened, shown
from tests.support.book import ROOT, Book
from tests.support.words import words
from workbook.course import current
from workbook.portfolio import kernel_session

#: A user whom the machine does not know by name, as in many containers: Python reads this at its start.
NOBODY = "import pwd\ndef none(*_): raise KeyError('nobody')\npwd.getpwuid = pwd.getpwnam = none\n"
#: Pages that speak of live notebooks, on a computer of one's own or on a hub.
PAGES = ("binder", "how-to-use", "organisations")
SHELL_READS = ("Makefile", "postBuild", ".ci/run", "workbook/build/setup.sh")


@pytest.fixture
def homeless(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "sitecustomize.py").write_text(NOBODY, encoding="utf-8")
    known = {name: text for name, text in os.environ.items() if name != "HOME"}
    return known | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}


def run(env: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True)


def test_without_a_home_the_package_and_what_needs_none_works(homeless: dict[str, str]) -> None:
    assert "home" in run(homeless, "-c", "import pathlib; pathlib.Path.home()").stderr, "the user has one after all"
    used = "import systems_leadership; from workbook.build import book, check, serve, preview; print('works')"
    assert run(homeless, "-c", used).stdout == "works\n"


def test_without_a_home_notebooks_say_what_to_do(homeless: dict[str, str]) -> None:
    done = run(homeless, "-m", "workbook", "notebooks", "five-habits")
    assert done.returncode == 1
    assert "export HOME=" in done.stderr and "Traceback" not in done.stderr


def test_make_gives_a_home_where_there_is_none(homeless: dict[str, str]) -> None:
    for env, home in ((homeless, f"{ROOT}/_build/home"), ({**homeless, "HOME": "/somewhere"}, "/somewhere")):
        made = ["make", "-s", "--eval", "tell-home: ; @echo $$HOME", "tell-home"]
        assert subprocess.run(made, cwd=ROOT, env=env, capture_output=True, text=True).stdout.strip() == home


def test_a_folder_that_cannot_be_written_to_is_told_in_words_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the first answer; the user of a container may be allowed everything, so the system's answer is given."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(kernel_session.SETTING, raising=False)
    monkeypatch.setattr(os, "access", lambda *_: False)
    kernel_session.session.cache_clear()
    found = kernel_session.session(current())
    kernel_session.session.cache_clear()
    told = shown(found, "sample-reflection").problem
    assert told == words()["kernel_not_writable"].format(reason=tmp_path)


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(28, "No space left on device")])
def test_an_answer_that_cannot_be_written_is_told_in_words_and_stays(
    error: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(Portfolio, "keep", fails)
    exercise = shown(opened(Portfolio(tmp_path / "portfolio.json")), "sample-reflection")
    exercise.record = answered("reflection", what="typed")
    assert exercise.problem == words()["kernel_not_writable"].format(reason=error.strerror)
    assert "Errno" not in exercise.problem
    assert exercise.value["what"] == "typed"


def test_what_a_shell_reads_keeps_its_ends_of_lines_on_windows() -> None:
    read = subprocess.run(["git", "ls-files", "*.sh"], cwd=ROOT, capture_output=True, text=True).stdout.split()
    assert set(read) <= set(SHELL_READS), "a script that no test knows"
    asked = ["git", "check-attr", "eol", *SHELL_READS, "README.md"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said == [f"{name}: eol: lf" for name in SHELL_READS] + ["README.md: eol: unspecified"]
    assert all(b"\r" not in (ROOT / name).read_bytes() for name in SHELL_READS)


def test_a_site_on_github_keeps_its_folders_that_begin_with_a_line(book: Book) -> None:
    """Without this file GitHub's pages leave out `_static`, and with it every script."""
    assert (book.root / ".nojekyll").is_file()


def test_each_way_in_says_where_answers_are_kept() -> None:
    """In the book the browser keeps them; in a live notebook a file does, perhaps on somebody else's computer."""
    here = {name: (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8") for name in PAGES}
    assert [name for name, text in here.items() if "portfolio.json" not in text] == []
    assert "somebody else" in here["how-to-use"] and "can read them" in here["organisations"]
    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
    assert [path.name for path in notebooks if "stays in this browser" in path.read_text(encoding="utf-8")] == []
    assert len(notebooks) > 6
