"""Binder, without Docker: what repo2docker itself would do with this folder."""

from __future__ import annotations

import os
import re
import shutil
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.binder import build_pack, steps
from tests.support.book import ROOT

RUNTIME = (ROOT / "runtime.txt").read_text(encoding="utf-8").strip()
PIN = re.compile(r"(?m)^([A-Za-z0-9._-]+)==(\S+)")
OWN = "systems-leadership-course"


def pins(*lists: str) -> dict[str, str]:
    """The exact version of each package that the lists name."""
    text = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in lists)
    return {canonicalize_name(name): number for name, number in PIN.findall(text)}


def unpinned(start: dict[str, str]) -> set[str]:
    """Packages that installing ``start`` would bring here and that it does not name."""
    found: set[str] = set()
    waiting = [*start, OWN]
    while waiting:
        try:
            needed = requires(waiting.pop()) or []
        except PackageNotFoundError:
            continue
        for one in map(Requirement, needed):
            name = str(canonicalize_name(one.name))
            if (one.marker is None or one.marker.evaluate({"extra": ""})) and name not in start and name not in found:
                found.add(name)
                waiting.append(name)
    return found - {OWN}


def misplaced(all_steps: list[str]) -> bool:
    """Whether the course's package ends up as a copy, away from the data that it reads."""
    kinds = [step for step in all_steps if step.rstrip().endswith(" .") or step.endswith("postBuild")]
    return bool(kinds) and not kinds[-1].endswith("postBuild")


def test_it_is_a_python_folder_with_the_python_of_runtime_txt() -> None:
    pack = build_pack()
    assert type(pack).__name__ == "PythonBuildPack"
    assert f"python-{pack.python_version}" == RUNTIME


def test_without_runtime_txt_it_would_be_another_python(tmp_path: Path) -> None:
    """The file is there for a reason: repo2docker's own choice is older than pandas allows, or may become so."""
    for name in ("requirements.txt", "postBuild"):
        shutil.copy(ROOT / name, tmp_path)
    assert f"python-{build_pack(tmp_path).python_version}" != RUNTIME


def test_it_installs_the_exact_versions_and_leaves_the_package_where_its_data_is() -> None:
    done = steps()
    assert any('-r "requirements.txt"' in step for step in done)
    assert not misplaced(done)
    assert misplaced(done[:-1]), "without postBuild the package would be a copy; is the file still needed?"
    assert os.access(ROOT / "postBuild", os.X_OK)


@pytest.mark.skipif("NEWEST" in os.environ, reason="the monthly run installs newer versions on purpose")
def test_every_package_is_pinned_and_here_in_that_version() -> None:
    read, all_of_it = pins("requirements.txt"), pins("requirements.txt", "tests/requirements.txt")
    assert unpinned(read) == set()
    assert unpinned(all_of_it) == set()
    assert {name: version(name) for name in all_of_it} == all_of_it


def test_a_missing_pin_is_noticed() -> None:
    fewer = {name: number for name, number in pins("requirements.txt").items() if name != "tornado"}
    assert "tornado" in unpinned(fewer)
