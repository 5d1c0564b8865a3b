"""The commands, on a copy of the second course in a folder of an odd name; a build that fails leaves the last book."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

import pytest

from tests.publishing.previewing import copy
from tests.support.book import ROOT
from workbook.build import serve
from workbook.build.book import places
from workbook.course import Course

ODD = "Ünï [neu] & 100% #1 $HOME it's"
PAGE = "book/welcome.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(ROOT / "tests" / "second_course", tmp_path_factory.mktemp("made") / ODD).root


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("COURSE_")}
    done = [sys.executable, "-m", "workbook", *command]
    return subprocess.run(done, cwd=root, env=env, capture_output=True, text=True)


def told(root: Path, *command: str) -> str:
    """What a command says that goes wrong: in sentences, as nobody reads a traceback."""
    done = run(root, *command)
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr


def spoil(path: Path, old: str, new: str) -> str:
    """Change a file; its text as it was."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text


@pytest.mark.soak
def test_a_book_is_built_once_and_a_failed_build_leaves_it(root: Path) -> None:
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    at = places(Course(root))
    good = {path: path.read_bytes() for path in at.html.rglob("*") if path.is_file()}
    assert f"{at.html / 'shared-kettle.zip'}" in map(str, good)

    text = spoil(root / PAGE, "one kettle", "one {kettle}`x`")
    said = told(root, "build", "--if-changed")
    assert "welcome.md:3" in said and str(at.log) in said
    assert {path: path.read_bytes() for path in at.html.rglob("*") if path.is_file()} == good

    (root / PAGE).write_text(text, encoding="utf-8")
    assert run(root, "build", "--if-changed").stdout == "", "these sources have a good book already"
    assert "the whole course" in run(root, "zip").stdout
    assert (at.html.parent / "shared-kettle.zip").read_bytes() == (at.html / "shared-kettle.zip").read_bytes()


def test_mistakes_are_told_all_at_once(root: Path) -> None:
    path = root / "data" / "exercises" / "1-the-kettle.yml"
    text = spoil(path, "kind: choice", "kind: choyce")
    spoil(path, "what: What is it?", "what: What is {it}?")
    said = told(root, "check")
    path.write_text(text, encoding="utf-8")
    assert "'choyce' is not a kind" in said and "{it}" in said and "2 to mend" in said
    assert said.count("1-the-kettle.yml line ") == 2


def test_one_notebook_is_run_and_an_unknown_one_named(root: Path) -> None:
    stored = (root / "notebooks" / "1-the-kettle.ipynb").read_bytes()
    assert "1-the-kettle" in run(root, "notebooks", "1-the-kettle").stdout
    assert (root / "notebooks" / "1-the-kettle.ipynb").read_bytes() == stored
    assert "No notebook 2-tea. There are: 1-the-kettle" in told(root, "notebooks", "2-tea")


def test_without_a_book_serving_says_how_to_make_one(tmp_path: Path) -> None:
    bare = copy(ROOT / "tests" / "second_course", tmp_path).root
    assert "make read" in told(bare, "serve")


def test_a_book_is_served_compressed_to_those_who_take_it(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>tea</p>" * 100, encoding="utf-8")
    with serve.listen(tmp_path) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        for accepted, coding in (("gzip", "gzip"), ("gzip;q=0", None), ("", None)):
            address = f"http://{serve.HOST}:{server.server_port}/"
            with urlopen(Request(address, headers={"Accept-Encoding": accepted})) as answer:
                assert (answer.status, answer.headers["Content-Encoding"]) == (200, coding)
                assert "no-cache" in answer.headers["Cache-Control"]
        server.shutdown()
