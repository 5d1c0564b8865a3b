"""Each of the three settings has its share of every lesson: counted by the words that belong to one of them alone.

Counted are the texts of a lesson's exercises in all their versions. Run with ``-rP`` for the table.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.content.course import Told, each_lesson, texts
from tests.content.rule import hold
from workbook.data import read_yaml
from workbook.spec import Spec

LEAST = 0.2
WORDS: dict[str, list[str]] = read_yaml(Path(__file__).with_name("settings.yml"))
#: 'At home' belongs to hospital and home as much as to homes; so does 'care home' to police and children.
SHARED = {"home", "stay", "care"}


def counted(specs: list[Spec]) -> Counter[str]:
    """How many words of the exercises belong to each setting."""
    found: Counter[str] = Counter()
    for word in (one for spec in specs for text in texts(spec) for one in re.findall(r"[a-z]+", text.lower())):
        stem = word.removesuffix("s")
        for setting, words in WORDS.items():
            found[setting] += stem in words and stem not in SHARED
    return found


def shares(specs: list[Spec]) -> dict[str, float]:
    found = counted(specs)
    return {setting: found[setting] / max(1, found.total()) for setting in WORDS}


@each_lesson
def test_no_setting_is_short_of_words(told: Told) -> None:
    found = shares([*told.lesson.specs.values()])
    print(f"lesson {told.lesson.number}: " + ", ".join(f"{name} {share:.0%}" for name, share in found.items()))
    hold(
        f"each setting has at least {LEAST:.0%} of the words that belong to any",
        told.data,
        (f"{name}: {share:.0%}" for name, share in found.items() if share < LEAST),
        "give one more exercise a version in that setting",
    )


@each_lesson
def test_two_exercises_come_in_every_setting(told: Told) -> None:
    whole = [id for id, versions in told.lesson.versions.items() if {*versions} == {*WORDS}]
    hold("at least two exercises come in all settings", told.data, [] if len(whole) >= 2 else whole, "add versions")


@pytest.mark.parametrize("setting", WORDS)
def test_a_lesson_without_a_setting_is_noticed(setting: str) -> None:
    """As the course was before: every exercise in one setting."""
    from workbook.lesson import Lesson

    lesson = Lesson("what-are-the-basic-principles")
    left = [one for one in lesson.specs.values() if setting not in (one.setting or "hospital")]
    others = [one for one in left if one.version_of or one.id in lesson.versions]
    assert shares(others)[setting] < LEAST
