"""Each of the three settings has its share of every lesson: counted by the words that belong to one of them alone.

Counted are a lesson's prose and the texts of its exercises: once with all versions, and once as a learner who
has chosen that setting meets them. Run with ``-rP`` for the table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
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


def counted(specs: Iterable[Spec], prose: Iterable[str] = ()) -> Counter[str]:
    """How many words of the exercises, and of the prose between them, belong to each setting."""
    found: Counter[str] = Counter()
    told = [*prose, *(text for spec in specs for text in texts(spec))]
    for word in (one for text in told for one in re.findall(r"[a-z]+", text.lower())):
        stem = word.removesuffix("s")
        for setting, words in WORDS.items():
            found[setting] += stem in words and stem not in SHARED
    return found


def shares(specs: Iterable[Spec], prose: Iterable[str] = ()) -> dict[str, float]:
    found = counted(specs, prose)
    return {setting: found[setting] / max(1, found.total()) for setting in WORDS}


def met(told: Told, setting: str) -> list[Spec]:
    """The exercises as they come to a learner who has chosen a setting."""
    return [told.lesson.versions.get(one.id, {}).get(setting, one) for one in told.exercises]


@each_lesson
def test_no_setting_is_short_of_words(told: Told) -> None:
    prose = [block.text for block in told.prose]
    found = {name: (share, "in all versions") for name, share in shares(told.lesson.specs.values(), prose).items()}
    own = {name: (shares(met(told, name), prose)[name], "as its learners meet it") for name in WORDS}
    for kind in (found, own):
        told_of = ", ".join(f"{name} {share:.0%}" for name, (share, _) in kind.items())
        print(f"lesson {told.lesson.number}, {kind['hospital'][1]}: {told_of}")
    hold(
        f"each setting has at least {LEAST:.0%} of the words that belong to any",
        told.data,
        (f"{n}: {share:.0%} {how}" for kind in (found, own) for n, (share, how) in kind.items() if share < LEAST),
        "tell of that setting in the lesson's prose, or give one more exercise a version in it",
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
