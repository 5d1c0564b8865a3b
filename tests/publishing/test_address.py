"""Where the course can be found: from the environment or from git; and no button where nobody has said."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support.lessons import lessons
from workbook.course import current
from workbook.sphinx import address

FIRST = "https://mybinder.org/v2/gh/owner/name/HEAD?urlpath=lab%2Ftree%2Fnotebooks%2F1-what-is-systems-leadership.ipynb"


@pytest.mark.parametrize(
    "given",
    [
        "https://github.com/owner/name",
        "https://github.com/owner/name.git",
        "git@github.com:owner/name.git",
        "ssh://git@github.com/owner/name",
    ],
)
def test_a_repository_is_known_from_the_environment_or_the_remote(given: str, tmp_path: Path) -> None:
    assert address.repository(tmp_path, {"COURSE_REPOSITORY": given}) == "owner/name"
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "remote", "add", "origin", given], check=True)
    assert address.repository(tmp_path, {}) == "owner/name"


@pytest.mark.parametrize("given", ["", "https://example.org/owner/name", "/srv/course", "javascript:alert(1)"])
def test_elsewhere_nothing_is_known(given: str, tmp_path: Path) -> None:
    assert address.repository(tmp_path, {"COURSE_REPOSITORY": given}) == ""


def test_binder_opens_the_first_lesson_or_nothing() -> None:
    notebook = f"{lessons()[0].page}.ipynb"
    assert address.binder("owner/name", notebook) == FIRST
    assert address.binder("", notebook) == ""
    assert (current().root / notebook).is_file()


def test_a_public_address_ends_with_a_slash() -> None:
    assert address.site({"COURSE_URL": "https://example.org/course"}) == "https://example.org/course/"
    assert address.site({"COURSE_URL": "example"}) == address.site({}) == ""
