"""Lessons find their exercises, and the manifest lists them all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from systems_leadership import Lesson
from systems_leadership import lesson as module
from workbook.data import DataError
from workbook.lesson import lessons, manifest
from tests.support import sample


def test_an_unknown_lesson_lists_those_there_are() -> None:
    with pytest.raises(DataError, match=r"The lessons are: .*what-is-systems-leadership"):
        Lesson("what-is-leadership")


def test_an_unknown_exercise_lists_those_there_are() -> None:
    with pytest.raises(KeyError, match=r"no exercise 'sample-facts'. It has: sample-judgement, sample-fact"):
        sample.lesson().show("sample-facts")


def test_one_id_in_two_lessons_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = sample.FILE.read_text(encoding="utf-8")
    shutil.copy(sample.FILE, tmp_path / "9-sample.yml")
    twin = text.replace("lesson: sample", "lesson: twin").replace("number: 9", "number: 10")
    (tmp_path / "10-twin.yml").write_text(twin, encoding="utf-8")
    monkeypatch.setattr(module, "EXERCISES", tmp_path)
    with pytest.raises(DataError, match=r"10-twin.yml, exercise sample-judgement.* 9-sample.yml. Give each its own"):
        lessons()


def test_lesson_ten_comes_after_lesson_nine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = sample.FILE.read_text(encoding="utf-8")
    shutil.copy(sample.FILE, tmp_path / "9-sample.yml")
    later = text.replace("sample", "later").replace("number: 9", "number: 10")
    (tmp_path / "10-later.yml").write_text(later, encoding="utf-8")
    monkeypatch.setattr(module, "EXERCISES", tmp_path)
    assert [lesson.number for lesson in lessons()] == [9, 10]


def test_the_manifest_lists_every_exercise_in_order() -> None:
    expected = [(id, spec.kind, lesson.slug, lesson.page) for lesson in lessons() for id, spec in lesson.specs.items()]
    assert [(one["id"], one["kind"], one["lesson"], one["page"]) for one in manifest()] == expected
    assert all(one["title"] for one in manifest())


def test_a_file_is_named_after_its_number() -> None:
    assert [lesson.path.stem for lesson in lessons()] == [f"{one.number}-{one.slug}" for one in lessons()]
