"""The ideas of the guide: all of them, no other, and each in an exercise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.book import ROOT
from workbook.course import Course, current
from workbook.data import DataError
from workbook.ideas import served
from workbook.lesson import lessons

#: How many ideas each section of the guide has.
COUNTS = {1: 3, 2: 3, 3: 8, 4: 9, 5: 6, 6: 3}
ALL = [f"G{section}.{n}" for section, count in COUNTS.items() for n in range(1, count + 1)]


def test_these_are_the_ideas() -> None:
    assert list(current().ideas) == ALL


def test_each_is_short() -> None:
    assert {id: text for id, text in current().ideas.items() if len(text.split()) > 20 or not text.endswith(".")} == {}


def test_each_has_an_exercise_in_its_own_lesson() -> None:
    for id, places in served(current(), lessons()).items():
        assert any(f"G{lesson.number}." == id[:3] for lesson, _ in places), id


@pytest.mark.parametrize(
    "old, new, words",
    [
        ("G3.2:", "G3.9:", "'G3.2' is not in data/ideas.yml. Correct it"),  # named by an exercise, and gone
        ("G6.3:", "G6.4: More.\nG6.3:", "idea G6.4: no exercise serves it. Name it in one"),
        ("G6.3:", "G6.4: ''\nG6.3:", "idea G6.4: the text is empty. Write it"),
        ("G6.3:", "G6.2: Twice.\nG6.3:", "the field 'G6.2' stands twice: keep one"),
    ],
)
def test_a_mistake_is_told(old: str, new: str, words: str, tmp_path: Path) -> None:
    for name in ("_config.yml", "data/ideas.yml", "data/settings.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        text = (ROOT / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    for name in ("data/exercises", "data/facts", "data/art"):
        (tmp_path / name).symlink_to(ROOT / name)
    course = Course(tmp_path)
    with pytest.raises(DataError) as caught:
        served(course, lessons(course))
    assert words in str(caught.value)
