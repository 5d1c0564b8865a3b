"""Lessons find their exercises, and the manifest lists them all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from systems_leadership import Lesson
from tests.support import sample
from tests.support.book import ROOT
from workbook.course import Course
from workbook.data import DataError
from workbook.kinds import kinds
from workbook.lesson import lessons, manifest
from workbook.spec import Spec


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """This course with two other lessons: one, twice over."""
    shutil.copy(ROOT / "_config.yml", tmp_path)
    text = sample.FILE.read_text(encoding="utf-8")
    (tmp_path / "data" / "exercises").mkdir(parents=True)
    for name, its in (
        ("9-sample", text),
        ("10-later", text.replace("sample", "later").replace("number: 9", "number: 10")),
    ):
        (tmp_path / "data" / "exercises" / f"{name}.yml").write_text(its, encoding="utf-8")
    return Course(tmp_path)


def test_an_unknown_lesson_lists_those_there_are() -> None:
    with pytest.raises(DataError, match=r"The lessons are: .*what-is-systems-leadership"):
        Lesson("what-is-leadership")


def test_an_unknown_exercise_lists_those_there_are() -> None:
    with pytest.raises(KeyError, match=r"no exercise 'sample-facts'. It has: sample-judgement, sample-fact"):
        sample.lesson().show("sample-facts")


def test_lesson_ten_comes_after_lesson_nine(course: Course) -> None:
    assert [lesson.number for lesson in lessons(course)] == [9, 10]


def test_one_id_in_two_lessons_is_refused(course: Course) -> None:
    path = course.exercises / "10-later.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: later-fact", "id: sample-fact"), encoding="utf-8")
    with pytest.raises(DataError, match=r"10-later.yml, exercise sample-fact.* 9-sample.yml. Give each its own"):
        lessons(course)


def test_mistakes_in_several_lessons_are_told_at_once(course: Course) -> None:
    for path in course.lesson_files():
        path.write_text(path.read_text(encoding="utf-8").replace("item: fact", "item: fakt"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        lessons(course)
    assert [(one.path.name, one.where) for one in caught.value.problems] == [
        ("10-later.yml", "exercise later-fact, field item"),
        ("9-sample.yml", "exercise sample-fact, field item"),
    ]


def test_the_manifest_lists_every_exercise_in_order() -> None:
    there = lessons()
    listed = manifest(there)
    expected = [(id, spec.kind, lesson.slug, lesson.page) for lesson in there for id, spec in lesson.specs.items()]
    assert [(one["id"], one["kind"], one["lesson"], one["page"]) for one in listed] == expected
    assert all(one["title"] for one in listed)
    assert [lesson.path.stem for lesson in there] == [f"{one.number}-{one.slug}" for one in there]


@pytest.mark.parametrize("kind", kinds())
def test_each_kind_has_an_example_in_its_room(kind: str) -> None:
    spec: Spec = sample.lesson().specs[sample.entry(kind)["id"]]
    assert type(spec) is kinds()[kind]
    assert f"\nkind: {kind}\n" in sample.example(kind) and spec.texts()
