"""Other courses, each made once for a worker."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import other_courses


@pytest.fixture(scope="session")
def second_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second course's folder, its book built."""
    root = other_courses.copied(tmp_path_factory.mktemp("second") / "course")
    other_courses.make(root)
    return root


@pytest.fixture(scope="session")
def made_up_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the course in a made-up language, its book built."""
    root = other_courses.in_made_up_language(tmp_path_factory.mktemp("made-up") / "course")
    other_courses.make(root)
    return root
