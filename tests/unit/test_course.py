"""A course: found where it lies, told apart from other Jupyter Books, and refused if it does not say what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.book import ROOT
from workbook.course import SETTING, Course, current, find_root, is_course
from workbook.data import DataError

CONFIG = """\
title: The Kettle
author: Its authors
sphinx:
  config:
    course_id: the-kettle
    language: en-IE
"""
BOOK = "title: Some other book\nsphinx:\n  config:\n    language: en\n"


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, str], Path]:
    """Make a folder with a ``_config.yml``."""

    def made(name: str, config: str) -> Path:
        folder = tmp_path / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "_config.yml").write_text(config, encoding="utf-8")
        return folder

    return made


Make = Callable[[str, str], Path]


def test_the_nearest_course_around_a_folder_is_found(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    outer, inner = make("outer", CONFIG), make("outer/inner", CONFIG)
    assert find_root(outer) == outer
    assert find_root(inner / "notebooks" / "deep") == inner


@pytest.mark.parametrize(
    "config",
    [BOOK, "", "- a list\n", "sphinx: no\n", "sphinx:\n  config:\n", "title: [broken\n", "a: !!python/name:x y\n"],
    ids=["another book", "empty", "a list", "a word", "no settings", "broken", "a book with types of Python"],
)
def test_a_jupyter_book_that_is_no_course_is_passed_over(
    make: Make, config: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    outer, inner = make("outer", CONFIG), make("outer/book", config)
    assert not is_course(inner)
    assert find_root(inner) == outer


def test_the_setting_comes_first(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = make("one", CONFIG), make("other", CONFIG)
    monkeypatch.setenv(SETTING, str(one))
    assert find_root(other) == one
    assert current().root == one


def test_without_any_it_is_the_checkout_that_the_engine_runs_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert find_root(tmp_path) == ROOT


def test_a_course_says_what_it_is(make: Make) -> None:
    course = Course(make("kettle", CONFIG))
    assert (course.id, course.title, course.language, course.zone) == (
        "the-kettle",
        "The Kettle",
        "en-IE",
        "Europe/London",
    )
    assert (course.package, course.models, course.ideas, course.lesson_files()) == (None, {}, {}, [])


#: What is changed in the settings, and what the message must say.
MISTAKES = {
    "no id": ("    course_id: the-kettle\n", "", "field course_id: the field is missing. Add it"),
    "another form of id": ("the-kettle", "The Kettle", "line 5, field course_id: 'The Kettle' does not have the form"),
    "no such zone": (
        "language",
        "course_zone: Europe/Lodon\n    language",
        "there is no time zone 'Europe/Lodon'. Write",
    ),
    "a misspelt setting": ("language", "course_zon: x\n    language", "line 6, field course_zon: no such field here"),
    "no title": ("title: The Kettle\n", "", "field title: there is no text. Write the course's title"),
}


@pytest.mark.parametrize("old, new, words", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_the_settings_is_told(make: Make, old: str, new: str, words: str) -> None:
    folder = make("kettle", CONFIG.replace(old, new, 1))
    with pytest.raises(DataError) as caught:
        Course(folder)
    assert words in str(caught.value) and "_config.yml" in str(caught.value)


def test_mistakes_in_the_settings_are_told_at_once(make: Make) -> None:
    folder = make("kettle", CONFIG.replace("The Kettle", "").replace("the-kettle", "A B\n    course_zone: Mars"))
    with pytest.raises(DataError) as caught:
        Course(folder)
    assert [one.where for one in caught.value.problems] == ["field title", "field course_id", "field course_zone"]


def test_a_package_that_is_not_installed_is_told(make: Make) -> None:
    course = Course(make("kettle", CONFIG + "    course_package: no_such_package\n"))
    with pytest.raises(DataError, match=r"field course_package: there is no package 'no_such_package'. Install it"):
        _ = course.package


@pytest.mark.parametrize(
    "number, text",
    [(0, "0"), (0.04, "0"), (3.14, "3.1"), (9.96, "10"), (12.4, "12"), (1200, "1,200"), (-1234.6, "-1,235")],
)
def test_numbers_are_written_as_people_write_them(number: float, text: str) -> None:
    assert current().number(number) == text


def test_lessons_come_by_their_numbers_and_left_overs_are_passed_over(make: Make) -> None:
    course = Course(make("kettle", CONFIG))
    course.exercises.mkdir(parents=True)
    for name in (
        "10-later.yml",
        "9-earlier.yml",
        ".9-earlier.yml.swp",
        "notes.yml",
        "._9-earlier.yml",
        "9-earlier.yml~",
    ):
        (course.exercises / name).touch()
    assert [path.name for path in course.lesson_files()] == ["9-earlier.yml", "10-later.yml"]


def test_a_lesson_s_file_with_half_a_number_is_told(make: Make) -> None:
    course = Course(make("kettle", CONFIG))
    course.exercises.mkdir(parents=True)
    (course.exercises / "1b-again.yml").touch()
    with pytest.raises(DataError, match=r"1b-again.yml: its name does not begin with a whole number. Call it such as"):
        course.lesson_files()
